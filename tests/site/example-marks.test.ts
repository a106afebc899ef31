import { expect, it } from 'vitest';
import { RULES } from '../../src/checks/rules.ts';
import { READING_RULES } from '../../src/files/reading-rules.ts';
import { exampleMarks } from '../../src/site/example-marks.ts';

it('a sign of the wrong kind is marked and nothing else', () => {
  expect(exampleMarks(['预算规模:', '  预算数：190'], ['预算规模:', '  预算数: 190'])).toEqual([
    ['预算规模:', '', ''],
    ['  预算数', '：', '190'],
  ]);
});

it('a line that the other example does not have is marked whole', () => {
  expect(exampleMarks(['资金用途: 甲', '资金用途: 乙'], ['资金用途: 甲'])).toEqual([
    ['资金用途: 甲', '', ''],
    ['', '资金用途: 乙', ''],
  ]);
});

it.each([...RULES, ...READING_RULES].map(({ id, example }) => ({ id, example })))(
  'the examples of $id keep their lines, and something in them is marked',
  ({ example: { wrong, right } }) => {
    const [inWrong, inRight] = [exampleMarks(wrong, right), exampleMarks(right, wrong)];
    expect(inWrong.map((parts) => parts.join(''))).toEqual(wrong);
    expect(inRight.map((parts) => parts.join(''))).toEqual(right);
    expect([...inWrong, ...inRight].some(([, different]) => different !== '')).toBe(true);
  },
);
