import { getDocumentProxy } from 'unpdf';

/** What the two passes and the tests look at in a PDF. */
export interface PdfReading {
  readonly pages: number;
  /** The page, from 1, of each place that a link leads to, by the place's id in the page. */
  readonly places: ReadonlyMap<string, number>;
}

/** Reads on which page each place lies that a link of the PDF leads to; the browser names them by their ids. */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  // The reader takes the bytes away from whoever gave them.
  const document = await getDocumentProxy(new Uint8Array(bytes));
  try {
    const destinations = Object.entries((await document.getDestinations()) as Record<string, unknown>);
    const places = new Map<string, number>();
    for (const [name, destination] of destinations) {
      const page: unknown = Array.isArray(destination) ? destination[0] : undefined;
      if (!isReference(page)) continue;
      places.set(decodeURIComponent(name), (await document.getPageIndex(page)) + 1);
    }
    return { pages: document.numPages, places };
  } finally {
    await document.loadingTask.destroy();
  }
}

interface Reference {
  readonly num: number;
  readonly gen: number;
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'num' in value && 'gen' in value;
}
