import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { importDocuments } from '../../src/documents/import-documents.ts';
import { reportImport } from '../../src/documents/report-import.ts';
import { createImportPage } from '../../src/import-page/import-page.ts';
import { formsDocument } from '../documents/made-documents.ts';
import type { AskedImport, ImportAnswer, RefusedImport } from '../../src/import-page/message.ts';

const DOCUMENTS = 'tests/fixtures/documents';
const HEBEI = `${DOCUMENTS}/v2-hebei.xlsx`;
const SHANGHAI = `${DOCUMENTS}/v1-shanghai.docx`;
const CENTRAL = `${DOCUMENTS}/v4-central.docx`;
const SHANGHAI_CODES = { 样例区文化和旅游局: '310999' };

let folder = '';
let content = '';
let server: Server;
let port = 0;
let publish: (() => Promise<boolean>) | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingzhang-import-page-'));
  content = join(folder, 'content');
  const page = createImportPage({
    directory: content,
    base: '/budget/',
    publish: () => publish?.() ?? Promise.resolve(true),
  });
  server = createServer((incoming, response) => {
    page(incoming, response, () => {
      response.end('another page');
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
  server.closeAllConnections();
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const own = () => ({ 'X-Mingzhang-Import': '1', Origin: `http://127.0.0.1:${port}` });

type Document = readonly [name: string, bytes: Uint8Array];
const documentAt = async (path: string): Promise<Document> => [
  path.split('/').at(-1) ?? '',
  await readFile(path),
];

interface Received {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Sends a request with just these headers; fetch would set some itself. */
function send(
  method: string,
  path: string,
  headers: Record<string, string | undefined> = {},
  body?: Uint8Array,
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const given = Object.entries(headers).filter(([, value]) => value !== undefined);
    request({ port, host: '127.0.0.1', path, method, headers: Object.fromEntries(given) }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
      });
    })
      .on('error', reject)
      .end(body);
  });
}

async function ask(
  action: string,
  documents: readonly Document[],
  asked: Partial<AskedImport> = {},
  headers: Record<string, string | undefined> = own(),
): Promise<Received> {
  const form = new FormData();
  form.append('asked', JSON.stringify({ codes: {}, replace: [], seen: '', ...asked }));
  for (const [name, bytes] of documents) form.append('documents', new File([new Uint8Array(bytes)], name));
  const made = new Response(form);
  const type = made.headers.get('content-type') ?? '';
  const body = new Uint8Array(await made.arrayBuffer());
  return send('POST', `/budget/import/${action}`, { 'Content-Type': type, ...headers }, body);
}

const reportOf = ({ body }: Received) => JSON.parse(body.toString()) as ImportAnswer;
const refusalOf = ({ body }: Received) => JSON.parse(body.toString()) as RefusedImport;

async function filesIn(directory: string): Promise<Record<string, Buffer>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  return Object.fromEntries(
    await Promise.all(
      files.map(async ({ parentPath, name }): Promise<[string, Buffer]> => {
        const path = join(parentPath, name);
        return [relative(directory, path), await readFile(path)];
      }),
    ),
  );
}

/** What the command writes into an empty folder. */
async function writtenByCommand(path: string): Promise<Record<string, Buffer>> {
  const directory = join(folder, 'by-command');
  const codes = new Map(Object.entries(SHANGHAI_CODES));
  await (await importDocuments({ directory, paths: [path], answers: { codes }, force: false })).write();
  return filesIn(directory);
}

