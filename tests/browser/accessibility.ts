import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe holds against a page as it stands in the browser, as `rule: element`. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  const { violations, passes } = await new AxeBuilder({ page })
    .options({
      runOnly: { type: 'tag', values: TAGS },
      // Part of WCAG 2.2 AA, but not looked at unless asked for.
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    })
    // In this page alone: the site has no frames, and no second page has to be opened for each result.
    .setLegacyMode()
    .analyze();
  if (passes.length < 10) throw new Error(`axe looked at ${passes.length} rules only on ${page.url()}`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} (${failureSummary})`),
  );
}
