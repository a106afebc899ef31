/** Makes files of a chart: loaded when a reader asks for one. */
import { chartCsv } from '../../charts/chart-csv.ts';
import type { ChartDescription } from '../../charts/chart.ts';
import { chartPicture, type Picture, type PictureWords } from '../../charts/picture.tsx';
import { fileName, saveFile } from '../save-file.ts';

/** The kinds of files a chart is offered as. */
export type ChartFile = 'png' | 'svg' | 'csv';

/** So many pixels of the file for one of the picture: sharp on paper and on fine screens. */
const FINENESS = 2;

/**
 * Hands a chart to the reader as a file; gives the file's name. Throws where the browser cannot make it.
 *
 * @param source the document from which the numbers come.
 */
export async function saveChart(kind: ChartFile, chart: ChartDescription, source?: string): Promise<string> {
  const words = pictureWords(chart.id, source, new Date());
  const name = fileName([chart.title, words.subject], kind);
  if (kind === 'csv') {
    saveFile(name, new Blob([chartCsv(chart)], { type: 'text/csv;charset=utf-8' }));
    return name;
  }
  const picture = chartPicture(chart, words);
  saveFile(name, kind === 'svg' ? new Blob([picture.svg], { type: 'image/svg+xml' }) : await pngOf(picture));
  return name;
}

/** What a picture of the chart says beside it: of what it is, and where and when it was taken. */
function pictureWords(id: string, source: string | undefined, now: Date): PictureWords {
  const date = `${String(now.getFullYear())}年${String(now.getMonth() + 1)}月${String(now.getDate())}日`;
  const address = new URL(location.href);
  address.hash = id;
  const site = document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')?.content;
  const taken = `${site ?? document.title}，${address.href}`;
  return {
    subject: document.querySelector('h1')?.textContent.trim() ?? '',
    sources: [...(source === undefined ? [`来源：${taken}`] : [`来源：${source}`, taken]), `${date}取自网页`],
  };
}

/** Draws the picture on a canvas. The policy allows pictures from `data:` addresses. */
async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * FINENESS;
  canvas.height = height * FINENESS;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the canvas gave no picture'));
      else resolve(blob);
    }, 'image/png');
  });
}
