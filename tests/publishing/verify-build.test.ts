import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { sealBuild, hashContent } from '../../src/integration/seal-build.ts';
import { describeVerification } from '../../src/publishing/describe-verification.ts';
import type { BuildVerification } from '../../src/publishing/verify-build.ts';
import { madeUpCode, madeUpDepartment, writeMadeUpContent } from '../setup/made-up-content.ts';
import { runMingzhang } from '../setup/run-mingzhang.ts';
import { sampleProject } from '../setup/sample.ts';

let place = '';
const path = (...names: string[]) => join(place, ...names);
const DOCUMENT = '2099/999001/sources/虚构.txt';

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'mingzhang-verify-'));
  const code = madeUpCode(2099, 1);
  const project = sampleProject({ year: 2099, departmentCode: '999001', code, record: code });
  writeMadeUpContent(path('content'), [
    madeUpDepartment({ year: 2099, code: '999001', projects: [project] }),
  ]);
  const built = await runMingzhang(['build', '--content', path('content'), '--out', path('dist')], {
    environment: { SITE_URL: 'https://example.org/budget/' },
  });
  expect(built.status, built.notes).toBe(0);
});
afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

const verify = (site: string, ...more: string[]) =>
  runMingzhang(['verify', '--content', path('content'), '--out', path(site), ...more]);

describe('a built site', () => {
  it('is the same when it is built again, with the settings of its manifest and a signature beside that', async () => {
    writeFileSync(path('dist', 'manifest.json.sig'), 'signature');
    const { status, results, notes } = await verify('dist');
    expect(status, notes + results).toBe(0);
    expect(results).toMatch(/^签名 manifest\.json\.sig\n/);
    expect(results).toMatch(/一致：重新生成的\d+个文件与“.*dist”逐字节相同。\n$/);
  });

  it('is told file by file when a copy of it was changed, and the content since', async () => {
    cpSync(path('dist'), path('copy'), { recursive: true });
    appendFileSync(path('copy', 'about.html'), 'of somebody else');
    appendFileSync(path('copy', 'index.html'), '<!-- forged -->');
    for (const name of ['404.html', '.htaccess', '.mingzhang']) rmSync(path('copy', name));
    const file = path('content', 'site.yaml');
    const settings = readFileSync(file, 'utf8');
    writeFileSync(file, `${settings}\n`);
    const { status, results, notes } = await verify('copy', '--format', 'json');
    writeFileSync(file, settings);
    expect(status, notes).toBe(1);
    const told = JSON.parse(results) as Record<string, unknown>;
    expect(told).toMatchObject({
      isSame: false,
      hasManifest: true,
      counts: { differs: 1, missing: 1, foreign: 1, unserved: 2, signature: 1 },
      content: { changed: ['site.yaml'], added: [], removed: [] },
    });
    expect(told.files).toContainEqual({ path: 'index.html', state: 'differs', altered: true });
    expect(told.files).toContainEqual({ path: 'about.html', state: 'foreign', altered: false });
  });
});

type Verified = Extract<BuildVerification, { readonly ok: true }>;
const told = (change: Partial<Verified>) =>
  describeVerification(
    {
      ...{ ok: true, isSame: false, hasManifest: true, differences: [], wasUncommitted: false },
      files: [{ path: 'index.html', state: 'differs', altered: false }],
      content: { changed: [], added: [], removed: [] },
      ...change,
    },
    'dist',
  );

