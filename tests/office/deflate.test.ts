import fc from 'fast-check';
import { Deflate as Fflate, inflateSync } from 'fflate';
import { expect, it } from 'vitest';
import { Deflate } from '../../src/office/deflate.ts';

/** The bytes of a text that is compressed piece by piece. */
function deflated(pieces: readonly Uint8Array[]): Buffer {
  const own = new Deflate();
  return Buffer.concat(pieces.flatMap((piece, place) => own.push(piece, place === pieces.length - 1)));
}

function byFflate(pieces: readonly Uint8Array[]): Buffer {
  const made: Uint8Array[] = [];
  const other = new Fflate((bytes) => made.push(bytes));
  pieces.forEach((piece, place) => {
    other.push(piece, place === pieces.length - 1);
  });
  return Buffer.concat(made);
}

/** Text of a few words, or of many; its bytes cut as they come. */
const texts = fc
  .record({
    words: fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), {
      minLength: 1,
      maxLength: 40,
    }),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 2 }),
    length: fc.oneof(fc.nat(2000), fc.nat(60_000)),
    pieces: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
  })
  .map(({ words, seed, length, pieces }) => {
    let [number, text] = [seed, ''];
    while (text.length < length) {
      number = (number * 48_271) % 2_147_483_647;
      text += words[number % words.length] ?? '';
    }
    const bytes = new Uint8Array(Buffer.from(text.replaceAll('\0', '')));
    const cuts = [
      0,
      ...pieces.map((part) => Math.floor(part * bytes.length)).sort((a, b) => a - b),
      bytes.length,
    ];
    return cuts.slice(1).map((cut, place) => bytes.slice(cuts[place], cut));
  });

it('what is compressed is what fflate would give, byte for byte, in whichever pieces it comes', () => {
  fc.assert(
    fc.property(texts, (pieces) => {
      const own = deflated(pieces);
      expect(own.equals(byFflate(pieces))).toBe(true);
      expect(Buffer.from(inflateSync(own)).equals(Buffer.concat(pieces))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it('a piece that is longer than the buffer is compressed whole', () => {
  const long = new Uint8Array(
    Buffer.from(Array.from({ length: 40_000 }, (_, row) => `<c r="A${row}"/>`).join('')),
  );
  expect(deflated([long, long.slice(0, 10)]).equals(byFflate([long, long.slice(0, 10)]))).toBe(true);
});

it('two texts that are compressed at the same time keep apart', () => {
  const [one, other] = ['<a>一</a>', '<b>二</b>'].map(
    (word) => new Uint8Array(Buffer.from(word.repeat(9000))),
  );
  if (one === undefined || other === undefined) throw new Error('two texts');
  const [first, second] = [new Deflate(), new Deflate()];
  const made = [
    first.push(one, false),
    second.push(other, false),
    first.push(other, true),
    second.push(one, true),
  ];
  expect(Buffer.concat([...(made[0] ?? []), ...(made[2] ?? [])]).equals(byFflate([one, other]))).toBe(true);
  expect(Buffer.concat([...(made[1] ?? []), ...(made[3] ?? [])]).equals(byFflate([other, one]))).toBe(true);
});
