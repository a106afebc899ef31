import { labelWords } from '../../src/documents/forms/labels.ts';
import { readForms } from '../../src/documents/forms/read-forms.ts';
import { splitGoals } from '../../src/model/goals.ts';
import { readFile } from './made-documents.ts';

/** A cell's text, and how many columns and rows it covers. */
export type Cell = string | readonly [text: string, columns?: number, rows?: number];

const td = (cell: Cell) => {
  const [text, columns = 1, rows = 1] = typeof cell === 'string' ? [cell] : cell;
  return `<td colspan="${columns}" rowspan="${rows}">${text}</td>`;
};
/** A table of a made-up page. */
export const table = (...rows: readonly (readonly Cell[])[]) =>
  `<table>${rows.map((cells) => `<tr>${cells.map(td).join('')}</tr>`).join('')}</table>`;
export const p = (text: string) => `<p>${text}</p>`;

/** What is read of a made-up page: each project in short, and what was not placed. */
export function read(...parts: readonly string[]) {
  const words = labelWords();
  const body = readFile(Buffer.from(`<html><body>${parts.join('')}`), 'made-up.html');
  const { records, unplaced, leftOut } = readForms(body, words);
  return {
    projects: records.map((record) => ({
      ...{ year: record.year, department: record.department, unit: record.unit, name: record.name },
      amounts: Object.values(record.budget).filter((text) => text !== ''),
      plan: record.plan.map(({ period, text }) => `${period} ${text}`),
      goals: splitGoals(record.goals ?? ''),
      rows: record.rows.map(({ category, texts }) =>
        [category, texts.kind, texts.name, texts.target, texts.weight ?? '']
          .filter((text) => text !== '')
          .join(' | '),
      ),
      additional: record.additional.map(({ label, text }) => `${label}=${text}`),
    })),
    remarks: records.flatMap(({ remarks }) => remarks.map(({ message }) => message)),
    unplaced: unplaced.map(({ text }) => text),
    reasons: [...new Set(leftOut.map(({ reason }) => reason))],
  };
}
