import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printPage } from '../../src/pdf/print-book.ts';
import { launchBrowser, openPage, type OpenPage } from '../setup/browser.ts';
import { bare, readPdfPages, type PdfPage } from '../setup/pdf-pages.ts';
import { pathOf, recordedProjects, type RecordedProject } from '../site/recorded-projects.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DEPARTMENT = '保定白沟新城管理委员会组织人事局（本级）';
const SITE = '保定白沟新城管理委员会组织人事局预算绩效目标公开（演示站点）';

const everyProject = recordedProjects();

/** A4 in points, with the margins of the form: 18 mm at the sides, 20 mm above. */
const [WIDTH, HEIGHT] = [595, 842];
const millimetres = (length: number) => (length / 25.4) * 72;

let browser: Browser;
let open: OpenPage;
beforeAll(async () => {
  browser = await launchBrowser();
  open = await openPage(browser, { javaScriptEnabled: false });
  await open.page.goto('/checks/');
  const counted = await open.page
    .locator('section[aria-labelledby="by-project"] li')
    .evaluateAll((items) =>
      items.map(
        (item) =>
          [
            item.querySelector('a')?.getAttribute('href') ?? '',
            Number(/：(\d+)处/.exec(item.textContent)?.[1]),
          ] as const,
      ),
    );
  for (const [path, count] of counted) notes.set(path, count);
  expect(notes.size).toBeGreaterThan(20);
});
afterAll(() => browser.close());

function longest(all: readonly RecordedProject[]): RecordedProject {
  const length = (project: RecordedProject) => JSON.stringify(project).length;
  return all.reduce((one, other) => (length(other) > length(one) ? other : one));
}

/** The texts of the official form in its own order, from the content file. */
function formText(project: RecordedProject): string {
  const { 预算规模: budget, 资金支出计划: plan, 绩效指标: indicators } = project;
  const periods = ['3月底', '6月底', '10月底', '12月底'];
  const goals = project.绩效目标.map((goal, index) => `${index + 1}.${goal}`);
  const rows = ['成本指标', '产出指标', '效益指标', '满意度指标'].flatMap((category) =>
    (indicators[category] ?? []).flatMap((row, index) => [
      ...(index === 0 ? [category] : []),
      row.二级指标,
      row.三级指标,
      row.绩效指标描述,
      row.指标值,
      row.指标值确定依据,
    ]),
  );
  return bare(
    [
      `${project.序号}.${project.项目名称}绩效目标表`,
      `313001${DEPARTMENT}单位：万元`,
      `项目编码${project.项目编码}项目名称${project.项目名称}预算规模及资金用途`,
      `预算数${budget.预算数}其中：财政资金${budget.财政资金}其他资金${budget.其他资金}`,
      project.资金用途,
      '资金支出计划（%）',
      ...periods,
      ...periods.map((period) => plan[period] ?? ''),
      '绩效目标',
      ...goals,
      '一级指标二级指标三级指标绩效指标描述指标值指标值确定依据',
      ...rows,
    ].join(''),
  );
}

/** How many data notes the page of a project has, by its address. */
const notes = new Map<string, number>();

function footText(project: RecordedProject): string {
  const count = notes.get(pathOf(project)) ?? 0;
  const remark = count > 0 ? `表外提示：本站核对时有${count}处数据说明，见下面的网页` : '';
  return bare(`${DEPARTMENT}2022年第${project.序号}张表${remark}${SITE}站内网页${pathOf(project)}`);
}

/** What does not lie between the margins of its page. */
function outside({ texts, width, height }: PdfPage): readonly string[] {
  // At the beginning of a line the empty half of “（” is hung out.
  const side = millimetres(18) - 7;
  return texts
    .filter(
      ({ left, right, bottom }) =>
        left < side || right > width - side || bottom < millimetres(6) || bottom > height - millimetres(8),
    )
    .map(({ text }) => text);
}

async function print(path: string): Promise<readonly PdfPage[]> {
  await open.page.goto(path);
  return await readPdfPages(await printPage(open.page));
}

describe.each(everyProject.map((project) => [project.项目名称, project] as const))(
  'the print of %s',
  (_, project) => {
    let pages: readonly PdfPage[] = [];
    beforeAll(async () => {
      pages = await print(pathOf(project));
    });

    it('is on A4 and within its margins', () => {
      expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
        [WIDTH, HEIGHT],
      ]);
      expect(pages.flatMap(outside)).toEqual([]);
    });

    it('is the official form with the texts of the content, its foot, and nothing else', () => {
      expect(pages.map(({ text }) => text)).toEqual([
        bare('第1页，共1页') + formText(project) + footText(project),
      ]);
    });
  },
);

