import type { Page } from 'playwright-core';

/** What a screen reader gets of a page that no reader of it should: read from the page as the browser exposes it. */
export async function faultsOfTree(page: Page): Promise<readonly string[]> {
  const tree = await page.locator('body').ariaSnapshot();
  const faults: string[] = [];
  for (const role of ['banner', 'main', 'contentinfo']) {
    const count = tree.split('\n').filter((line) => line.startsWith(`- ${role}`)).length;
    if (count !== 1) faults.push(`${String(count)} landmarks ${role}`);
  }
  // A name that is only a sign says nothing when it is read out of its place.
  for (const [line] of tree.matchAll(
    /- (?:link|button|textbox|searchbox|combobox|checkbox|img|table|region)(?: "[^\p{Letter}\p{Number}"]*")?(?=[: \n[]|$)(?!.* ")/gmu,
  )) {
    if (!line.includes(' "')) faults.push(`no name: ${line}`);
  }
  const headings = [...tree.matchAll(/- heading "([^"]*)" \[level=(\d)\]/g)].map(([, name = '', level]) => ({
    name,
    level: Number(level),
  }));
  if (headings.filter(({ level }) => level === 1).length !== 1) faults.push('not one heading of level 1');
  headings.forEach(({ name, level }, place) => {
    const before = headings[place - 1]?.level ?? 0;
    if (level > before + 1) faults.push(`heading of level ${String(level)} after ${String(before)}: ${name}`);
    if (name.trim() === '') faults.push('a heading without words');
  });
  const tables = await page.getByRole('table').all();
  for (const table of tables) {
    if (!(await table.isVisible())) continue;
    const name = (await table.ariaSnapshot()).split('\n')[0] ?? '';
    const headers = await table.getByRole('columnheader').allTextContents();
    if (headers.length === 0 || headers.some((text) => text.trim() === ''))
      faults.push(`columns without a head: ${name}`);
    const bare = await table
      .locator('tbody tr')
      .evaluateAll(
        (rows) =>
          rows.filter((row) => row.querySelector('th, [role="rowheader"], td[colspan]') === null).length,
      );
    if (bare > 0) faults.push(`${String(bare)} rows without a head: ${name}`);
  }
  return faults;
}
