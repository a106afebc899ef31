import manifest from '../../package.json' with { type: 'json' };
import { nearestWord } from '../files/nearest-word.ts';
import { printable } from '../files/printable.ts';
import type { RunnableCommand } from './run-command.ts';

/** All commands, each loaded only when it is needed: some bring large libraries. */
const COMMANDS: Readonly<Record<string, () => Promise<{ readonly default: RunnableCommand }>>> = {
  start: () => import('./commands/start.ts'),
  dev: () => import('./commands/dev.ts'),
  build: () => import('./commands/build.ts'),
  preview: () => import('./commands/preview.ts'),
  check: () => import('./commands/check.ts'),
  fix: () => import('./commands/fix.ts'),
  new: () => import('./commands/new.ts'),
  import: () => import('./commands/import.ts'),
  verify: () => import('./commands/verify.ts'),
  export: () => import('./commands/export.ts'),
  publish: () => import('./commands/publish.ts'),
  'server-files': () => import('./commands/server-files.ts'),
  history: () => import('./commands/history.ts'),
  hook: () => import('./commands/hook.ts'),
  init: () => import('./commands/init.ts'),
};

/** `mingzhang COMMAND …`: runs a command, or lists them. */
export async function main([name, ...args]: readonly string[]): Promise<void> {
  const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load !== undefined) await (await load()).default.run(args);
  else if (name === undefined || name === '--help' || name === '-h') process.stdout.write(await overview());
  else if (name === '--version') process.stdout.write(`${manifest.version}\n`);
  else {
    const near = nearestWord(name, Object.keys(COMMANDS));
    process.stderr.write(
      `没有 ${printable(name)} 这个命令${near === undefined ? '' : `，是不是 ${near}`}。\n用法见 mingzhang --help\n`,
    );
    process.exitCode = 2;
  }
}

async function overview(): Promise<string> {
  const commands = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, load]) => [name, (await load()).default.summary] as const),
  );
  return [
    '把政府部门公开的项目绩效目标做成可以检索的公开网站。',
    '',
    '用法：mingzhang 命令 [选项]',
    '',
    ...commands.map(([name, summary]) => `  ${name.padEnd(12)}  ${summary}`),
    '',
    '每个命令的选项：mingzhang 命令 --help。程序的版本：mingzhang --version',
    '',
  ].join('\n');
}