describe('the page', () => {
  it('stands below the base path with its script and style, and leaves other addresses alone', async () => {
    const page = await send('GET', '/budget/import/');
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    const html = page.body.toString();
    const [script = '', style = ''] = [/src="\.\/(\S+?)"/, /href="\.\/(\S+\.css)"/].map(
      (pattern) => pattern.exec(html)?.[1] ?? '',
    );
    expect((await send('GET', `/budget/import/${script}`)).headers['content-type']).toMatch(/^text\/java/);
    expect((await send('GET', `/budget/import/${style}`)).body.toString()).toContain('--paper');
    expect((await send('GET', '/budget/import')).headers.location).toBe('/budget/import/');
    for (const path of ['/import/', '/budget/imports/', '/budget/'])
      expect((await send('GET', path)).body.toString()).toBe('another page');
  });

  it.each([
    ['GET', 'report', 405],
    ['POST', '', 405],
    ['PUT', 'write', 405],
    ['OPTIONS', 'write', 405],
    ['GET', 'page.ts', 404],
    ['GET', '../serve.ts', 404],
    ['POST', 'toString', 405],
  ])('answers %s of “%s” with %i', async (method, path, status) => {
    expect((await send(method, `/budget/import/${path}`, own())).status).toBe(status);
  });

  it.each([
    ['a name that leads here', () => `example.com:${port}`],
    ['a name that begins like this machine', () => `localhost.example.com:${port}`],
    ['another port', () => '127.0.0.1:1'],
    ['no port', () => '127.0.0.1'],
    ['an address of the network', () => `192.168.0.2:${port}`],
  ])('is shown to nobody who asks for it by %s', async (_, host) => {
    const page = await send('GET', '/budget/import/', { Host: host() });
    expect(page.status).toBe(403);
    expect(refusalOf(page).message).toContain('只供在本机使用');
  });

  it('is shown under each name of this machine', async () => {
    for (const name of ['127.0.0.1', 'localhost', '[::1]'])
      expect((await send('GET', '/budget/import/', { Host: `${name}:${port}` })).status).toBe(200);
  });

  it.each([
    ['from another site', () => ({ ...own(), Origin: 'https://example.com' })],
    ['from another server of this machine', () => ({ ...own(), Origin: 'http://127.0.0.1:1' })],
    ['from this machine under another name', () => ({ ...own(), Origin: `http://localhost:${port}` })],
    ['from nowhere', () => ({ ...own(), Origin: undefined })],
    ['from a file', () => ({ ...own(), Origin: 'null' })],
    ['from a form', () => ({ ...own(), 'X-Mingzhang-Import': undefined })],
    [
      'under a name that leads here',
      () => ({ ...own(), Host: `a.cn:${port}`, Origin: `http://a.cn:${port}` }),
    ],
  ])('does nothing for a request %s', async (_, headers) => {
    const hebei = await documentAt(HEBEI);
    const { seen } = reportOf(await ask('report', [hebei]));
    expect((await ask('write', [hebei], { seen }, headers())).status).toBe(403);
    expect(await filesIn(content)).toEqual({});
  });
});

describe('a report', () => {
  it('is that of the command, with each project as it would be written; nothing is written', async () => {
    const { report, projects, sentences } = reportOf(await ask('report', [await documentAt(HEBEI)]));
    const planned = await importDocuments({ directory: content, paths: [HEBEI], answers: {}, force: false });
    const { documents, ...rest } = reportImport(planned);
    expect(report).toEqual({
      ...rest,
      documents: documents.map((one) => ({ ...one, file: 'v2-hebei.xlsx' })),
    });
    expect(sentences[0]?.departments[0]).toContain('2024年，313101 示例县交通运输局：3个项目，15条指标');
    expect(projects[0]?.fields).toContainEqual(['预算数（万元）', '4500.00']);
    expect(projects[0]?.rows[0]?.slice(0, 3)).toEqual(['产出指标', '数量指标', '养护里程']);
    expect(await filesIn(content)).toEqual({});
  });

  it('asks for what the document does not say, and takes the answer', async () => {
    const shanghai = await documentAt(SHANGHAI);
    const refused = await ask('report', [shanghai]);
    expect(refused.status).toBe(422);
    expect(refusalOf(refused).questions).toEqual([{ about: 'department', department: '样例区文化和旅游局' }]);
    expect(refusalOf(refused).message).not.toContain('--department');
    const wrong = refusalOf(await ask('report', [shanghai], { codes: { 样例区文化和旅游局: '31-0999' } }));
    expect(wrong.questions).toHaveLength(1);
    expect(wrong.message).toContain('部门编码“31-0999”应由3到20位数字或字母组成');
    const { report } = reportOf(await ask('report', [shanghai], { codes: SHANGHAI_CODES }));
    expect(report.documents[0]?.departments[0]?.code).toBe('310999');
  });

  it('asks for the name of a department too', async () => {
    const document = ['示例.docx', Buffer.from(formsDocument({ name: '示例项目', department: '' }))] as const;
    const questions = ['name', 'department'].map((about) => ({ about }));
    expect(refusalOf(await ask('report', [document])).questions).toEqual(questions);
    const { report } = reportOf(
      await ask('report', [document], { name: '示例县示例局', codes: { '': '999' } }),
    );
    expect(report.departments[0]).toMatchObject({ name: '示例县示例局', code: '999' });
  });

  it.each([
    ['a damaged file', 'a.docx', 'PK\u0003\u0004damaged'],
    ['a PDF', 'a.pdf', '%PDF-1.7'],
    ['an empty file', 'a.docx', ''],
  ])('says of %s what the command says', async (_, name, text) => {
    const bytes = Buffer.from(text, 'latin1');
    await writeFile(join(folder, name), bytes);
    const plan = importDocuments({
      directory: content,
      paths: [name],
      read: () => Promise.resolve(bytes),
      answers: {},
      force: false,
    });
    const message = await plan.then(
      () => '',
      (error: unknown) => (error as Error).message,
    );
    const refused = await ask('report', [[name, bytes]]);
    expect(refused.status).toBe(422);
    expect(refusalOf(refused)).toEqual({ message, questions: [] });
    expect(message).not.toBe('');
  });

  it('of two windows at the same time is each of its own documents', async () => {
    const [hebei, central] = await Promise.all(
      [HEBEI, CENTRAL].map(async (path) => ask('report', [await documentAt(path)])),
    );
    const nameOf = (received: Received | undefined) =>
      received && reportOf(received).report.documents[0]?.departments[0]?.name;
    expect([nameOf(hebei), nameOf(central)]).toEqual(['示例县交通运输局', '示例部']);
  });
});

