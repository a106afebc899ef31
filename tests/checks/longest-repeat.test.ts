import { expect, it } from 'vitest';
import { longestRepeat, mayRepeat } from '../../src/checks/longest-repeat.ts';
import { randomNumbers } from '../setup/random.ts';

/** Texts of few characters, of which many stand twice in a row; one of them takes two places in a text. */
function texts(seed: number): readonly string[] {
  const random = randomNumbers(seed);
  return Array.from({ length: 2_000 }, () => {
    const characters = ['甲', '乙', '丙', '𠮷'].slice(0, 2 + random(3));
    return Array.from({ length: random(40) }, () => characters[random(characters.length)]).join('');
  });
}

it('a look at a text lets no piece that stands twice in a row pass', () => {
  for (const text of texts(1)) {
    const repeat = longestRepeat([...text], () => true, 4);
    if (repeat !== undefined) expect([text, mayRepeat(text, 4)]).toEqual([text, true]);
  }
});

it('a look at a text spares the search where no piece stands twice in a row', () => {
  for (const text of texts(2).filter((one) => !one.includes('𠮷'))) {
    const repeat = longestRepeat([...text], () => true, 4);
    expect([text, mayRepeat(text, 4)]).toEqual([text, repeat !== undefined]);
  }
});

it('a long text is always searched', () => {
  expect(
    mayRepeat(Array.from({ length: 200 }, (_, place) => String.fromCharCode(0x4e00 + place)).join(''), 4),
  ).toBe(true);
});
