import { BUDGET_FIELDS } from '../model/form.ts';
import type { Project } from '../model/project.ts';
import { isBlank } from '../model/stated.ts';
import { amount, UNREAD, words } from '../model/words.ts';
import { cell, NO_DATA, WITHDRAWN, type ChartCell, type ChartDescription } from './chart.ts';

/** So many columns have room for their amounts on a phone. */
const MOST_COLUMNS = 4;

/** All years from the first to the last of some projects. */
export function yearsThrough(projects: readonly Project[]): readonly number[] {
  const own = projects.map(({ year }) => year);
  const first = Math.min(...own);
  return Array.from({ length: Math.max(...own) - first + 1 }, (_, place) => first + place);
}

/**
 * What one project was given year by year. A year without it between others keeps its place and has no value, and what is
 * not stated is none either; nothing is added up.
 *
 * @param editions one a year, the earliest first.
 * @param withdrawn as years without it had it for a time.
 */
export function budgetByYear(
  editions: readonly Project[],
  addressOf: (project: Project) => string,
  id = 'chart-years',
  withdrawn: readonly Project[] = [],
): ChartDescription {
  const years = yearsThrough([...editions, ...withdrawn]).map((year) => ({
    year,
    edition: editions.find((one) => one.year === year),
  }));
  const fields = BUDGET_FIELDS.filter(
    (field) => !('optional' in field) || editions.some(({ budget }) => !isBlank(budget[field.name])),
  );
  const missingIn = (year: number) => (withdrawn.some((one) => one.year === year) ? WITHDRAWN : NO_DATA);
  const said = years.map(({ year, edition }) =>
    edition === undefined
      ? [`${String(year)}年${missingIn(year)}`]
      : words`${String(year)}年${amountOf(edition)}`,
  );
  return {
    id,
    title: '各年预算数',
    sentence: words`${said.flatMap((one, place) => (place === 0 ? one : ['，', ...one]))}。各年的预算各算各的，不相加。`,
    drawing: years.length > MOST_COLUMNS ? 'bars' : 'columns',
    categoryName: '年度',
    categories: years.map(({ year, edition }) => ({
      label: `${String(year)}年`,
      ...(edition && { href: addressOf(edition) }),
    })),
    series: fields.map(({ name, label }) => ({
      name: label,
      unit: '万元',
      cells: years.map(({ year, edition }): ChartCell => {
        if (edition === undefined) return { refused: missingIn(year) };
        const { text, value } = edition.budget[name];
        return value === undefined && text !== '' ? { text, refused: UNREAD } : cell(value);
      }),
      drawn: name === 'total',
    })),
  };
}

const amountOf = ({ budget: { total } }: Project) =>
  amount(total.value, { count: 1, unread: isBlank(total) ? 0 : 1 });
