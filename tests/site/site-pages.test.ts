import { describe, expect, it } from 'vitest';
import { listPages } from '../../scripts/screenshots/pages.ts';
import { readContent } from '../../src/files/read-content.ts';
import { pageAddresses } from '../../src/model/site-pages.ts';
import { OVER_THE_YEARS, REAL_SITE, THREE_DEPARTMENTS } from '../setup/sites.ts';

describe.each([
  { ...REAL_SITE, content: 'content' },
  { ...THREE_DEPARTMENTS, content: 'tests/fixtures/three-departments' },
  { ...OVER_THE_YEARS, content: 'tests/fixtures/over-the-years' },
])('the pages that moved addresses may lead to, of $title', ({ folder, content }) => {
  it('are those that are built, but for frames and the later parts of lists', async () => {
    const { site } = await readContent(content);
    const built = listPages(folder).filter(
      (path) => !/^\/(?:404\.html|embed\/.*|changes\/\d+\/|indicators\/.+)$/.test(path),
    );
    const known = [...pageAddresses(site)].filter((path) => !/^\/indicators\/.+/.test(path));
    expect(known.sort()).toEqual([...built].sort());
  });
});
