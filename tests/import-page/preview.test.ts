import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importDocuments } from '../../src/documents/import-documents.ts';
import { endPreview, openPreview, type PreviewOrder } from '../../src/import-page/preview.ts';

const PAGE = '2026/310999/';

let folder = '';
let directory = '';
let content: readonly string[] = [];
let order: PreviewOrder;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-preview-'));
  directory = join(folder, 'content');
  cpSync('tests/fixtures/three-departments', directory, { recursive: true });
  // One year makes a site as whole as three do.
  for (const year of ['2021', '2022']) rmSync(join(directory, year), { recursive: true });
  content = readdirSync(directory);
  const { toWrite } = await importDocuments({
    directory,
    paths: ['tests/fixtures/documents/v1-shanghai.docx'],
    answers: { codes: new Map([['样例区文化和旅游局', '310999']]) },
    force: false,
  });
  order = { directory, files: toWrite, pages: [PAGE] };
});
afterAll(() => {
  endPreview();
  rmSync(folder, { recursive: true });
});

/** The status of what a host gets, as it names itself. */
const statusFor = (url: string, host: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    request(url, { headers: { host } }, ({ statusCode }) => {
      resolve(statusCode);
    })
      .on('error', reject)
      .end();
  });

const answers = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

const previewFolders = () => readdirSync('.astro').filter((name) => name.startsWith('preview-'));
/** Those of other processes, such as a dev server that runs beside the tests. */
const others = existsSync('.astro') ? previewFolders() : [];
/** What previews have made on the disk. */
const traces = () => previewFolders().filter((name) => !others.includes(name));

describe('a preview', () => {
  it('is refused where the content would have errors, which are named as they lie in the content', async () => {
    const path = join(directory, 'site.yaml');
    const written = readFileSync(path, 'utf8');
    writeFileSync(path, `${written}虚构的栏目: 1\n`);
    await expect(openPreview(order)).rejects.toThrow(
      /写入以后，内容里会有1个错误.*\n\S*content\/site\.yaml:\d+ .*虚构的栏目/,
    );
    writeFileSync(path, written);
    expect(await openPreview(order)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it('is the whole site as it would be, and leaves the content alone', async () => {
    const url = await openPreview(order);
    const response = await fetch(url + PAGE);
    const page = await response.text();
    expect(page.includes('<title>样例区文化和旅游局（2026年）')).toBe(true);
    expect(page.includes('http-equiv="content-security-policy"')).toBe(true);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const year = await (await fetch(`${url}2026/`)).text();
    expect(year.includes(`href="/${PAGE}"`)).toBe(true);
    const document = await fetch(`${url}${PAGE}sources/v1-shanghai.docx`);
    expect(Buffer.from(await document.arrayBuffer())).toEqual(
      readFileSync('tests/fixtures/documents/v1-shanghai.docx'),
    );
    expect(readdirSync(directory)).toEqual(content);
    expect(await openPreview(order)).toBe(url);
  });

  it('answers this machine alone, under its own name', async () => {
    const url = await openPreview(order);
    const { host, port } = new URL(url);
    expect(await statusFor(url, host)).toBe(200);
    expect(await statusFor(url, `localhost:${port}`)).toBe(200);
    expect(await statusFor(url, `example.org:${port}`)).toBe(403);
  });

  it('gives way to the next, and leaves nothing behind', async () => {
    const before = await openPreview(order);
    const overtaken = openPreview({ ...order, files: order.files.slice(0, 1) });
    const [refusal, url] = await Promise.all([overtaken.catch(String), openPreview(order)]);
    expect(refusal).toContain('这个预览已经结束');
    expect(await answers(before)).toBe(false);
    expect(await answers(url)).toBe(true);
    expect(traces()).toHaveLength(1);
    endPreview();
    await expect.poll(() => answers(url)).toBe(false);
    await expect.poll(traces).toEqual([]);
  });
});
