import { spawn, spawnSync } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { serverEnvironment, serverProgram } from '../../scripts/setup/servers.mjs';

/** A program that the site is published with; undefined where this machine has none and none could be brought. */
export function findServer(name: string): string | undefined {
  const program = serverProgram(name);
  if (program === undefined)
    console.error(`没有 ${name}，需要它的测试跳过。装上 apt-get 里的 ${name} 或重新运行 npm test 再试。`);
  return program;
}

/** Runs one to its end. */
export function runServer(program: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: serverEnvironment(),
    timeout: 60_000,
  });
  return { status, printed: stdout + stderr };
}

/** Starts one in the foreground and waits until it answers at a port of this machine. */
export async function startServer(program: string, args: readonly string[], port: number) {
  const child = spawn(program, args, { env: serverEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  for (let tries = 0; !(await isOpen(port)); tries += 1) {
    if (child.exitCode !== null || tries > 300) throw new Error(`${program} does not answer: ${errors}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Waits until something answers at a port of this machine. */
export async function waitForPort(port: number): Promise<void> {
  for (let tries = 0; !(await isOpen(port)); tries += 1) {
    if (tries > 300) throw new Error(`nothing answers at ${String(port)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function isOpen(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

/** A port that nothing listens at. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      resolve();
    }),
  );
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}
