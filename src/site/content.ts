import { checkContent } from '../checks/check-content.ts';
import { hasErrors } from '../files/finding.ts';
import { formatFindings } from '../files/format-findings.ts';
import { HANDED_OVER, type Published } from '../files/published.ts';
import { readContent } from '../files/read-content.ts';
import type { Site } from '../model/site.ts';

/** The content and its findings: what the build read, or what the dev server read last without errors. */
export function loadPublished(): Promise<Published> {
  const handedOver = (globalThis as { [HANDED_OVER]?: Published })[HANDED_OVER];
  return handedOver === undefined ? readFresh() : Promise.resolve(handedOver);
}

/** The site's content. */
export async function loadSite(): Promise<Site> {
  return (await loadPublished()).site;
}

async function readFresh(): Promise<Published> {
  const content = await readContent(process.env.CONTENT_DIR ?? 'content');
  const findings = checkContent(content);
  if (hasErrors(findings)) throw new Error(`内容有错误：\n\n${formatFindings(findings, 'text')}`);
  return { site: content.site, findings };
}

export { editionsOf, latestYearOf, yearsOf, type Year } from '../model/years.ts';
