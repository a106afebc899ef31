import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from '../../src/publishing/serve.ts';
import { writeMadeUpContent } from '../setup/made-up-content.ts';
import { buildCopy } from '../site/build-copy.ts';

/** A site of made-up departments, built and served for one test file. */
export interface ServedMadeUp {
  readonly url: string;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

export async function serveMadeUp(
  departments: Parameters<typeof writeMadeUpContent>[1],
): Promise<ServedMadeUp> {
  const content = mkdtempSync(join(tmpdir(), 'mingzhang-made-up-'));
  const clear = () => {
    rmSync(content, { recursive: true, force: true });
  };
  try {
    writeMadeUpContent(content, departments);
    const copy = await buildCopy({ CONTENT_DIR: content });
    const { url, close } = await serveFolder({ folder: copy.folder, port: 0 });
    return {
      url,
      folder: copy.folder,
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
