import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from '../../src/publishing/serve.ts';
import { viewsOfSite, type View } from '../../scripts/screenshots/views.ts';
import { MADE_UP } from '../gallery/made-up-projects.ts';
import { buildCopy } from '../site/build-copy.ts';
import { writeMadeUpContent } from './made-up-content.ts';

/** A served site of the gallery's made-up department, with the gallery: what it shows changes only with the program. */
export interface MadeUpSite {
  readonly url: string;
  /** Each kind of page, and what readers make of it. */
  readonly views: readonly View[];
  readonly close: () => Promise<void>;
}

/** Made-up explanations of words that the pages mark. */
const GLOSSARY = ['预算数', '未列', '累计支出进度', '产出指标', '指标值']
  .map(
    (term) =>
      `- 术语: ${term}\n  官方解释: 虚构的官方解释。\n  通俗解释: 虚构的通俗解释。\n  别名:\n  出处:\n`,
  )
  .join('');

export async function openMadeUpSite(): Promise<MadeUpSite> {
  const directory = mkdtempSync(join(tmpdir(), 'mingzhang-made-up-'));
  const clear = () => {
    rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    writeMadeUpContent(directory, [MADE_UP]);
    writeFileSync(join(directory, 'glossary.yaml'), GLOSSARY);
    const copy = await buildCopy({ CONTENT_DIR: directory, GALLERY: '1' });
    const { url, close } = await serveFolder({ folder: copy.folder, port: 0 });
    return {
      url,
      views: viewsOfSite(copy.folder).filter(({ name }) => name !== 'gallery'),
      close: async () => {
        await close();
        copy.remove();
        clear();
      },
    };
  } catch (error) {
    clear();
    throw error;
  }
}
