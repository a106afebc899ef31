import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser, openPage } from '../setup/browser.ts';
import { fileOf } from './built-pages.ts';
import { fen, pathOf, recordedProjects, rowsOf, type RecordedProject } from './recorded-projects.ts';

/** The figures of the one real document, as the finance office can add them up by hand. */
const TOTAL = 442_572;
const PLAN_WORDS = [
  ['到3月底', '列明至少649.2725万元（14.67%）；另有11个项目共2,368.63万元未列明3月底的计划。'],
  ['到6月底', '列明至少1,209.41万元（27.33%）；另有10个项目共2,273.87万元未列明6月底的计划。'],
  ['到10月底', '列明至少3,123.9425万元（70.59%）；另有8个项目共797.73万元未列明10月底的计划。'],
  ['到12月底', '计划支出4,425.72万元（100%）。'],
];
/** At each month-end: share, amount, projects without a stated plan, their budgets. */
const PLAN_TABLE = [
  ['3月底', 14.67, '≥649.2725', '11', '2,368.63'],
  ['6月底', 27.33, '≥1,209.41', '10', '2,273.87'],
  ['10月底', 70.59, '≥3,123.9425', '8', '797.73'],
  ['12月底', 100, '4,425.72', '0', '0.00'],
];
const PAYMENTS_TABLE = [
  ['1–3月', '649.2725'],
  ['4–6月', '560.1375'],
  ['7–10月', '1,914.5325'],
  ['11–12月', '1,301.7775'],
];
const PERIODS = ['3月底', '6月底', '10月底', '12月底'];

/** 组织人事局《关于提前下达2022年度下派选调生…》: its share for the end of October cannot be true. */
const IMPOSSIBLE = '13060522P00416610001C';

const projects = recordedProjects();
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  // The figures stand in the page itself, so no script may be needed to see them.
  ({ page } = await openPage(browser, { javaScriptEnabled: false }));
});
afterAll(() => browser.close());

type Rows = readonly (readonly string[])[];

/** The entries of a description list: each term with the text that explains it, without blanks. */
async function termsIn(list: Locator): Promise<Rows> {
  return await list
    .locator('div')
    .evaluateAll((entries) =>
      entries.map((entry) =>
        ['dt', 'dd'].map((part) => entry.querySelector(part)?.textContent.replace(/\s+/g, '') ?? ''),
      ),
    );
}

/** The rows of a table's body as their cells' texts. */
async function rowsIn(table: Locator): Promise<Rows> {
  return await table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim())),
    );
}

const tableOf = (chart: string) => page.locator(`#${chart} table`);

/** `139200` hundredths as `1,392.00`. */
const wan = (hundredths: number) =>
  `${Math.floor(hundredths / 100).toLocaleString('en')}.${String(hundredths % 100).padStart(2, '0')}`;

/** What the site is to show of a stated or blank cell. */
const shown = (text: string | undefined) => (text === undefined || text === '' ? '未列' : text);

/** Places and shares as numbers, whatever stands with them: `并列10` and `2.30%` as 10 and 2.3. */
const numberIn = (text: string | undefined) => Number(/[\d.]+/.exec(text ?? '')?.[0]);

const shareOf = (project: RecordedProject) => Number(((fen(project) / TOTAL) * 100).toFixed(2));

/** A project's row in the table of projects: place, name, amount, share, plan. */
function tableRow(project: RecordedProject): readonly (string | number)[] {
  const place = 1 + projects.filter((other) => fen(other) > fen(project)).length;
  const plan = PERIODS.map((period) => shown(project.资金支出计划[period]));
  return [place, project.项目名称, wan(fen(project)), shareOf(project), ...plan];
}

describe.each(['/', '/2022/', '/2022/313001/'])('the figures of %s', (path) => {
  beforeAll(async () => {
    await page.goto(path);
  });

  it('state 40 projects with 316 indicators and 4,425.72 万元, all of it fiscal funds', async () => {
    const figures = Object.fromEntries(await termsIn(page.locator('dl.figures'))) as Record<string, string>;
    expect(figures['预算数合计']).toBe('4,425.72万元全部是财政资金；其他资金未列');
    expect(figures['预算项目']).toMatch(/^40个/);
    expect(figures['绩效指标']).toMatch(/^316项/);
  });

  it('call a sum of plans with blanks under it a lower bound, and say what is not stated', async () => {
    const notes = await termsIn(page.locator('dl.plan-notes'));
    // Behind the sentence stands the way to the projects that it counts.
    expect(notes.map((entry) => entry.map((text) => text.replace(/看是哪些.*/, '')))).toEqual(PLAN_WORDS);
  });

  it('say that a share which cannot be true is left out, and that plans are no payments', async () => {
    const text = await page.locator('main').textContent();
    expect(text).toContain('10月底有1个项目原文的比例不可能成立');
    const named = page.locator(`main a[href="/2022/313001/${IMPOSSIBLE}/#plan"]`);
    expect(await named.textContent()).toContain('下派选调生');
    expect(text).toContain('不是实际支出');
  });

  it('stand in the table beside the chart of the plan, and on the drawing', async () => {
    const rows = await rowsIn(tableOf('chart-plan'));
    expect(rows.map(([period, share, ...rest]) => [period, numberIn(share), ...rest])).toEqual(PLAN_TABLE);
    const drawn = await page.locator('#chart-plan svg text').allTextContents();
    expect(drawn.map((text) => text.trim().replace('≥', ''))).toEqual(
      expect.arrayContaining(['14.67%', '27.33%', '70.59%', '100%', ...PERIODS]),
    );
  });

  it('stand in the table of all budgets, largest first', async () => {
    const rows = await rowsIn(tableOf('chart-budget'));
    expect(rows.map(([name, amount, share]) => [name, amount, numberIn(share)])).toEqual(
      projects.map((project) => [project.项目名称, wan(fen(project)), shareOf(project)]),
    );
  });
});

