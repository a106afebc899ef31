import { parseDecimal, shift, toText, trim, ZERO } from '../model/decimal.ts';

/** A number as a cell keeps it, and the format that shows it as it is written. */
export interface Figure {
  readonly value: string;
  readonly format: string;
}

/**
 * A plain amount or percentage as Excel keeps it: its number, and the format that shows it as it is written, and with all
 * digits what is typed over it. Undefined for what no number shows so: a zero before it, or more than the 15 digits that
 * Excel keeps.
 *
 * @example readFigure('190.00') // { value: '190.00', format: '0.00####' }
 * @example readFigure('190')    // { value: '190', format: 'General' }
 * @example readFigure('12.5%')  // { value: '0.125', format: '0.0#####%' }
 */
export function readFigure(text: string): Figure | undefined {
  const match = FIGURE.exec(text);
  if (match === null || text.startsWith('-0')) return undefined;
  const [, figures = '', fraction = '', percent = ''] = match;
  const digits = figures.length - (text.startsWith('-') ? 1 : 0) - (fraction === '' ? 0 : 1);
  if (digits > MOST_DIGITS) return undefined;
  return {
    value: percent === '' ? figures : toText(trim(shift(parseDecimal(figures) ?? ZERO, -2))),
    format: formatOf(figures, fraction, percent),
  };
}

const FIGURE = /^(-?(?:0|[1-9]\d*)(?:\.(\d+))?)(%?)$/;
const MOST_DIGITS = 15;

function formatOf(figures: string, fraction: string, percent: string): string {
  // With places that may be blank, `0.##` would show a whole number as `190.`; Excel's own format does not.
  if (fraction === '')
    return percent === '' && figures.length <= MOST_SHOWN_WHOLE ? 'General' : `0${percent}`;
  return `0.${'0'.repeat(fraction.length)}${'#'.repeat(Math.max(0, MOST_PLACES - fraction.length))}${percent}`;
}

/** So many places an amount may have. */
const MOST_PLACES = 6;
/** More digits than these Excel's own format shows in scientific notation. */
const MOST_SHOWN_WHOLE = 11;

const DAY = 86_400_000;
/** Excel counts days from here; before March 1900 it has one day too many. */
const [DAY_ZERO, FIRST_MONTH] = [Date.UTC(1899, 11, 30), '1900-03'];

/** A date as Excel keeps it. @example dateFigure('2022-03-31') // { value: '44651', format: 'yyyy-mm-dd' } */
export function dateFigure(text: string): Figure | undefined {
  const day = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(day) || text < FIRST_MONTH) return undefined;
  return { value: String((day - DAY_ZERO) / DAY), format: 'yyyy-mm-dd' };
}
