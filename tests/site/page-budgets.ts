import { expect } from 'vitest';
import type { PageWeight } from '../../scripts/bench/page-weight.ts';

/**
 * What a page may weigh: compressed and as it is, in kB; how many elements it may have; what its scripts may weigh,
 * compressed, in kB, and in how many files they may lie.
 */
export type Budget = readonly [
  html: number,
  raw: number,
  elements: number,
  scripts: number,
  scriptFiles: number,
];

export type Budgets = Readonly<Record<string, Budget>>;

/** What pages may weigh that only show: their text, the display, the words explained. */
const READING: Budget = [14.6, 60, 700, 18, 8];

/** Those that do more, or are longer for what they hold; each its largest page. */
const OWN: Budgets = {
  '404': [10, 35, 150, 34, 18],
  // All forms of a department.
  book: [23, 260, 5000, 18, 8],
  // Grows with the history of the content, up to a part.
  changes: [20, 150, 1500, 20, 10],
  'checks-department': [14.6, 100, 1500, 20, 10],
  'checks-rules': [18, 100, 2200, 19, 9],
  checks: [14.6, 80, 800, 20, 12],
  compare: [10, 40, 150, 46, 17],
  data: [18, 110, 2000, 19, 12],
  department: [24, 170, 2300, 25, 18],
  editing: [28, 120, 1700, 18, 8],
  'embed-chart': [6, 20, 200, 0, 0],
  'embed-project': [6, 20, 200, 0, 0],
  glossary: [19, 80, 800, 19, 9],
  home: [19, 130, 1900, 38, 24],
  indicators: [19, 210, 3700, 23, 15],
  'indicators-part': [19, 210, 3700, 23, 15],
  'indicators-shared': [14.6, 120, 2000, 19, 9],
  'indicators-shared-part': [18, 220, 3700, 19, 9],
  operating: [16, 60, 700, 18, 8],
  permanent: [1, 1, 20, 0, 0],
  project: [14.6, 75, 800, 26, 20],
  projects: [14.6, 80, 900, 49, 24],
  search: [10, 40, 300, 34, 18],
  year: [17, 110, 1500, 23, 14],
};

/**
 * What those may weigh that have more to show on a site of 10,000 projects: a part of them. What still grows with a
 * site is the list of its departments, here up to 250.
 */
export const ON_A_LARGE_SITE: Budgets = {
  'checks-department': [18, 240, 2700, 20, 10],
  checks: [18, 150, 2500, 20, 12],
  'checks-completeness': [14.6, 90, 900, 18, 8],
  data: [20, 140, 2700, 19, 12],
  'indicators-shared': [19, 240, 3900, 19, 9],
  projects: [18, 180, 3000, 49, 24],
  search: [12, 55, 500, 34, 18],
  year: [18, 200, 3500, 23, 14],
};

/** Whether a page of a kind keeps to its budget. */
export function expectWithinBudget(kind: string, weight: PageWeight, budgets: Budgets = {}): void {
  const [html, raw, elements, scripts, scriptFiles] = budgets[kind] ?? OWN[kind] ?? READING;
  expect(weight.html).toBeGreaterThan(100);
  expect(weight.html, `${kind}, compressed`).toBeLessThanOrEqual(html * 1000);
  expect(weight.raw, `${kind}, uncompressed`).toBeLessThanOrEqual(raw * 1000);
  expect(weight.elements, `${kind}, elements`).toBeLessThanOrEqual(elements);
  expect(weight.scripts, `${kind}, scripts`).toBeLessThanOrEqual(scripts * 1000);
  expect(weight.scriptFiles, `${kind}, files of scripts`).toBeLessThanOrEqual(scriptFiles);
}
