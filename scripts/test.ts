import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const HELP = `用法：npm test [-- 参数…]
  不带参数：依次检查类型、代码规范和代码排版，然后运行全部测试。
  带参数：只运行测试，参数交给 Vitest，例如 npm test -- tests/model
  npm run test:full 另外运行耗时较长的测试。`;

/** What is checked before the tests: a heading, and a tool's program with its arguments. */
const CHECKS: readonly { readonly heading: string; readonly command: readonly string[] }[] = [
  // Covers .astro and every .ts file of tsconfig.json, as tsc would; no second run is needed.
  { heading: '类型', command: ['astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'warning'] },
  { heading: '代码规范', command: ['eslint/bin/eslint.js', '--max-warnings', '0', '.'] },
  { heading: '代码排版', command: ['prettier/bin/prettier.cjs', '--check', '.'] },
];

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The parts of Vitest's JSON report that are counted. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

const parameters = process.argv.slice(2);
const full = parameters.includes('--full');
const forVitest = parameters.filter((parameter) => parameter !== '--full');

if (forVitest.includes('--help')) console.log(HELP);
else {
  // Side by side: each keeps one processor busy.
  const checks = forVitest.length === 0 ? await Promise.all(CHECKS.map(runCheck)) : [];
  const counts = [...checks, await runTests()];
  const sum = (key: keyof Counts) => counts.reduce((total, count) => total + count[key], 0);
  const skipped = sum('skipped');
  console.error();
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}

/** Runs a check, and shows what it printed when it is through: others run beside it. */
async function runCheck({ heading, command }: (typeof CHECKS)[number]): Promise<Counts> {
  const { status, printed } = await runTool(command, 'pipe');
  process.stderr.write(`\n—— ${heading} ——\n${printed}`);
  const ok = status === 0;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** Runs Vitest and counts from its report; a run that ends badly counts as a failure whatever the report says. */
async function runTests(): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-test-'));
  try {
    const file = join(folder, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    console.error('\n—— 测试 ——');
    // Standard output is for the closing line; on a terminal Vitest still sees a terminal.
    const { status } = await runTool(['vitest/vitest.mjs', 'run', ...reporters, ...forVitest], 2);
    const counts = countReport(file);
    if (counts.passed + counts.failed === 0) console.error('没有运行任何测试，按失败计。');
    const failed = status !== 0 || counts.passed === 0 ? Math.max(1, counts.failed) : counts.failed;
    return { ...counts, failed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A test file that could not be run has no failed test in it; it is counted as one. */
function countReport(file: string): Counts {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Runs a tool of node_modules on this same Node; gives its exit status, and what it printed where that goes to a pipe. */
async function runTool([program = '', ...args]: readonly string[], output: 'pipe' | 2) {
  const colours = output === 'pipe' && process.stderr.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
    cwd: ROOT,
    stdio: ['ignore', output, output],
    env: { ...process.env, ...colours, ASTRO_TELEMETRY_DISABLED: '1', ...(full ? { TEST_FULL: '1' } : {}) },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  return await new Promise<{ readonly status: number | null; readonly printed: string }>((resolve) => {
    child.once('error', ({ message }) => {
      console.error(`“${program}”没有运行：${message}`);
      resolve({ status: null, printed });
    });
    child.once('close', (status) => {
      resolve({ status, printed });
    });
  });
}
