import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { serveFolder } from '../publishing/serve.ts';
import { PICTURE_ARGUMENTS } from '../screenshots/picture-arguments.ts';
import { ODD, openPracticeFolder } from './practice-folder.ts';
import { explain } from './scenes.ts';

/** A picture file: its name and its bytes. */
export interface Picture {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Builds a copy of the content with an explanation in it and takes a picture of the page that shows it. The same machine gives the same bytes; another has other fonts.
 */
export async function takePagePictures(root: string, executablePath: string): Promise<readonly Picture[]> {
  const folder = openPracticeFolder(root);
  const dist = join(folder.path, 'dist');
  try {
    explain(folder);
    const printed = folder.run(process.execPath, join(root, 'src/cli/mingzhang.mjs'), 'build', '--out', dist);
    const { url, close } = await serveFolder({ folder: dist, port: 0 }).catch((error: unknown) => {
      throw new Error(`The copy was not built: ${printed}`, { cause: error });
    });
    const browser = await chromium.launch({ executablePath, args: [...PICTURE_ARGUMENTS] });
    try {
      const page = await browser.newPage({
        viewport: { width: 760, height: 900 },
        locale: 'zh-CN',
        // The static drawing is there at once and always the same.
        javaScriptEnabled: false,
      });
      const project = (code: string) => new URL(`2022/313001/${code}/`, url).href;
      return [
        {
          name: 'page-explained.png',
          bytes: await take(page, project(ODD), 'section[aria-labelledby="plan"]'),
        },
      ];
    } finally {
      await browser.close();
      await close();
    }
  } finally {
    rmSync(dist, { recursive: true, force: true });
    folder.remove();
  }
}

/** A part of a page as wide as the page: from the drawing in a section to the section's end. */
async function take(page: Page, address: string, section: string): Promise<Buffer> {
  await page.goto(address);
  const part = page.locator(section);
  const [whole, drawing] = [await part.boundingBox(), await part.locator('.chart-key').boundingBox()];
  if (whole === null || drawing === null) throw new Error(`${address} shows no drawing in ${section}.`);
  return await page.screenshot({
    clip: { x: 0, y: drawing.y - 12, width: 760, height: whole.y + whole.height - drawing.y + 24 },
    fullPage: true,
    animations: 'disabled',
  });
}
