import { NOT_STATED } from '../model/terms.ts';
import type { ChartDescription } from './chart.ts';
import { tableValue } from './format-value.ts';

/**
 * What one category of a chart says, without its label: every series with its name, also those that are not
 * drawn. Shown in the tip beside the point and read out.
 *
 * @example 累计占预算列明至少27.33%，累计金额列明至少1,209.41万元，未列明的项目10个
 */
export function pointWords({ series }: ChartDescription, row: number): string {
  return series
    .map(({ name, unit, values, texts, lowerBounds, drawn }) => {
      const value = values[row];
      const text = texts?.[row] ?? '';
      if (value === undefined) {
        if (text === '') return `${name}${NOT_STATED}`;
        // What is drawn has the source's own text in place of a value that cannot be true.
        return drawn ? `${name}原文为“${text}”，不能采信` : `${name}${text}`;
      }
      const bound = lowerBounds?.[row] === true ? '列明至少' : '';
      return `${name}${bound}${text === '' ? tableValue(value, unit) : text}${unit}`;
    })
    .join('，');
}
