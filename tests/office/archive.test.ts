import { strFromU8, unzipSync } from 'fflate';
import { expect, it, vi } from 'vitest';
import { zipped } from '../../src/office/archive.ts';

it('an archive is written while its texts are still being made', () => {
  let made = 0;
  function* texts() {
    for (; made < 1000; made += 1) yield `<a>${String(made).repeat(500)}</a>`;
  }
  const pieces: Uint8Array[] = [];
  const seen: number[] = [];
  for (const piece of zipped([{ path: 'a.xml', xml: texts() }])) {
    pieces.push(piece);
    seen.push(made);
  }
  expect(seen[0]).toBeLessThan(200);
  const text = strFromU8(unzipSync(Buffer.concat(pieces))['a.xml'] ?? new Uint8Array());
  expect(text.match(/<a>/g)).toHaveLength(1000);
  expect(text.endsWith(`<a>${'999'.repeat(500)}</a>`)).toBe(true);
});

it('an archive is the same where there is no Node.js, as in browsers', async () => {
  const files = [{ path: '一.xml', xml: ['<a>', '一二三'.repeat(30_000), '<b>&#13;</b>', '</a>'] }];
  const here = Buffer.concat([...zipped(files)]);
  vi.resetModules();
  vi.stubGlobal('process', undefined);
  vi.stubGlobal('Buffer', undefined);
  const pieces = await import('../../src/office/archive.ts')
    .then((there) => [...there.zipped(files)])
    .finally(() => {
      vi.unstubAllGlobals();
    });
  expect(Buffer.concat(pieces).equals(here)).toBe(true);
});

it.each([10, 2000, 20_000])(
  'a text that is given in %i parts as one piece is what it is as a whole',
  (count) => {
    const parts = Array.from(
      { length: count },
      (_, place) => `<a>第${String(place)}段，共${String(count)}段</a>`,
    );
    const [whole, inParts] = [{ xml: parts.join('') }, { xml: parts, isOnePiece: true }].map((text) =>
      Buffer.concat([...zipped([{ path: 'a.xml', ...text }])]).toString('base64'),
    );
    expect(inParts).toBe(whole);
  },
);

it('nothing of an archive that could not be made is left in the next', () => {
  const file = { path: 'a.xml', xml: '<a/>' };
  const before = Buffer.concat([...zipped([file])]);
  function* failing() {
    yield '<b>';
    throw new Error('a text that cannot be made');
  }
  expect(() => [...zipped([{ path: 'b.xml', xml: failing() }])]).toThrow('cannot be made');
  expect(Buffer.concat([...zipped([file])]).equals(before)).toBe(true);
});
