import { kindOf } from '../screenshots/pages.ts';
import { EMPTY_PAGE, type Bench } from './frame.ts';
import { inTurns } from './measure.ts';
import type { Measured, Row } from './report.ts';

/** How often each page is opened. */
const RUNS = 7;

const KINDS = { home: '首页', projects: '全部项目', project: '项目页' };

export async function measurePainting({ sites, withPage }: Bench): Promise<Measured> {
  const timeTo = (url: string) => () =>
    withPage(async (page) => {
      await page.goto(url);
      return await page.evaluate(firstPaint);
    });
  const rows: Row[] = [];
  for (const { name, url, pages } of sites) {
    for (const [kind, title] of Object.entries(KINDS)) {
      const path = pages.find((path) => kindOf(path) === kind);
      if (path === undefined) continue;
      const samples = await inTurns(RUNS, timeTo(new URL(`.${path}`, url).href), timeTo(url + EMPTY_PAGE));
      rows.push({ what: `${name}：${title}`, unit: 'ms', ...samples });
    }
  }
  return {
    method: `缓存为空的浏览器打开网页，到首次绘出内容为止，各${RUNS}次。对照：同样样式的空白页，交替打开。`,
    rows,
  };
}

/** Runs in the page: the milliseconds from the navigation on. */
function firstPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list, observer) => {
      const [paint] = list.getEntriesByName('first-contentful-paint');
      if (paint === undefined) return;
      observer.disconnect();
      resolve(paint.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
}
