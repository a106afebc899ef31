import { crc32 } from 'node:zlib';
import { unzipSync } from 'fflate';
import { UserError } from '../../files/user-error.ts';

/** What a document may unpack to: forms of thousands of projects stay far below, archives made to harm do not. */
const MOST_ENTRIES = 10_000;
const MOST_UNPACKED = 512 * 1024 * 1024;

/** An archive unpacked: what is read of it, and what is in it besides. */
export interface Unpacked {
  readonly files: Archive;
  readonly hasMacros: boolean;
  readonly hasPictures: boolean;
}

const PICTURE = /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg)$/i;
/** A picture of the document itself, which programs put beside it. */
const THUMBNAIL = /(?:^|\/)thumbnails?[./]/i;
const PROGRAM = /(?:vbaProject\w*|printerSettings\d*|oleObject\d*)\.bin$|\.(?:o?ttf|odttf)$/i;

/** The files of an archive by their names. */
export type Archive = Readonly<Record<string, Uint8Array>>;

/**
 * Unpacks a ZIP archive, but for pictures and programs, of which nothing is read. Never unpacks more than it says of
 * itself.
 *
 * @throws UserError where it is damaged, encrypted, or too large.
 */
export function unpack(bytes: Uint8Array, path: string): Unpacked {
  let entries = 0;
  let unpacked = 0;
  let [hasMacros, hasPictures] = [false, false];
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries += 1;
        if (entries > MOST_ENTRIES) throw tooLarge(path);
        hasMacros ||= /vbaProject\.bin$|^Basic\/./i.test(name);
        hasPictures ||= PICTURE.test(name) && !THUMBNAIL.test(name);
        if (PICTURE.test(name) || PROGRAM.test(name)) return false;
        unpacked += originalSize;
        if (unpacked > MOST_UNPACKED) throw tooLarge(path);
        return true;
      },
    });
    checkSums(bytes, files);
    return { files, hasMacros, hasPictures };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `“${path}”打不开，文件可能已损坏或没有下载完整。请重新下载，或在 Word、Excel 或 WPS 中打开后另存一份，再导入。`,
    );
  }
}

/**
 * Compares what was unpacked with the checksums that the archive lists, so that a damaged figure is not taken for a
 * right one. Source: APPNOTE.TXT 4.3.12 and 4.3.16, the central directory and its end.
 *
 * @throws Error where one differs.
 */
function checkSums(bytes: Uint8Array, files: Archive): void {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = view.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  let at = view.readUInt32LE(end + 16);
  for (let left = view.readUInt16LE(end + 10); left > 0 && view.readUInt32LE(at) === 0x02014b50; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((place) => view.readUInt16LE(at + place));
    const from = at + 46;
    const file = files[view.toString('utf8', from, from + (name ?? 0))];
    if (file !== undefined && crc32(file) !== view.readUInt32LE(at + 16)) throw new Error('damaged');
    at = from + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
}

/** What is said of a document that unpacks to more than any form. */
export function tooLarge(path: string): UserError {
  return new UserError(
    `“${path}”展开后过大，不予读取。请在 Word、Excel 或 WPS 中打开，只保留绩效目标表，另存后再导入。`,
  );
}

/** A file of an archive as UTF-8 text; undefined where it is not there. */
export function textOf(archive: Archive, name: string): string | undefined {
  const bytes = archive[name];
  return bytes && new TextDecoder().decode(bytes);
}
