import { read, utils, write, type WorkSheet } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { BUDGET_FIELDS, INDICATOR_FIELDS } from '../../src/model/form.ts';
import { indicatorText } from '../../src/model/indicator.ts';
import type { Department } from '../../src/model/department.ts';
import type { Project } from '../../src/model/project.ts';
import { LABELS as L } from '../../src/model/terms.ts';

/** A cell that a person sees: what stands in it, and how it is filled in. */
interface Cell {
  text: string;
  readonly set: (text: string) => void;
}
/** A table as rows of cells; a merged cell stands where it begins. */
type Rows = readonly (readonly Cell[])[];

type Filled = Pick<Department, 'year' | 'code' | 'name' | 'unit' | 'projects'>;

/** Fills in a blank form as a department does, with nothing of the program that wrote it. */
export function fillForm(kind: 'docx' | 'xlsx', bytes: Uint8Array, department: Filled): Uint8Array {
  return kind === 'xlsx'
    ? inWorkbook(bytes, (rowsOf) => {
        fillDepartment(rowsOf('部门'), department);
        department.projects.forEach((project, place) => {
          fillProject(rowsOf(`项目${String(place + 1)}`), project);
        });
      })
    : inWord(bytes, ([cover = [], ...tables]) => {
        fillDepartment(cover, department);
        department.projects.forEach((project, place) => {
          fillProject(tables.slice(2 * place, 2 * place + 2).flat(), project);
        });
      });
}

/** Fills in the lists of a blank workbook: a row a project, a row an indicator. */
export function fillLists(bytes: Uint8Array, department: Filled): Uint8Array {
  return inWorkbook(bytes, (rowsOf) => {
    fillDepartment(rowsOf('部门'), department);
    const fill = ([labels = [], ...rows]: Rows, all: readonly ReadonlyMap<string, string>[]) => {
      all.forEach((texts, place) => {
        labels.forEach(({ text: label }, column) => rows[place]?.[column]?.set(texts.get(label) ?? ''));
      });
    };
    const naming = ({ code, name }: Project) => [[L.code, code] as const, [L.name, name] as const];
    fill(
      rowsOf('项目一览'),
      department.projects.map(
        (one) =>
          new Map([
            ...naming(one),
            ...BUDGET_FIELDS.map(({ name, label }) => [label, one.budget[name].text] as const),
            ...one.disbursementPlan.map(({ period, stated }) => [period, stated.text] as const),
            [L.purpose, one.purpose],
            [L.goals, goalsOf(one)],
          ]),
      ),
    );
    fill(
      rowsOf('指标一览'),
      department.projects.flatMap((one) =>
        one.indicators.map(
          (row) =>
            new Map([
              ...naming(one),
              [L.category, row.category],
              ...INDICATOR_FIELDS.map(({ name, label }) => [label, indicatorText(row, name)] as const),
            ]),
        ),
      ),
    );
  });
}

function fillDepartment(rows: Rows, { year, code, name, unit }: Filled): void {
  for (const [label, value] of [
    [L.departmentCode, code],
    [L.departmentName, name],
    [L.year, String(year)],
    [L.unit, unit],
  ] as const)
    beside(rows, label).set(value);
}

function fillProject(rows: Rows, project: Project): void {
  beside(rows, L.code).set(project.code);
  beside(rows, L.name).set(project.name);
  for (const { name, label } of BUDGET_FIELDS)
    beside(rows, name === 'fiscal' ? `其中：${label}` : label).set(project.budget[name].text);
  rowBelow(rows, '预算规模及资金用途')[0]?.set(project.purpose);
  const periods = rows.find(([first]) => first?.text === '资金支出计划（%）') ?? [];
  for (const { period, stated } of project.disbursementPlan) {
    const place = periods.findIndex(({ text }) => text === period) - 1;
    rowBelow(rows, '资金支出计划（%）')[place]?.set(stated.text);
  }
  beside(rows, L.goals).set(goalsOf(project));
  for (const { label, text } of project.additional) {
    const [own, value] = rows.find((row) => row.length === 2 && row.every((one) => one.text === '')) ?? [];
    own?.set(label);
    value?.set(text);
  }
  const header = rows.findIndex(([first]) => first?.text === L.category);
  const labels = rows[header]?.map(({ text }) => text) ?? [];
  for (const row of project.indicators) {
    const begins = rows.findIndex(([first], place) => place > header && first?.text === row.category);
    const cells = rows
      .slice(begins)
      .map((own, place) => (place === 0 ? own.slice(1) : own))
      .find((own) => own.slice(1).every(({ text }) => text === ''));
    for (const { name, label } of INDICATOR_FIELDS)
      cells?.[labels.indexOf(label) - 1]?.set(indicatorText(row, name));
  }
}

