import { strToU8, zipSync } from 'fflate';
import { labelWords } from '../../src/documents/forms/labels.ts';
import type { DocumentBody, Table } from '../../src/documents/grid/grid.ts';
import { readBody } from '../../src/documents/open/open-document.ts';

/** The smallest Word document around a body. */
export function wordFile(body: string, styles = ''): Uint8Array {
  const names = ['w', 'mc', 'wps', 'v', 'm'].map((name) => `xmlns:${name}="urn:${name}"`).join(' ');
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<w:document ${names}><w:body>${body}</w:body></w:document>`),
    'word/styles.xml': strToU8(`<w:styles ${names}>${styles}</w:styles>`),
  });
}

export const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (inner: string) => `<w:p>${inner}</w:p>`;
export const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
export const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
export const table = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

export const readFile = (bytes: Uint8Array, name = 'made-up.docx'): DocumentBody =>
  readBody(bytes, name, labelWords());

/** The tables of a document as rows of texts. */
export function rowsOf(body: DocumentBody): readonly (readonly string[])[] {
  return body.blocks
    .filter((block): block is Table => block.type === 'table')
    .flatMap(({ cells }) => {
      const rows = new Map<number, string[]>();
      for (const { row: number, text } of cells) rows.set(number, [...(rows.get(number) ?? []), text]);
      return [...rows.values()];
    });
}

/** A made-up form. */
export interface MadeForm {
  readonly department?: string;
  readonly name: string;
  /** The form's number, which stands in a title of its own: `3.示例项目绩效目标表`. */
  readonly number?: number;
  readonly code?: string;
  readonly total?: string;
  readonly totalLabel?: string;
  readonly goals?: string;
  /** Second level, third level, value. */
  readonly rows?: readonly (readonly [string, string, string])[];
}

export const MADE_ROWS = [
  ['数量指标', '示例培训人数', '≥100人'],
  ['数量指标', '示例培训期数', '4期'],
  ['质量指标', '示例合格率', '≥95%'],
] as const;

/** A document of made-up forms, as the smallest Word file. */
export function formsDocument(...forms: readonly MadeForm[]): Uint8Array {
  return formsDocumentIn('万元', forms);
}

/** The same, with another unit or other lines above the forms. */
export function formsDocumentIn(
  unit: string,
  forms: readonly MadeForm[],
  above: readonly string[] = [],
): Uint8Array {
  const made = forms.map(
    ({ department = '示例县示例局', name, code, total = '10.00', goals = '1.做好示例工作。', ...form }) =>
      (form.number === undefined ? '' : paragraph(run(`${form.number}.${name}绩效目标表`))) +
      table(
        row(cell('项目名称'), cell(name)),
        ...(code === undefined ? [] : [row(cell('项目编码'), cell(code))]),
        row(cell('预算单位'), cell(department)),
        row(cell(form.totalLabel ?? '预算数'), cell(total)),
        row(cell('绩效目标'), cell(goals)),
        row(...['一级指标', '二级指标', '三级指标', '指标值'].map((text) => cell(text))),
        ...(form.rows ?? MADE_ROWS).map((texts) => row(cell('产出指标'), ...texts.map((text) => cell(text)))),
      ),
  );
  const title = paragraph(run(`2026年项目绩效目标表（单位：${unit}）`));
  const lines = above.map((line) => paragraph(run(line)));
  return wordFile([...lines, title, ...made].join(paragraph(run(''))));
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const SPREADSHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A sheet of a made-up workbook: its name, what stands in `worksheet`, and its state such as `hidden`. */
export interface MadeSheet {
  readonly name?: string;
  readonly xml: string;
  readonly state?: string;
}

/** The smallest Excel workbook, with the number formats of its styles from 164 on and its shared texts. */
export function workbookFile(
  sheets: readonly MadeSheet[],
  { formats = [], shared = [] }: { formats?: readonly string[]; shared?: readonly string[] } = {},
): Uint8Array {
  const entries = sheets.map(
    ({ name = '表', state = 'visible' }, place) =>
      `<sheet name="${name}${place}" sheetId="${place + 1}" state="${state}" r:id="r${place}"/>`,
  );
  const targets = [
    ...sheets.map((_, place) => ['worksheet', `worksheets/sheet${place}`]),
    ['styles', 'styles'],
    ['sharedStrings', 'sharedStrings'],
  ];
  const styles = formats.map((format, place) => `<numFmt numFmtId="${164 + place}" formatCode="${format}"/>`);
  const cells = formats.map((_, place) => `<xf numFmtId="${164 + place}" applyNumberFormat="1"/>`);
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${targets.map(([kind, path]) => `<Override PartName="/xl/${path ?? ''}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind ?? ''}+xml"/>`).join('')}</Types>`,
    ),
    'xl/workbook.xml': strToU8(
      `${XML}<workbook ${SPREADSHEET} xmlns:r="${RELATIONS}"><sheets>${entries.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(([kind, path], place) => `<Relationship Id="r${place}" Type="${RELATIONS}/${kind ?? ''}" Target="${path ?? ''}.xml"/>`).join('')}</Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      `${XML}<styleSheet ${SPREADSHEET}><numFmts>${styles.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${cells.join('')}</cellXfs></styleSheet>`,
    ),
    'xl/sharedStrings.xml': strToU8(
      `${XML}<sst ${SPREADSHEET}>${shared.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    ),
    ...Object.fromEntries(
      sheets.map(({ xml }, place) => [
        `xl/worksheets/sheet${place}.xml`,
        strToU8(`${XML}<worksheet ${SPREADSHEET}>${xml}</worksheet>`),
      ]),
    ),
  });
}
