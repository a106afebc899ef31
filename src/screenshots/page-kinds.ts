/** A page that stands for all that are made alike. */
export interface PageKind {
  /** A name for people and files, for example `department` or `glossary`. */
  readonly name: string;
  /** The page's address below the site's root, for example `/2022/313001/`. */
  readonly path: string;
}

/** How addresses whose parts come from the content are named; all others are their own kind. */
const NAMES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^\/$/, 'home'],
  [/^\/projects\/[0-9A-Z]{21}\/$/, 'permanent'],
  [/^\/\d{4}\/[^/]+\/[0-9A-Z]{21}\/$/, 'project'],
  [/^\/\d{4}\/[^/]+\/print\/$/, 'book'],
  [/^\/\d{4}\/[^/]+\/$/, 'department'],
  [/^\/\d{4}\/$/, 'year'],
  [/^\/indicators\/\d+\/$/, 'indicators-part'],
];

/** The kind of a page: `/2022/` and `/2021/` are both `year`, `/checks/rules/` is `checks-rules`. */
export function kindOf(path: string): string {
  const named = NAMES.find(([pattern]) => pattern.test(path));
  return (
    named?.[1] ??
    path
      .replace(/\.html$/, '')
      .split('/')
      .filter(Boolean)
      .join('-')
  );
}

/**
 * One page of each kind, by name. New kinds come in by themselves.
 *
 * @param wanted pages that stand for their kind, where another than the first is to.
 */
export function pageKindsOf(paths: readonly string[], wanted: readonly string[] = []): readonly PageKind[] {
  const kinds = new Map<string, string>();
  for (const path of [...wanted, ...paths]) {
    const kind = kindOf(path);
    if (!kinds.has(kind)) kinds.set(kind, path);
  }
  return [...kinds].map(([name, path]) => ({ name, path })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
