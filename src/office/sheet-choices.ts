import type { CellHelp, Choices } from './cell-help.ts';
import { rangeOf, type Spanned } from './cell-reference.ts';
import { element, escapeXml } from '../files/write-xml.ts';

/** Excel shows longer texts of a message cut off. */
const MOST_OF_TITLE = 32;

/** The lists from which cells are filled in; what is not in them can be written all the same. */
export function choiceLists(cells: readonly (Spanned & CellHelp)[]): readonly string[] {
  const places = new Map<string, { readonly choices: Choices; readonly ranges: string[] }>();
  for (const cell of cells) {
    if (cell.choices === undefined) continue;
    const key = JSON.stringify(cell.choices);
    const known = places.get(key) ?? { choices: cell.choices, ranges: [] };
    places.set(key, known);
    known.ranges.push(rangeOf(cell));
  }
  return [...places.values()].map(({ choices: { label, values, others }, ranges }) =>
    element(
      'dataValidation',
      {
        ...{ type: 'list', allowBlank: 1, errorStyle: 'warning' },
        ...(others === 'usual'
          ? {}
          : {
              showErrorMessage: 1,
              errorTitle: label.slice(0, MOST_OF_TITLE),
              error: `“${label}”一般是列表里的一个。原文就是这样写的，可以继续。`,
            }),
        sqref: ranges.join(' '),
      },
      element('formula1', {}, escapeXml(`"${values.join(',')}"`)),
    ),
  );
}
