import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sizePictures } from '../../src/site/size-pictures.ts';

const FOLDER = join(import.meta.dirname, '../../public/editing');

describe('a picture on a free page', () => {
  it('comes with its size, so that the text does not jump, and waits until it is seen', async () => {
    expect(await sizePictures('<p><img src="pictures/page-explained.png" alt="网页"></p>', [FOLDER])).toMatch(
      /^<p><img src="pictures\/page-explained\.png" loading="lazy" width="760" height="\d{3}" alt="网页"><\/p>$/,
    );
    expect(await sizePictures('<img src="pictures/commit-done.svg" alt="">', [FOLDER])).toMatch(
      / width="\d+" height="\d+" /,
    );
  });

  it('is left as it is where its file is not at hand', async () => {
    expect(await sizePictures('<img src="https://site.invalid/a.png" alt="甲">', [FOLDER])).toBe(
      '<img src="https://site.invalid/a.png" loading="lazy" alt="甲">',
    );
    expect(await sizePictures('<img src="missing.png" alt="乙">', [FOLDER])).toBe(
      '<img src="missing.png" loading="lazy" alt="乙">',
    );
  });
});
