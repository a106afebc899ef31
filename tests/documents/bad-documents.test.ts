import { mkdir, mkdtemp, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CFB } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { labelWords } from '../../src/documents/forms/labels.ts';
import { importDocuments } from '../../src/documents/import-documents.ts';
import { readBody } from '../../src/documents/open/open-document.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { UserError } from '../../src/files/user-error.ts';
import { randomNumbers } from '../setup/random.ts';
import { DOCUMENTS } from './gold.ts';
import { cell, formsDocument, paragraph, row, run, table, wordFile } from './made-documents.ts';

const GOOD = formsDocument({ name: '示例项目一', code: 'EXAMPLE-1' });

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mingzhang-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

const plan = (...names: readonly string[]) =>
  importDocuments({
    directory: join(directory, 'content'),
    paths: names.map((name) => join(directory, name)),
    answers: { department: '999001' },
    force: true,
  });

/** An archive that says of its entries that they are encrypted. */
function withPassword(bytes: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  copy[6] = (copy[6] ?? 0) | 1;
  return copy;
}

/** A Word file as Office encrypts it. */
function encryptedOffice(): Buffer {
  const library = CFB as unknown as {
    utils: { cfb_new: () => unknown; cfb_add: (file: unknown, name: string, content: Buffer) => void };
    write: (file: unknown, options: { type: 'buffer' }) => Buffer;
  };
  const file = library.utils.cfb_new();
  for (const name of ['/EncryptedPackage', '/EncryptionInfo'])
    library.utils.cfb_add(file, name, Buffer.alloc(100));
  return library.write(file, { type: 'buffer' });
}

/** A byte of a stored text changed behind the archive's back. */
function withDamage(): Uint8Array {
  const stored = Buffer.from(zipSync(unzipSync(GOOD), { level: 0 }));
  const at = stored.indexOf('10.00');
  stored.write('70', at);
  return stored;
}

const word = (body: string) => zipSync({ 'word/document.xml': strToU8(body) });
const BODY = '<w:document xmlns:w="urn:w"><w:body>';