describe('what was read and seen', () => {
  it('is written as the command writes it, from several documents too', async () => {
    const shanghai = await documentAt(SHANGHAI);
    const given: Parameters<typeof ask> = ['report', [shanghai], { codes: SHANGHAI_CODES }];
    const { seen } = reportOf(await ask(...given));
    const written = await ask('write', [shanghai], { codes: SHANGHAI_CODES, seen });
    expect(JSON.parse(written.body.toString())).toEqual({
      written: 4,
      departments: [{ name: '2026年样例区文化和旅游局', path: '2026/310999/' }],
      toPublish: true,
    });
    expect(await filesIn(content)).toEqual(await writtenByCommand(SHANGHAI));
    const both = [await documentAt(HEBEI), await documentAt(CENTRAL)];
    await ask('write', both, { seen: reportOf(await ask('report', both)).seen });
    expect(Object.keys(await filesIn(content)).filter((path) => path.endsWith('department.md'))).toHaveLength(
      3,
    );
  });

  it('is packed with just the files that the command writes, and without writing any', async () => {
    const shanghai = await documentAt(SHANGHAI);
    const { seen } = reportOf(await ask('report', [shanghai], { codes: SHANGHAI_CODES }));
    const pack = () => ask('zip', [shanghai], { codes: SHANGHAI_CODES, seen });
    const { headers, body } = await pack();
    expect(headers['content-type']).toBe('application/zip');
    const packed = Object.entries(unzipSync(body)).map(([path, bytes]) => [path, Buffer.from(bytes)]);
    expect(Object.fromEntries(packed)).toEqual(await writtenByCommand(SHANGHAI));
    expect(await filesIn(content)).toEqual({});
    expect((await pack()).body).toEqual(body);
  });

  it('replaces only the files that were ticked', async () => {
    const hebei = await documentAt(HEBEI);
    await ask('write', [hebei], { seen: reportOf(await ask('report', [hebei])).seen });
    const before = await filesIn(content);
    const [one = '', other = ''] = Object.keys(before).filter((path) => path.includes('projects/'));
    for (const path of [one, other]) {
      const changed = before[path]?.toString().replace(/(\n {2}预算数: ).*/, '$11.00') ?? '';
      await writeFile(join(content, path), changed);
    }
    const { report, seen } = reportOf(await ask('report', [hebei]));
    const different = report.files.filter(({ status }) => status === 'different');
    expect(different).toHaveLength(2);
    expect(report.checks.findings).toEqual([]);
    const replace = different.slice(0, 1).map(({ file }) => file);
    const again = reportOf(await ask('report', [hebei], { replace }));
    expect(again.report.files.filter(({ written }) => written).map(({ file }) => file)).toEqual(replace);
    await ask('write', [hebei], { replace, seen });
    const after = await filesIn(content);
    const restored = [one, other].filter((path) => after[path]?.equals(before[path] ?? Buffer.alloc(0)));
    expect(restored).toHaveLength(1);
    expect(replace[0]).toContain(restored[0]);
  });

  it('is not written when the content has changed since', async () => {
    const hebei = await documentAt(HEBEI);
    const { seen } = reportOf(await ask('report', [hebei]));
    await cp('tests/fixtures/three-departments', content, { recursive: true });
    expect((await ask('write', [hebei], { seen })).status).toBe(200);
    const files = await filesIn(content);
    const project = Object.keys(files).find((path) => /^2024.*projects/.test(path)) ?? '';
    const now = reportOf(await ask('report', [hebei]));
    await writeFile(join(content, project), `${String(files[project])}# 虚构的批注\n`);
    const late = await ask('write', [hebei], { seen: now.seen });
    expect(late.status).toBe(409);
    expect(refusalOf(late).message).toContain('没有写入任何文件');
    expect((await ask('zip', [hebei], { seen: now.seen })).status).toBe(409);
  });

  it('is published after it was written, and a fault then is told in the terminal alone', async () => {
    publish = () => Promise.resolve(false);
    const failed = await send('POST', '/budget/import/publish', own());
    expect(JSON.parse(failed.body.toString())).toEqual({ published: false });
    publish = () => Promise.reject(new Error('a secret of the program'));
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const broken = await send('POST', '/budget/import/publish', own());
    expect(told.mock.calls.join('')).toContain('a secret of the program');
    told.mockRestore();
    expect(broken.status).toBe(500);
    expect(refusalOf(broken).message).toBe('程序出错。请把终端里的文字报告给维护人员。');
  });
});

