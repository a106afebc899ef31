import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../setup/browser.ts';
import { startDevServer, type DevServer } from '../setup/dev-server.ts';

/** A project of the document with a warning, and what stands in its file. */
const CODE = '13060522P00416610001C';
const OTHER_CODE = '13060522P00393110001M';

let folder = '';
let content = '';
let server: DevServer;
let browser: Browser;
/** One for all tests, so that the program's modules are loaded once. */
let context: BrowserContext;
let page: Page;
let faults: string[];

const departmentPath = '2022/313001';
const fileOf = (code: string) => join(content, departmentPath, 'projects', `${code}.yaml`);
const pageOf = (code: string) => `${server.url}${departmentPath}/${code}/`;
const original = (code: string) =>
  readFileSync(join('content', departmentPath, 'projects', `${code}.yaml`), 'utf8');
const save = (code: string, change: (text: string) => string) => {
  const text = change(original(code));
  expect(text).not.toBe(original(code));
  writeFileSync(fileOf(code), text);
};
const restore = (code: string) => {
  writeFileSync(fileOf(code), original(code));
};
const rename = (name: string) => (text: string) => text.replace(/^项目名称: .*$/m, `项目名称: ${name}`);

const title = () => page.getByRole('heading', { level: 1 });
const overlay = () => page.getByRole('alertdialog');
const findings = () => overlay().getByRole('list').getByRole('listitem');
const badge = (name: RegExp) => page.getByRole('button', { name });
const shows = (heading: string) => title().filter({ hasText: heading }).waitFor();
const isGone = (locator: Locator) => locator.waitFor({ state: 'detached' });
/** Waits until the page's script has the state of the content, of which the badge tells. */
const connected = () => badge(/警告|错误/).waitFor();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-dev-'));
  content = join(folder, 'content');
  cpSync('content', content, { recursive: true });
  [server, browser] = await Promise.all([startDevServer(content, { PORT: '4390' }), launchBrowser()]);
  context = await browser.newContext({ locale: 'zh-CN' });
});
beforeEach(async () => {
  faults = [];
  page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('pageerror', (error) => faults.push(String(error)));
});
afterEach(async () => {
  await page.close();
  expect(faults).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  const status = await server.stop();
  rmSync(folder, { recursive: true, force: true });
  expect(status).toBe(0);
});

describe('a saved file', () => {
  afterEach(() => {
    restore(CODE);
  });

  it('shows in the open page, which nobody loads anew', async () => {
    await page.goto(pageOf(CODE));
    await connected();
    save(CODE, rename('虚构的新名称'));
    await shows('虚构的新名称');
    save(CODE, rename('虚构的第二个名称'));
    await shows('虚构的第二个名称');
  });

  it('shows on pages that add projects up too', async () => {
    await page.goto(`${server.url}projects/`);
    await connected();
    save(CODE, rename('表中的虚构名称'));
    await page.getByRole('link', { name: '表中的虚构名称' }).first().waitFor();
  });

  it('is found by the search, and its old words no more', async () => {
    save(CODE, rename('独角兽饲养'));
    await page.goto(`${server.url}search/?q=${encodeURIComponent('独角兽饲养')}`);
    await page.getByRole('status').filter({ hasText: '找到1个含“独角兽饲养”的结果' }).waitFor();
    await page.getByRole('listitem').getByRole('link', { name: '独角兽饲养' }).click();
    await shows('独角兽饲养');
    restore(CODE);
    await shows('选调生');
    await page.goto(`${server.url}search/?q=${encodeURIComponent('独角兽饲养')}`);
    await page
      .getByRole('status')
      .filter({ hasText: /没有找到“独角兽饲养”|没有含“独角兽饲养”/ })
      .waitFor();
  });
});

it.each(['sources/000_d071826548224e33.txt', ''])('%j of a department is served', async (path) => {
  const response = await fetch(`${server.url}${departmentPath}/${path}`);
  expect(response.status).toBe(200);
});