describe('a document that is refused with what to do, before anything is written', () => {
  it.each([
    ['is cut', GOOD.slice(0, GOOD.length / 2), '没有下载完整'],
    ['has one changed figure that its checksum betrays', withDamage(), '可能已损坏'],
    ['has a password of the archive', withPassword(GOOD), '去掉密码'],
    ['is cut, whatever the flags of its first part say', Buffer.from('PK\u0003\u0004broken'), '可能已损坏'],
    ['has a password of Office', encryptedOffice(), '去掉密码'],
    [
      'unpacks to too much',
      zipSync({ 'word/document.xml': new Uint8Array(513 * 1024 * 1024) }),
      '展开后过大',
    ],
    [
      'has too many entries',
      zipSync(
        Object.fromEntries(Array.from({ length: 10_001 }, (_, name) => [String(name), new Uint8Array()])),
      ),
      '展开后过大',
    ],
    ['is nested beyond measure', word(BODY + '<w:tbl><w:tr><w:tc>'.repeat(50_000)), '可能已损坏'],
    ['is a nested web page', strToU8(`<html><body>${'<table><tr><td>'.repeat(50_000)}`), '可能已损坏'],
    ['is an archive of something else', zipSync({ 'a.txt': strToU8('甲') }), '压缩包请先解压'],
    ['is a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1), '是图片'],
    ['is a PDF', strToU8('%PDF-1.7'), '索取 Word 或 Excel 文件'],
    [
      'holds a picture of the form',
      zipSync({
        ...unzipSync(wordFile(paragraph(run('示例绩效目标表')))),
        'word/media/image1.png': new Uint8Array(9),
      }),
      '表格可能是图片',
    ],
    [
      'is another document',
      wordFile(paragraph(run('关于示例活动的通知')) + table(row(cell('姓名'), cell('甲')))),
      '请确认选对了文件',
    ],
    [
      'has only blank forms',
      formsDocument({ name: '', code: '', department: '', total: '', goals: '', rows: [['', '', '']] }),
      '不是空白的样表',
    ],
  ])('it %s', async (_what, bytes, words) => {
    await writeFile(join(directory, 'document.docx'), bytes);
    await expect(plan('document.docx')).rejects.toThrow(UserError);
    await expect(plan('document.docx')).rejects.toThrow(words);
    expect(await readdir(directory)).toEqual(['document.docx']);
  });

  it('is a folder, a link, or very large', async () => {
    await mkdir(join(directory, 'folder'));
    await symlink('/etc/hostname', join(directory, 'link.txt'));
    await writeFile(join(directory, 'large.xlsx'), '');
    await truncate(join(directory, 'large.xlsx'), 500 * 1024 * 1024);
    await expect(plan('folder')).rejects.toThrow('不是文件');
    await expect(plan('link.txt')).rejects.toThrow('链接');
    await expect(plan('large.xlsx')).rejects.toThrow('超过64 MiB');
  });

  it('has a project that another has too', async () => {
    await writeFile(join(directory, 'a.docx'), GOOD);
    await writeFile(join(directory, 'b.docx'), GOOD);
    await expect(plan('a.docx', 'b.docx')).rejects.toThrow(
      /b\.docx，第1张表.*：项目“.*”.*在“.*a\.docx，第1张表.*”里也有/,
    );
  });
});

describe('what a document brings along', () => {
  it('such as macros is not run, and told', async () => {
    const files = { ...unzipSync(GOOD), 'word/vbaProject.bin': strToU8('x') };
    await writeFile(join(directory, 'document.docm'), zipSync(files));
    const { documents } = await plan('document.docm');
    expect(documents[0]?.notes.map(({ message }) => message)).toEqual(['文件里有宏，没有运行，也没有读取']);
  });

  it.each([
    ['word/media/image1.png', true],
    ['docProps/thumbnail.jpeg', false],
    ['Thumbnails/thumbnail.png', false],
  ])('such as pictures is told, for a table may be one: %s', async (name, isTold) => {
    await writeFile(join(directory, 'x.docx'), zipSync({ ...unzipSync(GOOD), [name]: strToU8('x') }));
    const { documents } = await plan('x.docx');
    expect(documents[0]?.notes.map(({ message }) => message)).toEqual(
      isTold ? [expect.stringMatching(/有图片.*那些项目没有读出/)] : [],
    );
  });

  it('such as entities is neither expanded nor fetched', () => {
    const entities = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY b "甲甲">]>';
    const text = '<w:p><w:r><w:t>乙&e;&b;</w:t></w:r></w:p>';
    const body = readBody(word(`${entities}${BODY}${text}</w:body></w:document>`), 'x.docx', labelWords());
    expect(body.blocks.map((block) => 'text' in block && block.text)).toEqual(['乙&e;&b;']);
  });
});

describe('a document made of more than any form', () => {
  it('is refused before it takes the memory, however small its file', () => {
    const runs = word(`${BODY}${'<w:p/>'.repeat(3_000_001)}</w:body></w:document>`);
    const sheet = Buffer.alloc(65 * 1024 * 1024, ' ');
    const book = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': sheet });
    for (const bytes of [runs, book]) {
      expect(bytes.length).toBeLessThan(1024 * 1024);
      expect(() => readBody(bytes, 'x.docx', labelWords())).toThrow(
        /展开后过大，不予读取。请在.*只保留绩效目标表/,
      );
    }
  });
});

describe('a document with one bit changed at a random place', () => {
  const times = process.env.TEST_FULL === '1' ? 500 : 24;
  it.each(readdirSync(DOCUMENTS).filter((name) => !name.endsWith('.json')))(
    'is read or refused, and the program goes on: %s',
    (name) => {
      const bytes = readFileSync(join(DOCUMENTS, name));
      const words = labelWords();
      const random = randomNumbers(1);
      for (let time = 0; time < times; time += 1) {
        const copy = Buffer.from(bytes);
        const at = random(copy.length);
        copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
        try {
          readDocument(readBody(copy, name, words), name, words);
        } catch (error) {
          if (!(error instanceof UserError)) throw new Error(`bit ${at}`, { cause: error });
        }
      }
    },
  );
});