describe.each(['/', '/2022/313001/'])('the charts of %s', (path) => {
  beforeAll(async () => {
    await page.goto(path);
  });

  it('part the plan into stretches of the year that add up to the whole', async () => {
    expect(await rowsIn(tableOf('chart-payments'))).toEqual(PAYMENTS_TABLE);
    const parts = PAYMENTS_TABLE.map(([, amount = '']) => Number(amount.replace(',', '')) * 10_000);
    expect(parts.reduce((sum, part) => sum + Math.round(part), 0)).toBe(TOTAL * 100);
  });

  it('count every project and every amount once among the sizes', async () => {
    const rows = await rowsIn(tableOf('chart-sizes'));
    const sum = (column: number) =>
      rows.reduce((total, row) => total + Math.round(Number(row[column]?.replace(',', '')) * 100), 0);
    expect(sum(1)).toBe(40_00);
    expect(sum(2)).toBe(TOTAL);
  });

  it('count every indicator once among the kinds', async () => {
    const rows = await rowsIn(tableOf('chart-indicators'));
    const counted = rows.map(([kind = '', count = '']) => [kind.replace(/（.*/, ''), Number(count)] as const);
    const kinds = projects.flatMap(rowsOf).map(({ 二级指标 }) => 二级指标);
    expect(Object.fromEntries(counted)).toEqual(
      Object.fromEntries(
        [...new Set(kinds)].map((kind) => [kind, kinds.filter((other) => other === kind).length]),
      ),
    );
    expect(counted.reduce((sum, [, count]) => sum + count, 0)).toBe(316);
  });
});

describe.each([
  ['/2022/313001/', 40],
  ['/projects/', 40],
  // Two projects share the tenth place.
  ['/', 11],
])('the table of projects on %s', (path, count) => {
  let rows: Rows = [];
  let links: readonly (string | null)[] = [];
  beforeAll(async () => {
    await page.goto(path);
    const table = page.locator('table.cards');
    rows = await rowsIn(table);
    links = await table.locator('tbody a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  });

  it(`lists the largest ${count} by amount, with the plan as the document states it and 未列 for a blank`, () => {
    expect(
      rows.map(([place, name, amount, share, ...plan]) => [
        numberIn(place),
        name,
        amount,
        numberIn(share),
        // A mark may stand behind a share that cannot be true.
        ...plan.map((text) => text.replace(/\s*※$/, '')),
      ]),
    ).toEqual(projects.slice(0, count).map(tableRow));
  });

  it('leads to each project', () => {
    expect(links).toEqual(projects.slice(0, count).map(pathOf));
  });

  it('shows no blank as nought', () => {
    const blanks = projects.slice(0, count).flatMap((project) => Object.values(project.资金支出计划));
    const cells = rows.flatMap((row) => row.slice(4));
    expect(cells.filter((cell) => cell === '未列')).toHaveLength(blanks.filter((text) => text === '').length);
    expect(cells.filter((cell) => /^0(?:\.0*)?%?$|^$/.test(cell))).toEqual([]);
  });
});

it('leaves 29 cells of the plan unstated, as the document does', async () => {
  await page.goto('/2022/313001/');
  const cells = (await rowsIn(page.locator('table.cards'))).flatMap((row) => row.slice(4));
  expect(cells).toHaveLength(160);
  expect(cells.filter((cell) => cell === '未列')).toHaveLength(11 + 10 + 8);
});

it.each(['/2022/313001/', '/projects/'])('adds up the table of all projects on %s', async (path) => {
  await page.goto(path);
  const cells = page.locator('table.cards tfoot').locator('th, td');
  const sums = (await cells.allTextContents()).map((text) => text.replace(/\s+/g, ''));
  expect(sums).toEqual(expect.arrayContaining(['4,425.72', '≥14.67%', '≥27.33%', '≥70.59%', '100.00%']));
});

/** What a project's page says of the form. */
interface ShownForm {
  readonly name: string;
  readonly figures: Readonly<Record<string, string>>;
  readonly purpose: string;
  readonly goals: readonly string[];
  readonly plan: Rows;
  readonly indicators: Rows;
}

/** Runs in the browser, which reads the page's source without opening it. */
function readForm(html: string): ShownForm {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  // What the editors and the checks say of a value stands beside it; here the value itself is looked at.
  for (const note of parsed.querySelectorAll('.data-note, .explanation')) note.remove();
  const texts = (selector: string) =>
    [...parsed.querySelectorAll(selector)].map((element) => element.textContent.trim());
  const rows = (selector: string) =>
    [...parsed.querySelectorAll(selector)].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim()),
    );
  const names = texts('dl.figures dt');
  const values = texts('dl.figures dd').map((value) => value.replace(/\s+/g, ''));
  return {
    name: texts('h1').join(),
    figures: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])),
    purpose: texts('section[aria-labelledby="purpose"] p')[0] ?? '',
    goals: texts('section[aria-labelledby="goals"] li'),
    plan: rows('section[aria-labelledby="plan"] tbody tr'),
    indicators: rows('tr[id^="indicator-"]'),
  };
}

