import { CATEGORIES, KINDS, LABELS } from '../model/terms.ts';

/** How the bytes of a file were written. */
export type Encoding = 'UTF-8' | 'UTF-16' | 'GBK';

/** A file's bytes as text, without the byte order mark. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether a byte order mark stood before the text. */
  readonly marked: boolean;
}

/** The words by which a text in GBK is known to have been decoded rightly. */
const WORDS = [...Object.values(LABELS), ...CATEGORIES, ...Object.values(KINDS).flat()];

/**
 * Decodes UTF-8, UTF-16 with its byte order mark, and GB18030, of which GBK is a part. Nearly any bytes are
 * something in the last two, so they are believed only of a text that holds a word of the form.
 */
export function decode(bytes: Uint8Array): Decoded | undefined {
  const text = strictly('utf-8', 'UTF-8', bytes);
  if (text !== undefined) return text;
  const mark = [bytes[0], bytes[1]].join(' ');
  const other =
    mark === '255 254'
      ? strictly('utf-16le', 'UTF-16', bytes)
      : mark === '254 255'
        ? strictly('utf-16be', 'UTF-16', bytes)
        : strictly('gb18030', 'GBK', bytes);
  return other !== undefined && WORDS.some((word) => other.text.includes(word)) ? other : undefined;
}

function strictly(label: string, encoding: Encoding, bytes: Uint8Array): Decoded | undefined {
  try {
    const text = new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
    const marked = text.startsWith('\ufeff');
    return { text: marked ? text.slice(1) : text, encoding, marked };
  } catch {
    // The bytes are none of this encoding.
    return undefined;
  }
}