it.each([
  ...['data/projects.csv', 'data/2022/indicators.json', `data/${departmentPath}/disbursement-plan.csv`],
  ...['data/2022/data.xlsx', 'data/data.sqlite'],
  ...['json', 'csv', 'yaml'].map((ending) => `${departmentPath}/${CODE}/project.${ending}`),
])('the file %j is as a build writes it', async (path) => {
  const ask = async (site: string) => {
    const response = await fetch(`${site}${path}`);
    return [response.status, response.headers.get('content-type'), await response.text()];
  };
  expect(await ask(server.url)).toEqual(await ask(inject('siteUrl')));
});

it.each([
  ...[
    'data/nothing.csv',
    'data/2022/',
    '2022',
    '2022/',
    `${departmentPath}/${CODE}`,
    'about?from=mail',
    'nothing',
    'nothing/',
    'projects/x',
  ],
  ...['projects/projects.json', 'projects/projects.json/', `${departmentPath}/${CODE}/project.json/`],
])('%j is answered as a static host answers it', async (path) => {
  const ask = async (site: string) => {
    const { status, headers } = await fetch(`${site}${path}`, { redirect: 'manual' });
    return [status, headers.get('location')];
  };
  expect(await ask(server.url)).toEqual(await ask(inject('siteUrl')));
});

it.each(['__open-in-editor?file=package.json', '__OPEN-in-editor/?file=package.json'])(
  '%s opens no editor: a frame of another site could ask for it too',
  async (path) => {
    const response = await fetch(`${server.url}${path}`);
    expect([response.status, await response.text()]).toEqual([404, '这里不打开编辑器。\n']);
  },
);

it.each(['%', '2022/%zz/', '%ff%fe/'])(
  'an address with a broken sign, %j, is answered in a sentence',
  async (path) => {
    const response = await fetch(`${server.url}${path}`);
    expect([response.status, await response.text()]).toEqual([
      404,
      expect.stringMatching(/^没有这个页面.*%20/),
    ]);
  },
);

it('a broken sign in a question is the question’s own', async () => {
  expect((await fetch(`${server.url}search/?q=100%`)).status).toBe(200);
});

describe('the search', () => {
  it('answers on the front page, and knows parts of a code and the glossary', async () => {
    await page.goto(server.url);
    const status = page.getByRole('main').getByRole('status');
    const box = page.getByRole('searchbox');
    await box.fill('丧葬费');
    await status.filter({ hasText: /找到\d+个含“丧葬费”的结果/ }).waitFor();
    await box.fill(CODE.slice(9, 15));
    await status.filter({ hasText: `找到1个含“${CODE.slice(9, 15)}”的结果` }).waitFor();
    await box.fill('累计支出进度');
    await page
      .getByRole('main')
      .getByRole('listitem')
      .getByRole('link', { name: /^累计支出进度 / })
      .waitFor();
  });
});

