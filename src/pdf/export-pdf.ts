import { chromium, type Browser } from 'playwright-core';
import type { Published } from '../files/finding.ts';
import { writeFileAtomically } from '../files/write-file.ts';
import { toPublishingError } from '../files/publishing-error.ts';
import { PublishingError } from '../files/user-error.ts';
import { servePages } from '../publishing/run-astro.ts';
import type { SiteAddress } from '../integration/site-address.ts';
import { pathOfForms, type ChosenForms } from '../export/chosen-forms.ts';
import { checkOutputFile } from '../export/output-file.ts';
import { printBook, printPage } from './print-book.ts';
import { readPdf } from './read-pdf.ts';

export interface PdfExport {
  readonly published: Published;
  /** The content folder. */
  readonly directory: string;
  readonly address: SiteAddress;
  readonly chosen: ChosenForms;
  /** The file to write; an older PDF there is replaced. */
  readonly out: string;
  /** The browser's program. */
  readonly browser: string;
  /** Told what is being done, as short sentences. */
  readonly log: (message: string) => void;
}

/** Without sandbox it also runs as root; only the program's own pages are opened. */
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];

/**
 * Prints forms through the browser into a PDF file; gives its number of pages. The file is written whole or not at
 * all. Throws a PublishingError for what the user can fix.
 */
export async function exportPdf({ out, log, ...options }: PdfExport): Promise<number> {
  await checkOutputFile(out, 'pdf');
  log('正在排版……');
  const bytes = await printForms({ ...options, log });
  try {
    await writeFileAtomically(out, bytes);
  } catch (error) {
    throw toPublishingError(error, out);
  }
  return (await readPdf(bytes)).pages;
}

async function printForms({
  published,
  directory,
  address,
  chosen,
  browser: executablePath,
  log,
}: Omit<PdfExport, 'out'>): Promise<Uint8Array> {
  // An export needs one page; a build would make all of them first, or be older than the content.
  const silent = () => undefined;
  const run = { ...address, content: directory, published, log: silent, note: silent };
  const served = await servePages(run, 0);
  try {
    const browser = await launch(executablePath);
    try {
      // What is printed is complete without scripts, and the dev server's would only disturb.
      const page = await browser.newPage({ locale: 'zh-CN', javaScriptEnabled: false });
      page.setDefaultTimeout(600_000);
      const response = await page.goto(new URL(pathOfForms(chosen), served.url).href);
      if (response?.ok() !== true) {
        throw new PublishingError(`生成网页时出错（${String(response?.status())}），没有写出文件。`);
      }
      log('正在打印……');
      return await (chosen.kind === 'book' ? printBook(page) : printPage(page));
    } finally {
      await browser.close();
    }
  } finally {
    await served.close();
  }
}

async function launch(executablePath: string): Promise<Browser> {
  try {
    return await chromium.launch({ executablePath, args: ARGUMENTS });
  } catch (cause) {
    throw new PublishingError(
      `浏览器“${executablePath}”打不开。请用环境变量 CHROMIUM_PATH 指明另一个 Chromium、Chrome 或 Edge。`,
      { cause },
    );
  }
}
