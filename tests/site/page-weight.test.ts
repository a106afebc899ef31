import { describe, expect, inject, it } from 'vitest';
import { weightOf } from '../../scripts/bench/page-weight.ts';
import { listPages, pageKindsOf } from '../../scripts/screenshots/pages.ts';

/** What a page may weigh, compressed, in kB, and in how many files its scripts may lie. */
type Budget = readonly [html: number, scripts: number, scriptFiles: number];

/** What pages may weigh that only show: their text, the display, the words explained. */
const READING: Budget = [14.6, 18, 8];

/** Those that do more, or are longer for what they hold. */
const OWN: Readonly<Record<string, Budget>> = {
  '404': [10, 34, 18],
  book: [23, 18, 8],
  // Grows with the history of the content, up to a part.
  changes: [20, 20, 10],
  'checks-rules': [18, 19, 9],
  checks: [14.6, 20, 12],
  compare: [10, 46, 17],
  data: [18, 19, 12],
  department: [24, 25, 18],
  editing: [28, 18, 8],
  'embed-chart': [6, 0, 0],
  'embed-project': [6, 0, 0],
  glossary: [19, 19, 9],
  home: [19, 38, 24],
  indicators: [19, 23, 15],
  'indicators-shared': [14.6, 19, 9],
  operating: [16, 18, 8],
  permanent: [1, 0, 0],
  project: [14.6, 26, 20],
  projects: [14.6, 49, 24],
  search: [10, 34, 18],
  year: [17, 23, 14],
};

describe('a page of each kind', () => {
  const folder = inject('siteFolder');

  it.each(pageKindsOf(listPages(folder)).map((kind) => [kind.name, kind.path] as const))(
    '%s weighs no more than its budget, and asks for few scripts',
    async (name, path) => {
      const [html, scripts, scriptFiles] = OWN[name] ?? READING;
      const weight = await weightOf(folder, path);
      expect(weight.html).toBeGreaterThan(100);
      expect(weight.html).toBeLessThanOrEqual(html * 1000);
      expect(weight.scripts).toBeLessThanOrEqual(scripts * 1000);
      expect(weight.scriptFiles).toBeLessThanOrEqual(scriptFiles);
    },
  );
});
