import { parseDecimal, shift, toText, trim } from '../model/decimal.ts';

/** A number as a cell keeps it, and the format that shows it as it is written. */
export interface Figure {
  readonly value: string;
  readonly format: string;
}

/**
 * A plain amount or percentage as Excel keeps it: its number, and the format that shows it as it is written. Undefined
 * for what no number shows so: a zero before it, or more than the 15 digits that Excel keeps.
 *
 * @example readFigure('190.00') // { value: '190.00', format: '0.00' }
 * @example readFigure('12.5%')  // { value: '0.125', format: '0.0%' }
 */
export function readFigure(text: string): Figure | undefined {
  const [, figures = '', fraction = '', percent = ''] =
    /^(-?(?:0|[1-9]\d*)(?:\.(\d+))?)(%?)$/.exec(text) ?? [];
  const number = parseDecimal(figures);
  if (number === undefined || figures.replace(/\D/g, '').length > 15 || text.startsWith('-0'))
    return undefined;
  return {
    value: percent === '' ? figures : toText(trim(shift(number, -2))),
    format: `0${fraction === '' ? '' : `.${'0'.repeat(fraction.length)}`}${percent}`,
  };
}

const DAY = 86_400_000;
/** Excel counts days from here; before March 1900 it has one day too many. */
const [DAY_ZERO, FIRST_MONTH] = [Date.UTC(1899, 11, 30), '1900-03'];

/** A date as Excel keeps it. @example dateFigure('2022-03-31') // { value: '44651', format: 'yyyy-mm-dd' } */
export function dateFigure(text: string): Figure | undefined {
  const day = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(day) || text < FIRST_MONTH) return undefined;
  return { value: String((day - DAY_ZERO) / DAY), format: 'yyyy-mm-dd' };
}
