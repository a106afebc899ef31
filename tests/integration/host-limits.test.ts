import { expect, it } from 'vitest';
import { hostsThatRefuse } from '../../src/integration/hosts/limits.ts';

const files = (count: number, bytes: number) =>
  Array.from({ length: count }, (_, place) => ({ path: `${String(place)}.html`, bytes }));

it.each([
  ['a small site is taken everywhere', files(20_000, 1000), undefined],
  ['too many files', files(20_001, 1000), 'Cloudflare Pages（免费）（最多20,000个文件）'],
  ['a file that is too large', [{ path: 'data/data.xlsx', bytes: 30e6 }], '“data/data.xlsx”有30 MB'],
  ['too much in all', files(2, 6e8), 'GitHub Pages（'],
])('the build says which hosts would not take a site: %s', (_, all, words) => {
  const note = hostsThatRefuse(all);
  if (words === undefined) expect(note).toBeUndefined();
  else expect(note).toContain(words);
});
