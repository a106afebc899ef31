import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formsAs } from '../../src/export/export-files.ts';
import type { Department } from '../../src/model/department.ts';
import { formLayout, type FormCell } from '../../src/model/form-layout.ts';
import { madeUpDepartment } from './made-up-content.ts';
import { MADE_UP_YEAR, madeUpProject } from './made-up-project.ts';

/** A document to be imported, or a folder of them. */
export interface MadeUpDocument {
  /** In words, for example `Excel`. */
  readonly name: string;
  readonly path: string;
}

/** Writes a made-up department of `count` projects in each format that is measured, and as one Word file a project. */
export function writeMadeUpDocuments(
  directory: string,
  count: number,
): Readonly<Record<'docx' | 'xlsx' | 'html' | 'folder', MadeUpDocument>> {
  const code = '900001';
  const department: Department = {
    ...madeUpDepartment(code),
    projects: Array.from({ length: count }, (_, number) =>
      madeUpProject(number, { departmentCode: code, sequence: number + 1 }),
    ),
    documents: [],
  };
  mkdirSync(join(directory, 'folder'), { recursive: true });
  for (const project of department.projects) {
    const bytes = formsAs('docx', { kind: 'form', department, project });
    writeFileSync(join(directory, 'folder', `${String(project.sequence)}.docx`), bytes);
  }
  const write = (name: string, file: string, content: Uint8Array | string): MadeUpDocument => {
    const path = join(directory, file);
    writeFileSync(path, content);
    return { name, path };
  };
  const book = { kind: 'book', department } as const;
  return {
    docx: write('Word', 'made-up.docx', formsAs('docx', book)),
    xlsx: write('Excel', 'made-up.xlsx', formsAs('xlsx', book)),
    html: write('网页', 'made-up.html', formsAsHtml(department)),
    folder: { name: `${String(count)}份Word`, path: join(directory, 'folder') },
  };
}

/** The forms as a word processor saves them as a web page. */
function formsAsHtml(department: Department): string {
  const rowOf = (row: readonly FormCell[]) =>
    row.map(
      ({ text, columns, rows }) => `<td colspan="${String(columns)}" rowspan="${String(rows)}">${text}</td>`,
    );
  const forms = department.projects.map((project) => {
    const { title, above, head, labels, groups } = formLayout(project, department);
    const rows = [above, ...head, labels, ...groups.flat()].map((row) => `<tr>${rowOf(row).join('')}</tr>`);
    return `<p>${title}</p>\n<table>${rows.join('\n')}</table>`;
  });
  return `<!doctype html><meta charset="utf-8"><body><p>${String(MADE_UP_YEAR)}年预算项目绩效目标表</p>${forms.join('\n')}`;
}
