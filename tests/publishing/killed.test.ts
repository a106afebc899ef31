import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashFiles } from '../../src/files/hash-files.ts';
import { MANIFEST, readManifest } from '../../src/integration/manifest.ts';
import { madeUpCode, madeUpDepartment, writeMadeUpContent } from '../setup/made-up-content.ts';
import { randomNumbers } from '../setup/random.ts';
import { runMingzhang, type RunCommand } from '../setup/run-mingzhang.ts';
import { sampleProject } from '../setup/sample.ts';

/** How often each command is killed: often in the full run. */
const OFTEN = process.env.TEST_FULL === '1';
const PRELOAD = fileURLToPath(new URL('../setup/kill-at.mjs', import.meta.url));
const DOCUMENT = fileURLToPath(new URL('../fixtures/documents/v5-hebei-word.saved.docx', import.meta.url));

/** Many runs, of which each is some seconds of work. */
const LONG = 3_600_000;

const random = randomNumbers(20260718);
let place = '';
const path = (...names: string[]) => join(place, ...names);

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'mingzhang-killed-'));
  const [first, second] = [1, 2].map((sequence) => {
    const code = madeUpCode(2099, sequence);
    return sampleProject({ year: 2099, departmentCode: '999001', sequence, code, record: code });
  });
  if (first === undefined || second === undefined) throw new Error('there are two projects');
  for (const [name, projects] of [
    ['old', [first, second]],
    ['new', [{ ...first, purpose: '虚构的新用途。' }, second]],
  ] as const)
    writeMadeUpContent(path(name), [madeUpDepartment({ year: 2099, code: '999001', projects })]);
});
afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

/** Runs a command that is killed with its nth change of the file system, before or after it. */
const runKilled = (args: readonly string[], killAt: number | undefined): Promise<RunCommand> =>
  runMingzhang(args, {
    preload: PRELOAD,
    environment: killAt === undefined ? {} : { KILL_AT: String(killAt) },
  });

/** How many changes of the file system a command made that was not killed. */
function changesOf({ status, notes }: RunCommand): number {
  expect(status, notes).toBe(0);
  return Number(/changes: (\d+)/.exec(notes)?.[1]);
}

/** The files of a folder with their hashes; what killed processes leave is hidden. */
function filesOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => !/(?:^|\/)\./.test(name) && statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
}

const leftOversIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tmp$|mingzhang-/.test(name));

interface Writing {
  readonly name: string;
  /** What stands in the content before, beside what the old site has. */
  readonly before?: () => void;
  readonly args: () => readonly string[];
  readonly points: number;
}

const PROJECT = `2099/999001/projects/${madeUpCode(2099, 1)}.yaml`;
const WRITINGS: readonly Writing[] = [
  {
    name: 'import',
    args: () => ['import', '--yes', '--content', path('work'), DOCUMENT],
    points: 24,
  },
  {
    name: 'fix',
    before: () => {
      for (const file of [PROJECT, 'site.yaml', '2099/999001/department.md'])
        writeFileSync(path('work', file), readFileSync(path('work', file), 'utf8').replaceAll('\n', '\r\n'));
    },
    args: () => ['fix', '--content', path('work')],
    points: 12,
  },
  {
    name: 'new',
    args: () => {
      const [code, name] = [madeUpCode(2099, 3), '虚构的新项目'];
      const made = ['--year', '2099', '--department', '999001', '--code', code, '--name', name];
      return ['new', '--content', path('work'), ...made];
    },
    points: 8,
  },
  {
    name: 'export',
    before: () => {
      writeFileSync(path('work', 'forms.xlsx'), '');
    },
    args: () => {
      const chosen = ['--year', '2099', '--department', '999001', '--out', path('work', 'forms.xlsx')];
      return ['export', '--content', path('old'), '--to', 'xlsx', ...chosen];
    },
    points: 8,
  },
];

