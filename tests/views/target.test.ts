import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTarget } from '../../src/model/target.ts';
import { targetPieces } from '../../src/views/Target.tsx';

it.each([
  ['≥95%', ['≥', '95', '%']],
  ['134万元', ['', '134', '万元']],
  ['≥113元（月人均）', ['≥', '113', '元（月人均）']],
  ['≧９５％', ['≧', '９５', '％']],
  ['-5%', ['', '-5', '%']],
  ['5 000米', ['', '5 000', '米']],
  ['3-5个', ['', '3-5', '个']],
  ['≥80%且≤90%（含）', ['≥', '80%且≤90', '%（含）']],
  ['2022-12-31', ['2022-12-31', '', '']],
  ['成效明显', ['成效明显', '', '']],
  ['人', ['人', '', '']],
  ['', ['', '', '']],
])('%j has its number set apart', (text, [before, figures, after]) => {
  expect(targetPieces(readTarget(text))).toEqual({ before, figures, after });
});

it('the pieces together are the text, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('≥≤><%0123456789.,，万元人年月（）·９-～且')) }),
      (text) => {
        const { before, figures, after } = targetPieces(readTarget(text));
        expect(before + figures + after).toBe(text);
      },
    ),
  );
});
