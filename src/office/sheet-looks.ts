import { element } from '../files/write-xml.ts';
import { SPREADSHEET } from './sheet.ts';

/** How a cell looks. */
export interface Look {
  readonly align?: 'center' | 'right' | undefined;
  /** Whether a long text stays on one line, cut off at the cell's end. */
  readonly isOneLine?: boolean;
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
  /** Most cells share few objects, and to know those again is quick; each by the format that a number adds. */
  readonly #known = new WeakMap<Look, Map<string | undefined, number>>();

  constructor() {
    // The first is that of cells of which nothing is said.
    this.idOf({});
  }

  /** @param format of a number in a cell of that look. */
  idOf(look: Look, format = look.format): number {
    const before = this.#known.get(look)?.get(format);
    if (before !== undefined) return before;
    const whole = format === undefined ? look : { ...look, format };
    const key = JSON.stringify(Object.entries(whole).sort());
    const known = this.#ids.get(key) ?? { id: this.#ids.size, look: whole };
    this.#ids.set(key, known);
    this.#known.set(
      look,
      (this.#known.get(look) ?? new Map<string | undefined, number>()).set(format, known.id),
    );
    return known.id;
  }

  /** Those met so far, in words that only the same in the same order have. */
  names(): string {
    return [...this.#ids.keys()].join('\n');
  }

  /** Those met so far, in their order. */
  met(): readonly Look[] {
    return [...this.#ids.values()].map(({ look }) => look);
  }

  /** The part of the file with all looks. */
  xml(): string {
    const looks = this.met();
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
            element('alignment', {
              horizontal: look.align,
              vertical: 'center',
              wrapText: look.isOneLine === true ? 0 : 1,
            }),
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
