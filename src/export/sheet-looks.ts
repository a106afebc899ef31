import { element } from '../open-data/xml.ts';
import { SPREADSHEET } from './sheet.ts';

/** How a cell looks. */
export interface Look {
  readonly align?: 'center' | 'right' | undefined;
  readonly bold?: boolean;
  readonly isLink?: boolean;
  /** The size of its type in points; 10.5 where left out. */
  readonly size?: number;
  readonly ruled?: boolean;
  /** Whether it heads a list. */
  readonly shaded?: boolean;
  /** The format of a number; `@` for a text that stays one when it is typed anew. */
  readonly format?: string;
}

/** Formats of one's own are numbered from here. */
const FIRST_FORMAT = 164;

/** The looks of a workbook's cells, each once, in the order in which they were met. */
export class Looks {
  readonly #ids = new Map<string, { readonly id: number; readonly look: Look }>();
  /** Most cells share few objects, and to know those again is quick. */
  readonly #known = new WeakMap<Look, number>();

  constructor() {
    // The first is that of cells of which nothing is said.
    this.idOf({});
  }

  idOf(look: Look): number {
    const before = this.#known.get(look);
    if (before !== undefined) return before;
    const key = JSON.stringify(Object.entries(look).sort());
    const known = this.#ids.get(key) ?? { id: this.#ids.size, look };
    this.#ids.set(key, known);
    this.#known.set(look, known.id);
    return known.id;
  }

  /** The part of the file with all looks. */
  xml(): string {
    const looks = [...this.#ids.values()].map(({ look }) => look);
    const formats = [...new Set(looks.flatMap(({ format }) => format ?? []))];
    const fonts = distinct(looks.map(fontXml));
    const counted = (tag: string, children: readonly string[]) =>
      element(tag, { count: children.length }, ...children);
    return element(
      'styleSheet',
      { xmlns: SPREADSHEET },
      formats.length === 0
        ? ''
        : counted(
            'numFmts',
            formats.map((formatCode, place) =>
              element('numFmt', { numFmtId: FIRST_FORMAT + place, formatCode }),
            ),
          ),
      counted('fonts', fonts),
      counted('fills', [
        ...['none', 'gray125'].map((patternType) =>
          element('fill', {}, element('patternFill', { patternType })),
        ),
        element(
          'fill',
          {},
          element('patternFill', { patternType: 'solid' }, element('fgColor', { rgb: 'FFEDEDED' })),
        ),
      ]),
      counted('borders', [borders(undefined), borders('thin')]),
      counted('cellStyleXfs', [element('xf')]),
      counted(
        'cellXfs',
        looks.map((look) =>
          element(
            'xf',
            {
              numFmtId: look.format === undefined ? 0 : FIRST_FORMAT + formats.indexOf(look.format),
              fontId: fonts.indexOf(fontXml(look)),
              fillId: look.shaded === true ? 2 : 0,
              borderId: look.ruled === true ? 1 : 0,
              xfId: 0,
              ...{ applyNumberFormat: 1, applyFont: 1, applyFill: 1, applyBorder: 1, applyAlignment: 1 },
            },
            element('alignment', { horizontal: look.align, vertical: 'center', wrapText: 1 }),
          ),
        ),
      ),
    );
  }
}

const distinct = (all: readonly string[]) => [...new Set(all)];

function fontXml({ bold = false, isLink = false, size = 10.5 }: Look): string {
  return element(
    'font',
    {},
    bold ? element('b') : '',
    isLink ? element('u') : '',
    element('sz', { val: size }),
    isLink ? element('color', { rgb: 'FF0B5CAD' }) : '',
    element('name', { val: '宋体' }),
  );
}

function borders(style: string | undefined): string {
  return element(
    'border',
    {},
    ...['left', 'right', 'top', 'bottom', 'diagonal'].map((side) =>
      style === undefined || side === 'diagonal'
        ? element(side)
        : element(side, { style }, element('color', { auto: 1 })),
    ),
  );
}
