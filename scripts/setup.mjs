// Runs before every npm command, on any Node from 20 and with nothing installed: brings what is missing, and
// says nothing where nothing is. With --browser also what tests and measurements need: a browser and a Chinese
// font; with --servers the programs that tests publish with; with --bench Lighthouse and the peers. All text goes to standard error.
import process from 'node:process';

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(
    `需要 Node.js 20 或更新的版本，这里是 ${process.versions.node}。请从 https://nodejs.org/zh-cn 安装 Node.js 24，然后重新运行。`,
  );
  process.exit(1);
}

// Imported only now: older versions would stop at their syntax, before the sentence above.
const { SetupError } = await import('./setup/setup-error.mjs');
try {
  const { ensureBench, ensurePackages } = await import('./setup/packages.mjs');
  await ensurePackages();
  if (process.argv.includes('--bench')) {
    // One part of the measuring needs each, and says so where it is missing; the rest goes on.
    await ensureBench(({ message }) => {
      console.error(`\n${message}`);
    });
  }
  if (process.argv.includes('--browser')) {
    const { ensureBrowser } = await import('./setup/browser.mjs');
    ensureBrowser();
  }
  if (process.argv.includes('--servers')) {
    const { ensureServers } = await import('./setup/servers.mjs');
    ensureServers();
  }
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
