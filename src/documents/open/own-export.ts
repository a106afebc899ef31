import { strFromU8, unzipSync } from 'fflate';
import { WRITER } from '../../office/package.ts';

/** Whether a document was written by the export, perhaps changed since: it is no official document. */
export function isOwnExport(bytes: Uint8Array): boolean {
  return statementIn(bytes, 'docProps/core.xml')?.includes(`<dc:creator>${WRITER}</dc:creator>`) === true;
}

/** A small part of an Office file as text; undefined where the bytes are none or have no such part. */
export function statementIn(bytes: Uint8Array, path: string): string | undefined {
  try {
    const filter = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }) =>
      name === path && originalSize < 100_000;
    const { [path]: part } = unzipSync(bytes, { filter });
    return part && strFromU8(part);
  } catch {
    return undefined;
  }
}
