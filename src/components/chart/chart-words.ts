import type { ChartData } from '../../charts/chart-data.ts';
import type { PictureWords } from '../../charts/picture/chart-picture.ts';

/** A chart's parts in the page. */
export interface ChartParts {
  readonly figure: HTMLElement;
  readonly drawing: HTMLElement;
  readonly data: ChartData;
}

/** The chart in a figure; undefined where its data are not in the page. */
export function partsOf(figure: HTMLElement): ChartParts | undefined {
  const drawing = figure.querySelector<HTMLElement>('.drawing');
  const json = drawing?.querySelector('script')?.textContent;
  if (drawing === null || json == null) return undefined;
  return { figure, drawing, data: JSON.parse(json) as ChartData };
}

/** What a picture of the chart says: what stands beside it on the page, and where and when it was taken. */
export function pictureWords({ figure, drawing }: ChartParts, now: Date): PictureWords {
  const text = (selector: string) => figure.querySelector(selector)?.textContent.trim() ?? '';
  const { source = '' } = drawing.dataset;
  const date = `${String(now.getFullYear())}年${String(now.getMonth() + 1)}月${String(now.getDate())}日`;
  const address = new URL(location.href);
  address.hash = figure.id;
  return {
    title: text('figcaption h3'),
    subject: pageName(),
    sentence: text('figcaption p'),
    sources: [
      ...(source === '' ? [] : [`来源：${source}`]),
      `${source === '' ? '来源：' : ''}${siteName()}，${address.href}`,
      `${date}取自网页`,
    ],
  };
}

/** What the page is about. */
const pageName = (): string => document.querySelector('h1')?.textContent.trim() ?? '';

function siteName(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')?.content ?? document.title;
}

/** The texts of the chart's table, row by row, the heading first. */
export function tableRows(figure: HTMLElement): readonly (readonly string[])[] {
  return [...figure.querySelectorAll('table tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim()),
  );
}
