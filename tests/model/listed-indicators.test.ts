import { expect, it } from 'vitest';
import { listedByYear } from '../../src/model/listed-indicators.ts';
import { listedIndicators, sharedIndicators } from '../../src/model/shared-indicators.ts';
import { readContent } from '../../src/files/read-content.ts';

it('what of the shared indicators of each year is listed is found once for a site', async () => {
  const { site } = await readContent('content');
  const [year = 0] = site.departments.map((department) => department.year);
  const all = sharedIndicators(site.departments.flatMap(({ projects }) => projects));
  expect(listedByYear(site).get(year)).toEqual({ count: all.length, parts: listedIndicators(all) });
  expect(listedByYear(site)).toBe(listedByYear(site));
});
