import { unzipSync } from 'fflate';
import { UserError } from '../../files/user-error.ts';

/** What a document may unpack to: forms of thousands of projects stay far below, archives made to harm do not. */
const MOST_ENTRIES = 10_000;
const MOST_UNPACKED = 512 * 1024 * 1024;

/** The files of an archive by their names. */
export type Archive = Readonly<Record<string, Uint8Array>>;

/**
 * Unpacks a ZIP archive, but for pictures and programs, of which nothing is read. Never unpacks more than it says of
 * itself.
 *
 * @throws UserError where it is damaged, encrypted, or too large.
 */
export function unpack(bytes: Uint8Array, path: string): Archive {
  let entries = 0;
  let unpacked = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries += 1;
        if (entries > MOST_ENTRIES) throw tooLarge(path);
        if (/\.(?:png|jpe?g|gif|emf|wmf|bin|ttf|odttf)$/i.test(name)) return false;
        unpacked += originalSize;
        if (unpacked > MOST_UNPACKED) throw tooLarge(path);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `“${path}”打不开，文件可能已损坏或没有下载完整。请重新下载，或在 Word、Excel 或 WPS 中打开后另存一份，再导入。`,
    );
  }
}

function tooLarge(path: string): UserError {
  return new UserError(
    `“${path}”展开后过大，不予读取。请在 Word 或 WPS 中打开，只保留绩效目标表，另存后再导入。`,
  );
}

/** A file of an archive as UTF-8 text; undefined where it is not there. */
export function textOf(archive: Archive, name: string): string | undefined {
  const bytes = archive[name];
  return bytes && new TextDecoder().decode(bytes);
}
