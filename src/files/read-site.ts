import { LABELS as L } from '../model/terms.ts';
import type { FreePage, GlossaryTerm, SiteSettings } from '../model/site.ts';
import type { Report } from './finding.ts';
import { readMarkdown } from './front-matter.ts';
import { readYaml } from './read-yaml.ts';
import { glossarySchema, pageSchema, siteSchema } from './schema.ts';
import type { SourceFile } from './source-file.ts';
import { nearestRange } from './yaml-tree.ts';

/** Reads `site.yaml`. */
export function readSite(file: SourceFile, report: Report): SiteSettings | undefined {
  const read = readYaml(siteSchema, file, report);
  if (read === undefined) return undefined;
  const { history, ...settings } = read.value;
  return { ...settings, showNames: history.showNames === '是' };
}

/** Reads `glossary.yaml`; reports `glossary/duplicate` where a term stands twice, and keeps the first. */
export function readGlossary(file: SourceFile, report: Report): readonly GlossaryTerm[] {
  const read = readYaml(glossarySchema, file, report);
  const terms = new Map<string, GlossaryTerm>();
  read?.value.forEach((entry, place) => {
    const { term } = entry;
    if (!terms.has(term)) {
      terms.set(term, entry);
      return;
    }
    report({
      file,
      range: nearestRange(read.tree, [place, L.term]),
      severity: 'error',
      rule: 'glossary/duplicate',
      message: `术语“${term}”写了两次。`,
      hint: '请合并成一条，删去另一条。',
      value: term,
    });
  });
  return [...terms.values()];
}

/** Reads a free page. */
export function readPage(
  file: SourceFile,
  slug: string,
  report: Report,
  publicFolders?: readonly string[],
): FreePage | undefined {
  const read = readMarkdown(pageSchema, file, report, publicFolders);
  return read && { slug, ...read.value, body: read.body };
}
