import { expect, it } from 'vitest';
import { pathsOfPreview } from '../../src/publishing/preview.ts';

const SHARED = ['/', '/404', '/projects', '/2026/', '/checks/rules'];
const OWN = ['/2026/310999/', '/2026/310999/0101/'];

it('makes all paths of a site that is not large', () => {
  const all = [...SHARED, ...OWN, '/2026/310999/0102/'];
  expect(pathsOfPreview(all, [])).toEqual(all);
});

it('makes of a large site the pages of what is imported and those that the navigation leads to', () => {
  const others = Array.from({ length: 3000 }, (_, place) => `/2026/310999/${String(place + 200)}/`);
  const files = ['/2026/310999/0101/project.json', '/projects/0101/', '/search/index/1.json'];
  const pages = ['2026/310999/', '2026/310999/0101/'];
  expect(pathsOfPreview([...SHARED, ...others, ...OWN, ...files], pages)).toEqual([...SHARED, ...OWN]);
});
