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
const READING: Budget = [14.6, 60, 700, 9, 1];

/** Those that do more, or are longer for what they hold; each its largest page. */
const OWN: Budgets = {
  '404': [10, 35, 150, 19, 5],
  // All forms of a department.
  book: [23, 260, 5000, 9, 1],
  // Grows with the history of the content, up to a part.
  changes: [20, 150, 1500, 10, 2],
  'checks-department': [14.6, 100, 1500, 10, 3],
  'checks-rules': [18, 100, 2200, 9, 1],
  checks: [14.6, 80, 800, 10, 3],
  compare: [10, 40, 150, 48, 9],
  data: [18, 110, 2000, 9, 2],
  department: [24, 170, 2300, 15, 3],
  editing: [28, 120, 1700, 9, 1],
  'embed-chart': [6, 20, 200, 0, 0],
  'embed-project': [6, 20, 200, 0, 0],
  glossary: [19, 80, 800, 9, 1],
  home: [19, 130, 1900, 23, 6],
  indicators: [19, 210, 3700, 18, 5],
  'indicators-part': [19, 210, 3700, 18, 5],
  'indicators-shared': [14.6, 120, 2000, 9, 1],
  'indicators-shared-part': [18, 220, 3700, 9, 1],
  operating: [16, 60, 700, 9, 1],
  permanent: [1, 1, 20, 0, 0],
  project: [14.6, 75, 800, 15, 3],
  projects: [14.6, 80, 900, 44, 9],
  search: [10, 40, 300, 19, 5],
  year: [17, 110, 1500, 13, 2],
};

/**
 * What those may weigh that have more to show on a site of 10,000 projects: a part of them. What still grows with a
 * site is the list of its departments, here up to 250.
 */
export const ON_A_LARGE_SITE: Budgets = {
  'checks-department': [18, 240, 2700, 10, 3],
  checks: [18, 150, 2500, 10, 3],
  'checks-completeness': [14.6, 90, 900, 9, 1],
  data: [20, 140, 2700, 9, 2],
  'indicators-shared': [19, 240, 3900, 9, 1],
  projects: [18, 180, 3000, 44, 9],
  search: [12, 55, 500, 19, 5],
  year: [18, 200, 3500, 13, 2],
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
