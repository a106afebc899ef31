import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { fileOf, leadsOn, listPages, pageKindsOf, projectsByRichness } from './pages.ts';

/** A page in a state, as a reader brings it about. */
export interface View {
  readonly name: string;
  readonly path: string;
  /** What the reader does; left out where the page is looked at as it opens. */
  readonly act?: (page: Page) => Promise<void>;
}

/** Opens all that is folded. */
async function unfold(page: Page): Promise<void> {
  for (const summary of await page.locator('main details:not([open]) > summary').all()) {
    if (await summary.isVisible()) await summary.click();
  }
}

/** Goes to the first point of the first chart. */
async function readPoint(page: Page): Promise<void> {
  const drawing = page.getByRole('application').first();
  await drawing.scrollIntoViewIfNeeded();
  await drawing.locator('canvas').waitFor();
  await drawing.press('ArrowRight');
  await page.locator('.chart-tip:not([hidden])').waitFor();
}

/**
 * The pages of the site that lies built in a folder as they open, and what readers make of them. Where the site has no
 * such page, its states are left out.
 */
export function viewsOfSite(folder: string): readonly View[] {
  const pages = listPages(folder).filter((path) => !leadsOn(folder, path));
  const projects = projectsByRichness(folder, pages);
  const kinds = pageKindsOf(pages, projects.slice(0, 1));
  const pathOf = (name: string) => kinds.find((kind) => kind.name === name)?.path;
  // Of different years and departments, where there are some.
  const ofEach = new Map(projects.toReversed().map((path) => [path.split('/').slice(0, 3).join('/'), path]));
  const compared = [...new Set([...ofEach.values(), ...projects])];
  const query = (count: number) =>
    compared
      .slice(0, count)
      .map((path) => `p=${path.slice(1, -1)}`)
      .join('&');
  // The richest page may be of a form without a plan.
  const withPlan = projects.find((path) =>
    readFileSync(fileOf(folder, path), 'utf8').includes('id="chart-plan"'),
  );
  const on = (
    name: string,
    state: string,
    after: string,
    act?: View['act'],
    path = pathOf(name),
  ): readonly View[] => {
    return path === undefined ? [] : [{ name: `${name}-${state}`, path: path + after, ...(act && { act }) }];
  };
  return [
    ...kinds,
    ...on('home', 'settings', '', async (page) => {
      await page.getByText('显示设置').click();
    }),
    ...on('project', 'unfolded', '', unfold),
    ...on('project', 'term', '', async (page) => {
      await page.locator('main a.term').first().click();
      await page.locator('.term-card').waitFor();
    }),
    ...on('project', 'point', '', readPoint, withPlan),
    ...on('department', 'unfolded', '', unfold),
    ...on('data', 'unfolded', '', unfold),
    ...on('projects', 'found', '?q=补助', async (page) => {
      await page.getByRole('status').filter({ hasText: '项目' }).waitFor();
    }),
    ...on('projects', 'none', '?q=没有这样的词', async (page) => {
      await page.getByRole('status').filter({ hasText: '没有' }).waitFor();
    }),
    ...on('search', 'found', '?q=补助', async (page) => {
      await page.getByRole('status').filter({ hasText: '找到' }).waitFor();
    }),
    ...on('search', 'none', '?q=没有这样的词', async (page) => {
      await page.getByRole('status').filter({ hasText: '没有' }).waitFor();
    }),
    ...on('compare', 'two', `?${query(2)}`),
    ...on('compare', 'four', `?${query(4)}`),
    ...on('indicators', 'found', '?q=满意度'),
    ...on('changes', 'unfolded', '', unfold),
  ];
}
