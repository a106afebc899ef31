import { expect, it } from 'vitest';
import { fundsKindOf } from '../../src/model/funds-kind.ts';
import { readAmount } from '../../src/model/money.ts';

it.each([
  ['190.00', '', 'fiscal'],
  ['190.00', '0', 'fiscal'],
  ['190.00', '0.01', 'other'],
  ['', '5', 'other'],
  ['', '', 'not-stated'],
  ['0', '0.00', 'not-stated'],
  ['待定', '', 'not-stated'],
])('财政资金 %j and 其他资金 %j are called %s', (fiscal, other, kind) => {
  expect(fundsKindOf({ fiscal: readAmount(fiscal, '万元'), other: readAmount(other, '万元') })).toBe(kind);
});
