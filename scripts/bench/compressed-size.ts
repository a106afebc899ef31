import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

/** The bytes that a text or file takes on the way: by Brotli level 11, or as it is where it is gzip already. */
export async function compressedSize(content: string | Buffer): Promise<number> {
  const bytes = Buffer.from(content);
  // Pagefind's own files and its WebAssembly are gzip by themselves; hosts pass them on unchanged.
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return bytes.length;
  const compressed = await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return Math.min(bytes.length, compressed.length);
}

/** The same for a file of a folder. */
export async function compressedFileSize(folder: string, file: string): Promise<number> {
  return await compressedSize(await readFile(join(folder, file)));
}
