import { bookOf } from '../model/book.ts';
import { formLayout, type FormCell, type FormCellKind, type FormLayout } from '../model/form-layout.ts';
import type { CellHelp } from '../office/cell-help.ts';
import type { ChosenForms } from './chosen-forms.ts';
import { listsOf } from './lists.ts';
import { belowTitle } from './below-title.ts';
import type { Sheet, SheetCell } from '../office/sheet.ts';
import { packWorkbook } from '../office/workbook.ts';
import { placeInColumns } from './place-in-columns.ts';
import { sheetName } from './sheet-name.ts';
import type { Look } from '../office/sheet-looks.ts';

/**
 * Writes forms as an Excel workbook (.xlsx): one form, or a department's, a sheet each, with a list of contents, what
 * explains it, the overall goals, and lists of projects and indicators. The same content gives the same bytes.
 *
 * @param wholeTextsIn as `formsAs` takes it.
 */
export function writeWorkbook(chosen: ChosenForms, wholeTextsIn?: string): Uint8Array {
  const { department } = chosen;
  const sheets =
    chosen.kind === 'form'
      ? [formSheet(formLayout(chosen.project, department), '绩效目标表', belowTitle(department))]
      : [
          ...listsOf(department),
          ...department.projects.map((project) =>
            formSheet(formLayout(project, department), sheetName(project)),
          ),
        ];
  return packWorkbook(
    chosen.kind === 'form' ? formLayout(chosen.project, department).title : bookOf(department).title.join(''),
    sheets.map((sheet) => ({ ...sheet, wholeTextsIn })),
  );
}

/** In characters: of the first column, and of all others together, as wide as a page. */
const [FIRST_WIDTH, OTHER_WIDTHS] = [16, 84];

/** How a cell of the form looks; a code or target stays text when it is typed anew. */
const LOOKS: Readonly<Record<FormCellKind, Look>> = {
  label: { ruled: true, align: 'center' },
  heading: { ruled: true, align: 'center' },
  word: { ruled: true, format: '@' },
  lines: { ruled: true },
  name: { ruled: true },
  amount: { ruled: true, align: 'right' },
  share: { ruled: true, align: 'center' },
};

/** The same without rules, and where what is typed stays as it is. */
const LOOKS_ABOVE = forEachLook({ ruled: false });
const LOOKS_AS_TYPED = forEachLook({ format: '@' });

function forEachLook(change: Look): typeof LOOKS {
  const changed = (kind: FormCellKind): Look => ({ ...LOOKS[kind], ...change });
  return {
    ...{ label: changed('label'), heading: changed('heading'), word: changed('word') },
    ...{ lines: changed('lines'), name: changed('name') },
    ...{ amount: changed('amount'), share: changed('share') },
  };
}

const TITLE: Look = { align: 'center', bold: true, size: 16 };
const BELOW_TITLE: Look = { align: 'center' };

/** A form as a sheet. @param below what stands below its title, in lines. */
export function formSheet(form: FormLayout, name: string, below: readonly string[] = []): Sheet {
  const { above, head, labels, groups } = form;
  const blank = labels.map((cell): FormCell => ({ ...cell, kind: 'lines', text: '' }));
  return rowsSheet(
    form,
    name,
    [...head, labels, ...(groups.length === 0 ? [blank] : groups.flat())],
    below,
    above,
  );
}

/** A title and rows of cells below it. */
export function rowsSheet(
  { title, columns }: Pick<FormLayout, 'title' | 'columns'>,
  name: string,
  rows: readonly (readonly (FormCell & CellHelp)[])[],
  below: readonly string[] = [],
  above: readonly FormCell[] = [],
): Sheet {
  const whole = (text: string, look: Look) => [{ text, look, columns: columns + 1, rows: 1 }];
  const own = [
    whole(title, TITLE),
    ...below.map((line) => whole(line, BELOW_TITLE)),
    ...(above.length === 0 ? [] : [above.map((cell) => ({ ...cell, look: LOOKS_ABOVE[cell.kind] }))]),
    ...rows.map((row) =>
      row.map((cell) => ({
        ...cell,
        look: (cell.isText === true ? LOOKS_AS_TYPED : LOOKS)[cell.kind],
        isFigure: cell.isText !== true && (cell.kind === 'amount' || cell.kind === 'share'),
      })),
    ),
  ];
  const widths = [FIRST_WIDTH, ...Array.from({ length: columns }, () => OTHER_WIDTHS / columns)];
  return { name, ...placeInColumns<Omit<SheetCell, 'row' | 'column'>>(own, widths) };
}