/** A share in whole percent of an amount in hundredths, exactly: 25 % of 348 hundredths are 0.87. */
function exactPart(hundredths: number, percent: number): string {
  const digits = String(hundredths * percent).padStart(5, '0');
  const [whole, places] = [digits.slice(0, -4), digits.slice(-4).replace(/0{1,2}$/, '')];
  return `${Number(whole).toLocaleString('en')}.${places}`;
}

describe('each of the 40 project pages', () => {
  let forms: readonly (readonly [project: RecordedProject, form: ShownForm])[] = [];
  beforeAll(async () => {
    const open = await openPage(browser);
    forms = await Promise.all(
      projects.map(async (project) => {
        const html = readFileSync(fileOf(inject('siteFolder'), pathOf(project)), 'utf8');
        return [project, await open.page.evaluate(readForm, html)] as const;
      }),
    );
    await open.close();
  });

  it('shows name, amounts, purpose and goals as the form has them, and 未列 for a blank', () => {
    expect(forms).toHaveLength(40);
    for (const [project, form] of forms) {
      const { 财政资金, 其他资金 } = project.预算规模;
      expect(form.name).toBe(project.项目名称);
      expect(form.figures['预算数'], form.name).toMatch(new RegExp(`^${wan(fen(project))}万元`));
      expect(form.figures['其中财政资金'], form.name).toMatch(
        财政资金 === '' ? /^未列/ : new RegExp(`^${wan(Math.round(Number(财政资金) * 100))}万元`),
      );
      expect(其他资金).toBe('');
      expect(form.figures['其他资金'], form.name).toMatch(/^未列/);
      expect(form.purpose).toBe(shown(project.资金用途.trim()));
      expect(form.goals).toEqual(project.绩效目标.map((goal) => goal.trim()));
    }
  });

  it('shows every indicator with the original text of its target', () => {
    for (const [project, form] of forms) {
      const columns = form.indicators.map((row) => row.slice(0, 5));
      expect(columns, form.name).toEqual(
        rowsOf(project).map((row) => [
          row.二级指标,
          row.三级指标,
          row.绩效指标描述,
          shown(row.指标值),
          row.指标值确定依据,
        ]),
      );
    }
    expect(forms.flatMap(([, { indicators }]) => indicators)).toHaveLength(316);
  });

  it('shows its plan in per cent and in money beside the average of the department', () => {
    for (const [project, form] of forms) {
      expect(form.plan.map(([period]) => period)).toEqual(PERIODS);
      form.plan.forEach(([period = '', share, amount, average], index) => {
        const text = project.资金支出计划[period] ?? '';
        const stated = Number(text.replace('%', ''));
        const where = `${form.name} ${period}`;
        expect(numberIn(average), where).toBe(PLAN_TABLE[index]?.[1]);
        if (text === '') expect([share, amount], where).toEqual(['未列', '未列']);
        else if (stated > 100)
          expect([share, amount], where).toEqual([text, expect.not.stringMatching(/\d/)]);
        else expect([numberIn(share), amount], where).toEqual([stated, exactPart(fen(project), stated)]);
      });
    }
  });
});

describe('the share of 750000 %', () => {
  it('is shown as the original on the page of its project, which says that sums do not take it', async () => {
    await page.goto(`/2022/313001/${IMPOSSIBLE}/`);
    const rows = await rowsIn(tableOf('chart-plan'));
    expect(rows.find(([period]) => period === '10月底')).toContain('750000%');
    expect(await page.locator('section[aria-labelledby="plan"] .note').allTextContents()).toContainEqual(
      expect.stringMatching(/10月底的原文是“750000%”，不可能成立，/),
    );
    expect(await page.locator('#chart-plan figcaption').textContent()).toContain('750000%');
  });

  it('stands in the tables of projects as the original', async () => {
    for (const path of ['/2022/313001/', '/projects/']) {
      await page.goto(path);
      const row = page.locator('table.cards tr').filter({ has: page.locator(`a[href*="${IMPOSSIBLE}"]`) });
      expect(await row.filter({ hasText: '750000%' }).count(), path).toBe(1);
    }
  });
});
