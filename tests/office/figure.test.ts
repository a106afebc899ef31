import { expect, it } from 'vitest';
import { dateFigure } from '../../src/office/figure.ts';

it('a date is the day that Excel counts, from the month on in which it counts right', () => {
  expect(dateFigure('2022-03-31')).toEqual({ value: '44651', format: 'yyyy-mm-dd' });
  expect(dateFigure('1900-03-01')?.value).toBe('61');
  expect(dateFigure('1900-02-28')).toBeUndefined();
  expect(dateFigure('2022年3月')).toBeUndefined();
});
