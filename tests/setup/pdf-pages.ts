import { getDocumentProxy } from 'unpdf';

/** A stretch of text on a page of a PDF; places in points from the page's lower left corner. */
export interface PdfText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PdfText[];
  /** All text without blanks, as `bare` has it. */
  readonly text: string;
}

/** A text without blanks and without the difference of full and half width. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** Reads the pages of a PDF with their texts. */
export async function readPdfPages(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item): readonly PdfText[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [left, bottom] = [Number(item.transform[4]), Number(item.transform[5])];
      return [{ text: item.str, left, right: left + item.width, bottom }];
    });
    pages.push({ width, height, texts, text: bare(texts.map(({ text }) => text).join('')) });
  }
  await document.loadingTask.destroy();
  return pages;
}
