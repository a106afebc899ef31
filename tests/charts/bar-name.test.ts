import { expect, it } from 'vitest';
import { barNameParts } from '../../src/charts/bar-name.ts';
import { readContent } from '../../src/content/read-content.ts';

it('a short name is one part', () => {
  expect(barNameParts('虚构短名')).toEqual(['虚构短名', '']);
});

it('the names of the published projects differ in their first eight characters or in what is never cut', async () => {
  const { site } = await readContent('content');
  const names = site.departments.flatMap(({ projects }) => projects.map(({ name }) => name));
  expect(names.length).toBeGreaterThan(30);
  const seen = names.map((name) => {
    const [beginning, end] = barNameParts(name);
    expect(beginning + end).toBe(name);
    return end === '' ? name : `${beginning.slice(0, 8)}…${end}`;
  });
  expect(new Set(seen).size).toBe(new Set(names).size);
});
