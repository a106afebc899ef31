import { expect, it } from 'vitest';
import { withoutRadicals } from '../../src/pdf/radicals.ts';

it('radicals become the characters that they look like, and all else stays', () => {
  expect(withoutRadicals('居⺠部⻔第1⻚⾦额，专⼾')).toBe('居民部门第1页金额，专户');
  expect(withoutRadicals('民（一）１％')).toBe('民（一）１％');
});
