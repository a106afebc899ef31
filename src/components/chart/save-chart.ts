/** Makes files of a chart: loaded when a reader asks for one. */
import { fileName } from '../../charts/file-name.ts';
import { chartPicture, type Picture } from '../../charts/picture/chart-picture.ts';
import { tableCsv } from '../../charts/table-csv.ts';
import { saveFile } from '../save-file.ts';
import { pictureWords, tableRows, type ChartParts } from './chart-words.ts';

/** The kinds of files a chart is offered as. */
export type ChartFile = 'png' | 'svg' | 'csv';

/** So many pixels of the file for one of the picture: sharp on paper and on fine screens. */
const FINENESS = 2;

/** Hands a chart to the reader as a file; gives the file's name. Throws where the browser cannot make it. */
export async function saveChart(parts: ChartParts, kind: ChartFile): Promise<string> {
  const words = pictureWords(parts, new Date());
  const name = fileName([words.title, words.subject], kind);
  if (kind === 'csv') {
    saveFile(name, new Blob([tableCsv(tableRows(parts.figure))], { type: 'text/csv;charset=utf-8' }));
    return name;
  }
  const picture = chartPicture(parts.data, words);
  saveFile(name, kind === 'svg' ? new Blob([picture.svg], { type: 'image/svg+xml' }) : await pngOf(picture));
  return name;
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
