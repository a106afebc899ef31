import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { labelWords } from '../../src/documents/forms/labels.ts';
import { readBody } from '../../src/documents/open/open-document.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { fileOf } from './built-pages.ts';

const folder = inject('siteFolder');

describe('a blank form, to fill in', () => {
  it.each(['docx', 'xlsx'])('is offered as %s where editors look for it', (format) => {
    const page = readFileSync(fileOf(folder, '/editing/'), 'utf8');
    expect(page).toContain(`blank-form.${format}"`);
    const words = labelWords();
    const bytes = readFileSync(fileOf(folder, `/blank-form.${format}`));
    expect(readDocument(readBody(bytes, format, words), undefined, words)).toMatchObject({
      problems: [{ message: expect.stringContaining('表里的栏目都是空白') as unknown }],
    });
  });
});

describe('the forms of a department, to take away', () => {
  it.each([
    ['docx', 'Word文档'],
    ['xlsx', 'Excel工作簿'],
  ])('are offered as %s with the kind and size of the file, which holds all 40', (format, kind) => {
    const bytes = readFileSync(fileOf(folder, `/2022/313001/forms.${format}`));
    const page = readFileSync(fileOf(folder, '/2022/313001/'), 'utf8');
    expect(page).toContain(`下载全部表格（${kind}，${String(Math.round(bytes.length / 1024))} KB）`);
    const words = labelWords();
    const reading = readDocument(readBody(bytes, format, words), undefined, words);
    expect('departments' in reading && reading.departments.map(({ projects }) => projects.length)).toEqual([
      40,
    ]);
  });
});
