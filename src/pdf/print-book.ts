import { tmpdir } from 'node:os';
import type { Page } from 'playwright-core';
import { PublishingError } from '../files/user-error.ts';
import { readPdf } from './read-pdf.ts';
import { withTrueCharacters } from './true-characters.ts';

/** Passes until the numbers must stand; filling them in moves nothing, so the second pass confirms the first. */
const MOST_PASSES = 4;

/**
 * Prints the open page as its style says: A4 with margins, bookmarks, and tags for screen readers. Throws a
 * PublishingError where the browser cannot: it writes to the temporary folder first, which may be full.
 */
export async function printPage(page: Pick<Page, 'pdf'>): Promise<Uint8Array> {
  return withTrueCharacters(await print(page));
}

async function print(page: Pick<Page, 'pdf'>): Promise<Uint8Array> {
  try {
    return await page.pdf({ preferCSSPageSize: true, printBackground: false, outline: true, tagged: true });
  } catch (cause) {
    const [reason = ''] = String(cause instanceof Error ? cause.message : cause).split('\n');
    throw new PublishingError(
      `浏览器没能打印，没有写出文件（${reason}）。请检查临时文件夹“${tmpdir()}”还有没有空间，然后重新运行。`,
      { cause },
    );
  }
}

/**
 * Prints the open page of a book with the page numbers in its table of contents: each pass is read for the page on
 * which every entry's place lies, the numbers are filled in, and it is printed again until they are the ones read.
 */
export async function printBook(page: Page): Promise<Uint8Array> {
  let filled: readonly string[] = [];
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    const bytes = await printPage(page);
    const numbers = await numbersOf(page, bytes);
    if (pass > 1 && numbers.join() === filled.join()) return bytes;
    await fillIn(page, numbers);
    filled = numbers;
  }
  throw new PublishingError('目录的页码定不下来，没有写出文件。请把这件事报告给维护者。');
}

const ENTRIES = '.book-contents a';

/** For each entry of the table of contents the page on which its place lies. */
async function numbersOf(page: Page, bytes: Uint8Array): Promise<readonly string[]> {
  const { places } = await readPdf(bytes);
  const targets = await page
    .locator(ENTRIES)
    .evaluateAll((links) =>
      links.map((link) => decodeURIComponent(link.getAttribute('href') ?? '').slice(1)),
    );
  return targets.map((target) => {
    const number = places.get(target);
    if (number === undefined) throw new Error(`The PDF has no place named ${target}.`);
    return String(number);
  });
}

async function fillIn(page: Page, numbers: readonly string[]): Promise<void> {
  await page.locator(`${ENTRIES} .at`).evaluateAll((places, texts) => {
    places.forEach((place, index) => {
      place.textContent = texts[index] ?? '';
    });
  }, numbers);
}
