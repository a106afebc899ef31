import type { Site } from './site.ts';
import { editionsOf, formerEditions, latestYearOf, yearsOf } from './years.ts';

/** Pages that every site has, below its root. */
export const FIXED_PAGES: readonly string[] = [
  ...['', 'changes/', 'checks/', 'checks/completeness/', 'checks/rules/', 'compare/', 'data/', 'glossary/'],
  ...['indicators/', 'indicators/shared/', 'projects/', 'search/'],
];

/** Folders of the site that are the program's own, whatever lies in them today. */
export const OWN_FOLDERS: readonly string[] = [
  ...['changes', 'data', 'embed', 'import', 'pagefind', 'schema', 'share'],
];

/** The addresses of the pages that the content makes, and of those that are always there: `/2022/313001/`. */
export function pageAddresses(site: Site): ReadonlySet<string> {
  const latest = latestYearOf(site);
  const paths = [
    ...FIXED_PAGES,
    ...site.pages.map(({ slug }) => `${slug}/`),
    ...yearsOf(site).flatMap(({ year }) => [
      `${String(year)}/`,
      ...(year === latest ? [] : [`indicators/${String(year)}/`]),
    ]),
    ...site.departments.flatMap(({ year, code, projects, withdrawn = [], earlier = [] }) => {
      const folder = `${String(year)}/${code}/`;
      return [
        ...[folder, `${folder}print/`],
        ...[...projects, ...withdrawn].map(({ record }) => `${folder}${record}/`),
        ...earlier.flatMap(({ until, projects: replaced }) =>
          replaced.map(({ record }) => `${folder}${record}/earlier/${until}/`),
        ),
      ];
    }),
    ...[...editionsOf(site).keys(), ...formerEditions(site).keys()].map((code) => `projects/${code}/`),
  ];
  return new Set(paths.map((path) => `/${path}`));
}