describe('what is said of a site that differs', () => {
  it('calls nothing forged that another program or another content made', () => {
    const other = told({
      differences: [{ what: 'mingzhang', built: '0.1.0', now: '0.2.0' }],
      content: { changed: ['site.yaml'], added: [], removed: ['areas.yaml'] },
    });
    expect(other).toContain('不同 index.html\n');
    expect(other).toContain('程序的版本：生成时是0.1.0，现在是0.2.0\n');
    expect(other).toContain('生成以后，内容文件改过：“site.yaml”\n生成以后，内容文件没有了：“areas.yaml”\n');
    expect(other).toContain('还不能说网站被改过：请换成生成时的内容、版本或提交，再核对');
    expect(told({})).toContain('它不是由这些内容生成的。');
  });

  it('says what is certain: a file that is not as the site’s own manifest has it', () => {
    const files = [{ path: 'index.html', state: 'differs', altered: true }] as const;
    const differences = [{ what: 'node', built: '24.0.0', now: '24.21.0' }] as const;
    expect(told({ files, differences })).toContain('网站里有文件在生成以后被改过。');
  });

  it('names the first of many, and no name of a file begins a line', () => {
    const many = Array.from({ length: 25 }, (_, place) => `${String(place)}\n::error::.html`);
    const text = told({ files: many.map((name) => ({ path: name, state: 'foreign', altered: false })) });
    expect(text.match(/^外来/gm)).toHaveLength(21);
    expect(text).toContain('外来（不是本程序生成的） ……还有5个\n');
    expect(text).not.toMatch(/^\s*::/m);
  });
});

describe('a build whose content changes meanwhile', () => {
  const seal = async (change: () => void) => {
    const content = path('moving');
    cpSync(path('content'), content, { recursive: true });
    const contentFiles = await hashContent(content);
    const { site } = await readContent(content);
    change();
    const sources = { content, contentFiles, root: place, siteUrl: undefined, basePath: '/' };
    try {
      await sealBuild(path('dist'), site, sources, true);
    } finally {
      rmSync(content, { recursive: true, force: true });
    }
  };

  it.each<[string, RegExp, () => void]>([
    [
      'edited',
      /改过：“site\.yaml”/,
      () => {
        appendFileSync(path('moving/site.yaml'), '\n');
      },
    ],
    [
      'added',
      /新增：“areas\.yaml”/,
      () => {
        writeFileSync(path('moving/areas.yaml'), '');
      },
    ],
    [
      'removed',
      /没有了：“2099\/999001\/department\.md”/,
      () => {
        rmSync(path('moving/2099'), { recursive: true });
      },
    ],
  ])('ends where a file was %s', async (_, message, change) => {
    await expect(seal(change)).rejects.toThrow(message);
  });

  it('takes no hidden file for content', async () => {
    await expect(
      seal(() => {
        writeFileSync(path('moving/.draft'), '');
      }),
    ).resolves.toBeUndefined();
  });

  it('publishes no document whose checksum is not the one that its pages state', async () => {
    const contentFiles = await hashContent(path('content'));
    const { site } = await readContent(path('content'));
    const document = { fileName: '虚构.txt', bytes: 3, sha256: '0'.repeat(64) };
    const departments = site.departments.map((one) => ({ ...one, documents: [document] }));
    const sources = {
      content: path('content'),
      contentFiles,
      root: place,
      siteUrl: undefined,
      basePath: '/',
    };
    await expect(sealBuild(path('dist'), { ...site, departments }, sources, true)).rejects.toThrow(DOCUMENT);
  });
});

const hasSsh = spawnSync('ssh-keygen', ['-?']).error === undefined;

describe.runIf(hasSsh)('the lines of the guide that sign a manifest', () => {
  it('sign, and tell the true manifest from another', () => {
    const guide = readFileSync('content/pages/operating.md', 'utf8');
    const lines = guide.match(/^ssh-keygen -Y .*$/gm) ?? [];
    expect(lines).toHaveLength(2);
    const [sign = '', verifySignature = ''] = lines;
    const run = (command: string) =>
      spawnSync('/bin/sh', ['-c', command], {
        cwd: place,
        encoding: 'utf8',
        env: { ...process.env, HOME: place },
      });
    run("mkdir -p .ssh && ssh-keygen -q -t ed25519 -N '' -f .ssh/id_ed25519");
    run('(printf "finance@example.gov.cn "; cat .ssh/id_ed25519.pub) > signers.txt');
    rmSync(path('dist/manifest.json.sig'), { force: true });
    expect(run(sign).status).toBe(0);
    expect(run(verifySignature)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Good') as string,
    });
    appendFileSync(path('dist/manifest.json'), ' ');
    expect(run(verifySignature).status).not.toBe(0);
  });
});