describe.each(WRITINGS)('$name that is killed', ({ before, args, points }) => {
  const begin = () => {
    rmSync(path('work'), { recursive: true, force: true });
    cpSync(path('old'), path('work'), { recursive: true });
    before?.();
  };

  it(
    'leaves each file as it was or as it is to be, and done again it leaves nothing else',
    async () => {
      begin();
      const old = filesOf(path('work'));
      const changes = changesOf(await runKilled(args(), undefined));
      const done = filesOf(path('work'));
      for (let point = 0; point < (OFTEN ? points : 1); point += 1) {
        begin();
        const killAt = 1 + random(2 * changes) / 2;
        expect((await runKilled(args(), killAt)).signal, String(killAt)).toBe('SIGKILL');
        for (const [name, hash] of filesOf(path('work')))
          expect([old.get(name), done.get(name)], `${name} at ${String(killAt)}`).toContain(hash);
        await runMingzhang(args());
        expect(filesOf(path('work')), String(killAt)).toEqual(done);
        expect(leftOversIn(path('work')), String(killAt)).toEqual([]);
      }
    },
    LONG,
  );
});

describe('an import that is killed', () => {
  it('never passes the check for whole', async () => {
    rmSync(path('work'), { recursive: true, force: true });
    cpSync(path('old'), path('work'), { recursive: true });
    const importing = ['import', '--yes', '--content', path('work'), DOCUMENT];
    // Each of four files is made in a folder, beside its place, and moved there.
    expect((await runKilled(importing, 10)).signal).toBe('SIGKILL');
    const check = await runMingzhang(['check', '--content', path('work')]);
    expect(check.status).toBe(1);
    expect(check.results).toContain('department/missing');
  });
});

describe('a build that is killed', () => {
  const build = (content: string) => ['build', '--content', path(content), '--out', path('dist')];

  /** The version of the content of which the site is, by all of its files. */
  async function versionOf(site: string): Promise<string> {
    const manifest = await readManifest(site);
    expect(manifest?.files).toEqual(await hashFiles(site, (name) => name === MANIFEST || name === 'CNAME'));
    expect(readFileSync(join(site, 'CNAME'), 'utf8')).toBe('example.org\n');
    return JSON.stringify(manifest?.content.files);
  }

  it(
    'leaves the old or the new site whole, alone or beside another build, and the next one clears up',
    async () => {
      await runMingzhang(build('old'));
      writeFileSync(path('dist', 'CNAME'), 'example.org\n');
      const known = [await versionOf(path('dist'))];
      const changes = changesOf(await runKilled(build('new'), undefined));
      known.push(await versionOf(path('dist')));
      expect(new Set(known).size).toBe(2);
      const previous = path('dist.mingzhang-previous');
      for (let point = 0; point < (OFTEN ? 48 : 2); point += 1) {
        const content = point % 2 === 0 ? 'old' : 'new';
        // Half of them while the one site takes the place of the other.
        const killAt = point % 4 < 2 ? 1 + random(2 * changes) / 2 : changes - random(24) / 2;
        const isAccompanied = point % 6 === 5;
        const [killed, other] = await Promise.all([
          // At a change of ours, or at a moment in which another language's part may be at work.
          point % 8 === 7
            ? runMingzhang(build(content), { killedAfter: 300 + random(4000) })
            : runKilled(build(content), killAt),
          ...(isAccompanied ? [runMingzhang(build('old'))] : []),
        ]);
        expect(killed.signal ?? killed.status, `${String(killAt)}: ${killed.notes}`).toBeOneOf([
          'SIGKILL',
          0,
        ]);
        if (other !== undefined) expect(other.status, other.notes).toBe(0);
        const whole = existsSync(path('dist')) ? path('dist') : previous;
        expect(known, `killed at ${String(killAt)}`).toContain(await versionOf(whole));
      }
      const last = await runMingzhang(build('new'));
      expect(last.status, last.notes).toBe(0);
      expect(await versionOf(path('dist'))).toBe(known[1]);
      expect(leftOversIn(place).filter((name) => !name.startsWith('dist/'))).toEqual([]);
      expect(existsSync(previous)).toBe(false);
      const work = readdirSync('.astro').filter((name) => name.startsWith('build-'));
      expect(work.filter((name) => !isAlive(Number(name.slice('build-'.length))))).toEqual([]);
    },
    LONG,
  );

  it.runIf(process.platform === 'linux')(
    'says so where the disk takes no more, and changes nothing',
    async () => {
      const before = await versionOf(path('dist'));
      const within = ['/bin/sh', '-c', 'ulimit -f 40; exec "$@"', 'sh'];
      const { status, notes } = await runMingzhang(build('old'), { within });
      expect(status).toBe(1);
      expect(notes).toMatch(/写不进“.*\.astro\/build-\d+.*”：.*。/);
      expect(await versionOf(path('dist'))).toBe(before);
    },
  );
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