describe('a form that is longer than a page', () => {
  const ROWS = 40;
  let pages: readonly PdfPage[] = [];
  beforeAll(async () => {
    const { page } = open;
    await page.goto(pathOf(longest(everyProject)));
    await page
      .locator('.form-indicators tbody')
      .first()
      .evaluate((body, count) => {
        const [first, ...others] = body.querySelectorAll('tr');
        for (const row of others) row.remove();
        first?.querySelector('th')?.setAttribute('rowspan', String(count));
        for (let number = 1; number <= count; number += 1) {
          const row = number === 1 ? first : first?.cloneNode(true);
          if (!(row instanceof Element)) continue;
          if (number > 1) row.querySelector('th')?.remove();
          const cell = row.querySelectorAll('td')[1];
          if (cell !== undefined)
            cell.textContent = `始${number}。${'虚构的长文字'.repeat(number % 12)}终${number}。`;
          body.append(row);
        }
      }, ROWS);
    pages = await readPdfPages(await printPage(page));
  });

  it('goes on over several pages, each with the header and the foot of the table', () => {
    expect(pages.length).toBeGreaterThan(2);
    for (const { text } of pages) {
      expect(text.split('指标值确定依据').length, text).toBe(2);
      expect(text).toContain(footText(longest(everyProject)));
    }
    expect(pages.flatMap(outside)).toEqual([]);
  });

  it('cuts no row', () => {
    const pagesOf = (mark: string) => pages.findIndex(({ text }) => text.includes(bare(mark)));
    for (let number = 1; number <= ROWS; number += 1) {
      const page = pagesOf(`始${number}。`);
      expect(page, `row ${number}`).toBeGreaterThanOrEqual(0);
      expect(pagesOf(`终${number}。`), `row ${number}`).toBe(page);
    }
  });
});

describe('the exported book of the department', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-export-'));
  const inOrder = everyProject.toSorted((a, b) => Number(a.序号) - Number(b.序号));
  let said = '';
  let pages: readonly PdfPage[] = [];

  beforeAll(async () => {
    const file = join(folder, 'book.pdf');
    const child = spawn(process.execPath, ['src/cli/mingzhang.mjs', 'export', '--to', 'pdf', '--out', file], {
      cwd: ROOT,
      // What Vitest sets for itself would make the pages other ones.
      env: Object.fromEntries(
        Object.entries(process.env).filter(
          ([name]) =>
            !/^(?:SITE_URL|BASE_PATH|CONTENT_DIR|NODE_ENV|TEST|DEV|PROD|SSR|MODE|BASE_URL|VITEST.*)$/.test(
              name,
            ),
        ),
      ),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    expect(await once(child, 'close')).toEqual([0, null]);
    pages = await readPdfPages(readFileSync(file));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const pageWith = (text: string) => {
    const found = pages.flatMap((page, index) => (page.text.includes(bare(text)) ? [index + 1] : []));
    expect(found, text).toHaveLength(1);
    return found[0] ?? 0;
  };

  it('says what it wrote', () => {
    expect(said).toContain(`共${pages.length}页`);
  });

  it('has on its title page the department, its year and sums, and what kind of site made it', () => {
    expect(pages[0]?.text).toContain(
      bare(`${DEPARTMENT}2022年预算绩效目标部门编码313001预算项目40个预算数合计4,425.72万元`),
    );
    expect(pages[0]?.text).toContain('本站是演示站点');
    expect(pages[0]?.text).not.toContain('第1页');
  });

  it('names in its table of contents the page on which each part and each form begins', () => {
    const first = pageWith('一、总体绩效目标');
    const entries = inOrder.map(
      (project) => `${project.序号}.${project.项目名称}绩效目标表${pageWith(`项目编码${project.项目编码}`)}`,
    );
    expect(entries).toHaveLength(40);
    const forms = pageWith(`项目编码${inOrder[0]?.项目编码 ?? ''}`) - 1;
    expect(pages[forms - 1]?.text).toContain('第二部分预算项目绩效目标');
    const wanted = [`目录第一部分部门整体绩效目标${first}第二部分预算项目绩效目标${forms}`, ...entries];
    const header = bare(`${DEPARTMENT}2022年预算绩效目标`);
    const contents = pages
      .slice(1, first - 1)
      .map(({ text }) => text.replace(header, '').replace(/第\d+页,共\d+页/, ''))
      .join('');
    expect(contents).toBe(bare(wanted.join('')));
  });

  it('has every form as the page of its project prints it, under the header of the book', () => {
    const last = pages.length;
    for (const project of inOrder) {
      const number = pageWith(`项目编码${project.项目编码}`);
      const { text = '' } = pages[number - 1] ?? {};
      expect(text, project.项目名称).toContain(formText(project) + footText(project));
      expect(text).toContain(bare(`${DEPARTMENT}2022年预算绩效目标`));
      expect(text).toContain(bare(`第${number}页，共${last}页`));
    }
    expect(pages.flatMap(outside)).toEqual([]);
  });
});

it('no page was printed with an error', () => {
  expect(open.problems).toEqual([]);
});
