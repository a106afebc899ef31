import { LABELS as L } from '../model/terms.ts';
import type { FreePage, GlossaryTerm, SiteSettings } from '../model/site.ts';
import type { Report } from './finding.ts';
import { splitFrontMatter } from './front-matter.ts';
import { checkMarkdown } from './markdown.ts';
import { readWholeNumber } from './read-project.ts';
import { readYaml } from './read-yaml.ts';
import { glossarySchema, pageSchema, siteSchema } from './schema.ts';
import type { SourceFile } from './source-file.ts';
import { nearestRange } from './yaml-tree.ts';

/** Reads `site.yaml`. */
export function readSite(file: SourceFile, report: Report): SiteSettings | undefined {
  const raw = readYaml(siteSchema, file, report)?.value;
  if (raw === undefined) return undefined;
  const contact = raw[L.contact] ?? {};
  const licence = raw[L.licence] ?? {};
  const column = raw[L.column] ?? {};
  return {
    name: raw[L.siteName],
    publisher: raw[L.publisher],
    nature: raw[L.siteNature] ?? '非官方',
    address: raw[L.address] ?? '',
    siteCode: raw[L.siteCode] ?? '',
    recordNumber: raw[L.recordNumber] ?? '',
    contact: { email: contact[L.email] ?? '', address: contact[L.address] ?? '' },
    licence: { name: licence[L.licenceName] ?? '', address: licence[L.address] ?? '' },
    column: {
      name: column[L.licenceName] ?? '',
      description: column[L.explanation] ?? '',
      keywords: column[L.keywords] ?? [],
    },
    showNames: raw[L.history]?.[L.showNames] === '是',
  };
}

/** Reads `glossary.yaml`; reports `glossary/duplicate` where a term stands twice, and keeps the first. */
export function readGlossary(file: SourceFile, report: Report): readonly GlossaryTerm[] {
  const read = readYaml(glossarySchema, file, report);
  const terms = new Map<string, GlossaryTerm>();
  read?.value.forEach((raw, place) => {
    const term = raw[L.term];
    if (terms.has(term)) {
      report({
        file,
        range: nearestRange(read.tree, [place, L.term]),
        severity: 'error',
        rule: 'glossary/duplicate',
        message: `术语“${term}”写了两次。`,
        hint: '请合并成一条，删去另一条。',
        value: term,
      });
      return;
    }
    terms.set(term, {
      term,
      group: raw[L.termGroup] ?? '',
      official: raw[L.official] ?? '',
      plain: raw[L.plain],
      aliases: raw[L.aliases] ?? [],
      origin: raw[L.origin] ?? '',
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
  const parts = splitFrontMatter(file, report);
  if (parts === undefined) return undefined;
  checkMarkdown(parts.body, parts.bodyStart, file, report, publicFolders);
  const read = readYaml(pageSchema, file, report, parts.yaml);
  if (read === undefined) return undefined;
  const { value: raw, tree } = read;
  const orderText = raw[L.order] ?? '';
  const order = orderText === '' ? 0 : readWholeNumber(orderText, [L.order], tree, file, report);
  return { slug, title: raw[L.title], summary: raw[L.summary] ?? '', order: order ?? 0, body: parts.body };
}