describe('a broken file', () => {
  afterEach(() => {
    [CODE, OTHER_CODE].forEach(restore);
  });

  it('shows its error over the page with file, line, column, excerpt and hint', async () => {
    await page.goto(pageOf(CODE));
    await connected();
    save(CODE, (text) => text.replace('序号: ', '序号：'));
    await overlay().waitFor();
    expect(await overlay().getByRole('heading').textContent()).toBe('内容有1个错误');
    const text = await findings().innerText();
    expect(text).toMatch(new RegExp(`${CODE}\\.yaml:1:3 错误 yaml/syntax`));
    expect(text).toContain('“序号”后面用了全角冒号“：”');
    expect(text).toMatch(/1 \| 序号：\d+/);
    expect(text).toMatch(/提示：应写作“序号: \d+”/);
    // The caret is drawn by the style in the box of the value: under it and as wide as it in any font.
    const mark = overlay().locator('mark');
    expect(await mark.allTextContents()).toEqual(['：']);
    expect(await mark.evaluate((value) => getComputedStyle(value, '::after').content)).toMatch(/^"\^+"/);
  });

  it('brings the page back with its new value once it is fixed', async () => {
    await page.goto(pageOf(CODE));
    await connected();
    save(CODE, (text) => rename('不会显示')(text).replace('序号: ', '序号：'));
    await overlay().waitFor();
    expect(await title().textContent()).toContain('选调生');
    save(CODE, rename('改好后的虚构名称'));
    await shows('改好后的虚构名称');
    await isGone(overlay());
  });

  it('is listed with the others, in the order of the files', async () => {
    await page.goto(server.url);
    await connected();
    save(CODE, (text) => text.replace('12月底: 100%', '12月底：100%'));
    save(OTHER_CODE, (text) => text.replace(/^序号: .*$/m, '序号: 很多'));
    await overlay().getByRole('heading', { name: '内容有2个错误' }).waitFor();
    const places = await findings().getByRole('code').allTextContents();
    expect(places.map((place) => place.replace(/^.*\//, ''))).toEqual([
      `${OTHER_CODE}.yaml:1:5`,
      expect.stringMatching(new RegExp(`^${CODE}\\.yaml:\\d+:7$`)),
    ]);
    restore(CODE);
    await overlay().getByRole('heading', { name: '内容有1个错误' }).waitFor();
    restore(OTHER_CODE);
    await isGone(overlay());
  });

  it('leaves the other pages as they were, behind an overlay that Escape closes and the badge opens', async () => {
    save(CODE, (text) => text.replace('序号: ', '序号：'));
    await page.goto(pageOf(OTHER_CODE));
    await overlay().waitFor();
    const close = overlay().getByRole('button', { name: '关闭' });
    await expect.poll(() => close.evaluate((button) => button.matches(':focus'))).toBe(true);
    await page.keyboard.press('Escape');
    await isGone(overlay());
    await page.getByRole('link', { name: '项目', exact: true }).first().click();
    await shows('全部项目');
    await badge(/1个错误/).click();
    await overlay().waitFor();
    await close.click();
    await isGone(overlay());
  });

  it('is shown as text, whatever stands in it', async () => {
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    await page.goto(pageOf(CODE));
    await connected();
    save(CODE, (text) => text.replace(/^序号: .*$/m, `序号: '${hostile}'`));
    await overlay().waitFor();
    expect(await findings().innerText()).toContain(hostile);
    expect(await overlay().locator('img, script').count()).toBe(0);
    expect(await page.title()).toContain('选调生');
  });
});

describe('a warning', () => {
  it('stands in a list behind the badge, those of the page first', async () => {
    await page.goto(pageOf(CODE));
    await badge(/^\d+个警告/).click();
    const list = page.getByRole('dialog').getByRole('list').getByRole('listitem');
    await list.first().waitFor();
    expect(await list.first().innerText()).toMatch(/:12:9 警告 plan\/range\s+.*“750000%”/);
    expect(await page.getByRole('dialog').getByRole('heading').textContent()).toBe(
      `${String(await list.count())}个警告`,
    );
    await list.getByRole('link', { name: '打开这个项目的网页' }).first().click();
    await page.waitForURL((url) => !url.pathname.includes(CODE));
    expect(await title().textContent()).not.toContain('选调生');
  });

  it('that the editor has explained is counted as explained and stands last', async () => {
    try {
      save(
        CODE,
        (text) =>
          `${text}核对说明:\n  - 位置: 资金支出计划.10月底\n    原文: 750000%\n    说明: 虚构的说明。\n`,
      );
      await page.goto(pageOf(CODE));
      await badge(/警告（1个已说明）/).click();
      const list = page.getByRole('dialog').getByRole('list').getByRole('listitem');
      await list.filter({ hasText: '已说明：虚构的说明。' }).waitFor();
      expect(await list.last().innerText()).toContain('已说明：虚构的说明。');
    } finally {
      restore(CODE);
    }
  });
});

describe('files that come and go', () => {
  const NEW_CODE = '13060522P00416610002C';

  afterEach(() => {
    rmSync(fileOf(NEW_CODE), { force: true });
    restore(CODE);
  });

  it('a new project has a page at once, and none once it is deleted', async () => {
    await page.goto(`${server.url}${departmentPath}/`);
    await connected();
    const text = original(CODE)
      .replace(CODE, NEW_CODE)
      .replace(/^序号: .*$/m, '序号: 41');
    writeFileSync(fileOf(NEW_CODE), rename('虚构的新项目')(text));
    const link = page.getByRole('link', { name: '虚构的新项目' });
    await link.first().click();
    await shows('虚构的新项目');
    await connected();
    rmSync(fileOf(NEW_CODE));
    await shows('没有找到这一页');
  });

  it('a renamed project stands at its new address alone', async () => {
    await page.goto(pageOf(CODE));
    await connected();
    renameSync(fileOf(CODE), fileOf(NEW_CODE));
    await overlay()
      .or(title().filter({ hasText: '没有找到这一页' }))
      .first()
      .waitFor();
    writeFileSync(fileOf(NEW_CODE), original(CODE).replace(CODE, NEW_CODE));
    await shows('没有找到这一页');
    await page.goto(pageOf(NEW_CODE));
    await shows('选调生');
  });

  it('the site survives that its settings and even the whole content folder vanish for a while', async () => {
    await page.goto(server.url);
    await connected();
    const settings = join(content, 'site.yaml');
    renameSync(settings, `${folder}/site.yaml`);
    await findings().filter({ hasText: '缺少 site.yaml' }).waitFor();
    renameSync(`${folder}/site.yaml`, settings);
    await isGone(overlay());
    renameSync(content, `${folder}/elsewhere`);
    await findings().filter({ hasText: '这个内容文件夹' }).waitFor();
    renameSync(`${folder}/elsewhere`, content);
    await isGone(overlay());
    await page.goto(pageOf(CODE));
    await connected();
    save(CODE, rename('回来后的虚构名称'));
    await shows('回来后的虚构名称');
    restore(CODE);
  });
});

it('content that is broken from the start, under a base path and on a taken port, is shown and can be fixed', async () => {
  const occupied = createServer();
  const taken = await new Promise<number>((resolve) => {
    occupied.listen(0, '127.0.0.1', () => {
      const address = occupied.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const own = join(folder, 'own');
  cpSync('content', own, { recursive: true });
  const file = join(own, departmentPath, 'projects', `${CODE}.yaml`);
  writeFileSync(file, original(CODE).replace('序号: ', '序号：'));
  const second = await startDevServer(own, { PORT: String(taken), BASE_PATH: '/budget' });
  try {
    expect(second.url).toMatch(/:\d+\/budget\/$/);
    expect(new URL(second.url).port).not.toBe(String(taken));
    expect(second.said()).toContain('内容有错误');
    await page.goto(`${second.url}${departmentPath}/${CODE}/`);
    await findings().filter({ hasText: 'yaml:1:3' }).waitFor();
    writeFileSync(file, original(CODE));
    await shows('选调生');
    await page.goto(`${second.url}search/?q=${encodeURIComponent('选调生')}`);
    const hits = page.getByRole('main').getByRole('listitem').getByRole('link');
    await hits.first().waitFor();
    const addresses = await hits.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(addresses.filter((address) => address?.startsWith('/budget/') !== true)).toEqual([]);
    expect(addresses).toContain(`/budget/${departmentPath}/${CODE}/`);
  } finally {
    occupied.close();
    expect(await second.stop()).toBe(0);
  }
  // A second server starts and compiles all pages anew.
}, 180_000);

it('sends the headers of a host, and has the small pages for frames and the files of charts', async () => {
  const answers = ['2022/', 'embed/2022/chart-plan/', `embed/${departmentPath}/${CODE}/`];
  const headers = await Promise.all(
    answers.map(async (path) => {
      const { status, headers } = await fetch(`${server.url}${path}`);
      return [status, headers.get('x-content-type-options'), headers.get('x-frame-options')];
    }),
  );
  expect(headers).toEqual([
    [200, 'nosniff', 'DENY'],
    [200, 'nosniff', null],
    [200, 'nosniff', null],
  ]);
  const file = await fetch(`${server.url}${departmentPath}/charts/chart-plan.csv`);
  expect(await file.text()).toContain('3月底,14.67,是,649.2725,是,11,2368.63');
});

it('nothing of this reaches a built site', async () => {
  const trace = /mingzhang:|@vite\/client|alertdialog/;
  const response = await fetch(`${server.url}src/integration/dev/browser/page.ts`);
  expect(await response.text()).toMatch(trace);
  const built = inject('siteFolder');
  const files = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:html|js|css|json)$/.test(name),
  );
  expect(files.length).toBeGreaterThan(40);
  expect(files.filter((name) => trace.test(readFileSync(join(built, name), 'utf8')))).toEqual([]);
});