const goalsOf = ({ goals }: Project) => goals.map((goal, place) => `${String(place + 1)}.${goal}`).join('\n');

function beside(rows: Rows, label: string): Cell {
  for (const row of rows) {
    const place = row.findIndex(({ text }) => text === label);
    const cell = place < 0 ? undefined : row[place + 1];
    if (cell !== undefined) return cell;
  }
  throw new Error(`nothing stands beside ${label}`);
}

const rowBelow = (rows: Rows, label: string) =>
  rows[rows.findIndex(([first]) => first?.text === label) + 1] ?? [];

/** Changes a workbook through a library, as other programs do. */
export function inWorkbook(bytes: Uint8Array, change: (rowsOf: (sheet: string) => Rows) => void): Uint8Array {
  const book = read(bytes, { type: 'array', cellStyles: true });
  change((name) => rowsOfSheet(book.Sheets[name] ?? {}));
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

function rowsOfSheet(sheet: WorkSheet): Rows {
  const range = utils.decode_range(sheet['!ref'] ?? 'A1');
  const merges = sheet['!merges'] ?? [];
  return Array.from({ length: range.e.r + 1 }, (_, r) =>
    Array.from({ length: range.e.c + 1 }, (_none, c) => c)
      .filter((c) =>
        merges.every(({ s, e }) => r < s.r || r > e.r || c < s.c || c > e.c || (r === s.r && c === s.c)),
      )
      .map((c): Cell => {
        const address = utils.encode_cell({ r, c });
        const before = sheet[address] as { readonly v?: unknown } | undefined;
        const cell: Cell = {
          text: typeof before?.v === 'string' ? before.v : '',
          set: (text) => {
            cell.text = text;
            if (text === '') Reflect.deleteProperty(sheet, address);
            else sheet[address] = { t: 's', v: text };
          },
        };
        return cell;
      }),
  );
}

/** Changes the tables of a Word document in its XML. */
export function inWord(bytes: Uint8Array, change: (tables: readonly Rows[]) => void): Uint8Array {
  const archive = unzipSync(bytes);
  let document = strFromU8(archive['word/document.xml'] ?? new Uint8Array());
  const changes: (readonly [before: string, after: string])[] = [];
  let places = 0;
  // Each cell is marked, so that equal ones are told apart.
  document = document.replace(/<w:tc>/g, () => `<w:tc n="${String((places += 1))}">`);
  const tables = (document.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).map((table) =>
    (table.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).map((row) =>
      (row.match(/<w:tc .*?<\/w:tc>/gs) ?? [])
        .filter((cell) => !cell.includes('<w:vMerge/>'))
        .map((xml): Cell => {
          const cell: Cell = {
            text: xml.includes('<w:showingPlcHdr/>')
              ? ''
              : [...xml.matchAll(/<w:t[ >][^<]*/g)].map(([text]) => text.replace(/^[^>]*>/, '')).join(''),
            set: (text) => {
              cell.text = text;
              changes.push([xml, filledCell(xml, text)]);
            },
          };
          return cell;
        }),
    ),
  );
  change(tables);
  for (const [before, after] of changes) document = document.replace(before, () => after);
  const after = strToU8(document.replace(/<w:tc n="\d+">/g, '<w:tc>'));
  return zipSync({ ...archive, 'word/document.xml': after });
}

function filledCell(xml: string, text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const run = `<w:r>${escaped
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${line}</w:t>`)
    .join('<w:br/>')}</w:r>`;
  // What is picked from a list stands in its control.
  return xml.includes('<w:sdtContent>')
    ? xml
        .replace('<w:showingPlcHdr/>', '')
        .replace(/<w:sdtContent>.*<\/w:sdtContent>/s, () => `<w:sdtContent>${run}</w:sdtContent>`)
    : xml.replace(
        /(<\/w:pPr>)(.*)(<\/w:p>)/s,
        (_whole, begin: string, _inner, end: string) => begin + run + end,
      );
}
