import { LABELS as L } from '../model/terms.ts';
import type { FreePage, GlossaryTerm, SiteSettings } from '../model/site.ts';
import type { Report } from './finding.ts';
import { splitFrontMatter } from './front-matter.ts';
import { checkMarkdown } from './markdown.ts';
import { readWholeNumber } from './read-project.ts';
import { readYaml } from './read-yaml.ts';
import { glossarySchema, pageSchema, siteSchema } from './schema.ts';
import type { SourceFile } from './source-file.ts';

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

/** Reads `glossary.yaml`. */
export function readGlossary(file: SourceFile, report: Report): readonly GlossaryTerm[] {
  const raw = readYaml(glossarySchema, file, report)?.value;
  return (raw ?? []).map((term) => ({
    term: term[L.term],
    official: term[L.official] ?? '',
    plain: term[L.plain],
    aliases: term[L.aliases] ?? [],
    origin: term[L.origin] ?? '',
  }));
}

/** Reads a free page. */
export function readPage(file: SourceFile, slug: string, report: Report): FreePage | undefined {
  const parts = splitFrontMatter(file, report);
  if (parts === undefined) return undefined;
  checkMarkdown(parts.body, parts.bodyStart, file, report);
  const read = readYaml(pageSchema, file, report, parts.yaml);
  if (read === undefined) return undefined;
  const { value: raw, tree } = read;
  const orderText = raw[L.order] ?? '';
  const order = orderText === '' ? 0 : readWholeNumber(orderText, [L.order], tree, file, report);
  return { slug, title: raw[L.title], summary: raw[L.summary] ?? '', order: order ?? 0, body: parts.body };
}
