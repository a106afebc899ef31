import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** Without comments and long names: every page that is looked at has to read it. */
const AXE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

const OPTIONS: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  // Part of WCAG 2.2 AA, but not looked at unless asked for.
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};

/**
 * What axe holds against a page as it stands in the browser, as `rule: element`. The site has no frames.
 *
 * @param leastRules how many rules must have found something to look at: on a blank page none is broken.
 */
export async function violationsOf(page: Page, leastRules = 10): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate(runAxe, OPTIONS);
  if (passes.length < leastRules)
    throw new Error(`axe looked at ${passes.length} rules only on ${page.url()}`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} (${failureSummary})`),
  );
}

/** Runs in the page, where the script that was put in has made `axe` known. */
async function runAxe(options: RunOptions): Promise<Pick<AxeResults, 'violations' | 'passes'>> {
  const { violations, passes } = await (globalThis as unknown as { axe: typeof axe }).axe.run(
    document,
    options,
  );
  return { violations, passes };
}
