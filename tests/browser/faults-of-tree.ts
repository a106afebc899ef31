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
  // Handles: a locator would look through the whole page for each question about each of its tables.
  for (const table of await page.getByRole('table').elementHandles()) {
    if (!(await table.isVisible())) continue;
    const tell = async (fault: string) => {
      faults.push(`${fault}: ${(await table.innerText()).slice(0, 80)}`);
    };
    const heads = await table.$$eval('role=columnheader', (cells) => cells.map((cell) => cell.textContent));
    if (heads.length === 0 || heads.some((text) => text.trim() === '')) await tell('columns without a head');
    const bare = await table.$$eval(
      'tbody tr',
      (rows) =>
        rows.filter((row) => row.querySelector('th, [role="rowheader"], td[colspan]') === null).length,
    );
    if (bare > 0) await tell(`${String(bare)} rows without a head`);
  }
  return faults;
}
