import { INVISIBLE_RULE, invisibleIn } from './invisible.ts';
import { misplaced } from './layout.ts';

/** The names of official documents in `sources/`: which may stand there, and which name an imported one gets. */

/** Formats of official documents. A page or drawing with scripts would run as the site's own. */
const DOCUMENT = /\.(?:txt|csv|pdf|ofd|doc[xm]?|xls[xm]?|pptx?|wps|et|rtf|odt|ods|zip|jpe?g|png|tiff?)$/i;

/** Pages that a browser would run, which import reads as well: departments publish them, and old programs save them. */
const PAGE = /\.(?:html?|mht|mhtml|xml)$/i;

/** Signs that an address or a file system takes for its own. */
const ODD_NAME = /[#?%\\/:*"<>|\ufffd]/gu;

/** The name under which an imported document is kept: a page's bytes are shown as text, so that nothing in it runs. */
export const keptDocumentName = (fileName: string): string =>
  PAGE.test(fileName) ? `${fileName}.txt` : fileName;

/** What is wrong with a document's name, as a finding says it; undefined for a name that may stand. */
export function faultOfDocumentName(fileName: string): ReturnType<typeof misplaced> | undefined {
  const unseen = invisibleIn(fileName, '文件名');
  if (unseen !== undefined) {
    return { rule: INVISIBLE_RULE, message: unseen.message, hint: '请改名，去掉这个字符。' };
  }
  const odd = [...new Set(fileName.match(ODD_NAME))].map((sign) => `“${sign}”`).join('');
  if (odd !== '') {
    const message = `文件名里有${odd}，做不成网址，有的电脑也存不下。`;
    return { rule: 'file/kind', message, hint: '请把文件改名，去掉这些字符。' };
  }
  if (PAGE.test(fileName)) {
    return misplaced(
      `网页在网站上打开时会运行，不能放在这里。请在文件名后面加上“.txt”，改为“${keptDocumentName(fileName)}”：内容不变，打开时显示为文字。`,
    );
  }
  if (!DOCUMENT.test(fileName)) {
    return misplaced('sources 文件夹里只放官方文件，例如 pdf、docx、xlsx、ofd、txt。');
  }
  return undefined;
}
