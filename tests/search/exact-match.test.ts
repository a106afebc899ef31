import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, foldText, queryWords } from '../../src/search/exact-match.ts';

describe('a query', () => {
  it('is the same in full-width and half-width, capital and small letters', () => {
    expect(queryWords(' ９５％　ＡＢＣ abc ')).toEqual(['95%', 'abc']);
  });
});

describe('an excerpt', () => {
  const text = `${'前'.repeat(200)}养老保险${'后'.repeat(200)}`;
  it('shows the word found, marked, within its length', () => {
    const pieces = excerptOf(text, ['养老保险'], 40);
    expect(pieces.filter(({ found }) => found)).toEqual([{ text: '养老保险', found: true }]);
    expect(pieces.map((piece) => piece.text).join('').length).toBeLessThanOrEqual(42);
  });
  it('marks what folding changes', () => {
    expect(excerptOf('指标值≥９５％。', ['95%']).filter(({ found }) => found)).toEqual([
      { text: '９５％', found: true },
    ]);
  });
  it('is always a part of the text', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.string({ minLength: 1 }).map(foldText), { maxLength: 3 }),
        (whole, words) => {
          const shown = excerptOf(
            whole,
            words.filter((word) => word !== ''),
            20,
          )
            .map((piece) => piece.text)
            .join('')
            .replace(/^…|…$/g, '');
          expect(whole).toContain(shown);
        },
      ),
    );
  });
});