describe('a request', () => {
  const MEBIBYTE = 1024 * 1024;
  const type = { 'Content-Type': 'multipart/form-data; boundary=x' };

  it('that says it is too large is refused before it has come', async () => {
    const refused = await new Promise<Received>((resolve, reject) => {
      const headers = { ...own(), ...type, 'Content-Length': String(66 * MEBIBYTE) };
      const sent = request(
        { port, host: '127.0.0.1', path: '/budget/import/report', method: 'POST', headers },
        (response) => {
          response.on('data', (body: Buffer) => {
            resolve({ status: response.statusCode, headers: response.headers, body });
          });
        },
      );
      sent.on('error', reject).flushHeaders();
    });
    expect(refused.status).toBe(413);
    expect(refusalOf(refused).message).toContain('一共超过64 MiB');
  });

  it('that turns out to be too large is answered while it is still being sent', async () => {
    let sentBytes = 0;
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const options = {
        port,
        host: '127.0.0.1',
        path: '/budget/import/report',
        method: 'POST',
        headers: { ...own(), ...type },
      };
      const sent = request(options, (response) => {
        resolve(response.statusCode);
        response.resume();
        sent.destroy();
      });
      sent.on('error', reject);
      const part = Buffer.alloc(MEBIBYTE);
      const more = () => {
        while (sentBytes < 1000 * MEBIBYTE) {
          sentBytes += part.length;
          if (!sent.write(part)) return;
        }
      };
      sent.on('drain', more);
      more();
    });
    expect(status).toBe(413);
    expect(sentBytes).toBeLessThan(500 * MEBIBYTE);
  });

  it('that is cut off writes nothing, and the next is served', async () => {
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const options = {
      port,
      host: '127.0.0.1',
      path: '/budget/import/write',
      method: 'POST',
      headers: { ...own(), ...type },
    };
    const sent = request(options).on('error', () => undefined);
    sent.write('--x\r\nContent-Disposition: form-data; name="documents"; filename="a.docx"\r\n\r\nPK');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const closed = new Promise((resolve) => sent.once('close', resolve));
    sent.destroy();
    await closed;
    expect((await ask('report', [await documentAt(HEBEI)])).status).toBe(200);
    expect(await filesIn(content)).toEqual({});
    expect(told).not.toHaveBeenCalled();
    told.mockRestore();
  });

  it.each([
    ['no documents', [], 400],
    ['a hidden name', [['.a.docx', Buffer.from('a')]], 422],
    ['the lock of an open document', [['~$a.docx', Buffer.from('a')]], 422],
    ['a name of no file system', [['a?.docx', Buffer.from('a')]], 422],
    [
      'one name twice',
      [
        ['a.docx', Buffer.from('a')],
        ['a.docx', Buffer.from('b')],
      ],
      422,
    ],
  ] as const)('with %s is refused', async (_, documents, status) => {
    expect((await ask('report', documents)).status).toBe(status);
  });

  it('with a way out of the folder in a name leads nowhere', async () => {
    const [, bytes] = await documentAt(HEBEI);
    const { report } = reportOf(await ask('report', [['../../../a.xlsx', bytes]]));
    expect(report.documents[0]?.file).toBe('a.xlsx');
    const sources = report.files.filter(({ file }) => file.endsWith('.xlsx'));
    expect(sources.map(({ file }) => file.split('/').slice(-4))).toEqual([
      ['2024', '313101', 'sources', 'a.xlsx'],
    ]);
  });

  it.each([
    ['JSON', { 'Content-Type': 'application/json' }, '{}', 415],
    ['a broken form', type, 'no form', 400],
    ['words that are none of the page', type, form('asked', '{"year":"x"}'), 400],
    ['text in place of a document', type, form('documents', 'x'), 400],
  ])('of %s is refused', async (_, headers, body, status) => {
    const sent = { ...own(), ...headers };
    expect((await send('POST', '/budget/import/report', sent, Buffer.from(body))).status).toBe(status);
  });

  function form(name: string, text: string): string {
    const document = '--x\r\nContent-Disposition: form-data; name="documents"; filename="a.txt"\r\n\r\na\r\n';
    return `${document}--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n--x--\r\n`;
  }
});
