import { parseDocument, isScalar } from 'yaml';

/**
 * A text as a canonical YAML value: plain where YAML's core schema reads it back as the same text, a
 * literal block where it has several lines, otherwise in double quotes. '' is a blank.
 *
 * @param indent how many blanks stand before the key; a block's lines get two more.
 * @example scalar('≥95%', 0) // ≥95%
 * @example scalar('%100%', 0) // "%100%"
 */
export function scalar(text: string, indent: number): string {
  if (text === '') return '';
  if (isPlain(text)) return text;
  if (text.includes('\n') && isBlockSafe(text)) {
    const lines = text.split('\n').map((line) => (line === '' ? '' : `${' '.repeat(indent + 2)}${line}`));
    return `|-\n${lines.join('\n')}`;
  }
  return quoted(text);
}

/**
 * Keys and most texts: nothing in them is a sign of YAML where it stands, and what holds a Chinese character or sign is
 * no number. To parse them would take its time.
 */
const CERTAIN =
  /^(?=.*[\p{Script=Han}≥≤])[\p{Script=Han}\w≥≤（“《][\p{Script=Han}\w≥≤，。、；：（）“”《》()%./-]*$/u;

/** Codes of projects: no number has such a letter in it. */
const CODE = /^\d+[A-DF-NP-WYZ][\dA-Z]*$/;

/** Whether the text, written plain after a key or a dash, reads back as the same text. */
function isPlain(text: string): boolean {
  if (CERTAIN.test(text) || CODE.test(text)) return true;
  if (/[\n\r]|^\s|\s$/.test(text) || /^[-?:,[\]{}#&*!|>'"%@`]/.test(text)) return false;
  if (/:[ \t]|:$|[ \t]#/.test(text)) return false;
  // A tab within a text is no fault of the file, and escaped nobody knows it again.
  if (!PRINTABLE.test(text.replaceAll('\t', ''))) return false;
  const document = parseDocument(`- ${text}`, { version: '1.2', logLevel: 'silent' });
  if (document.errors.length > 0) return false;
  const node = document.getIn([0], true);
  return isScalar(node) && node.value === text;
}

/** A literal block cannot begin or end with blank, hold trailing white space, or unprintable characters. */
function isBlockSafe(text: string): boolean {
  return !/^\s|\s$|[ \t]\n|\r|\t/.test(text) && PRINTABLE.test(text.replaceAll('\n', ''));
}

/** YAML's printable characters, without line ends and the byte order mark. */
const PRINTABLE =
  /^[\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;

function quoted(text: string): string {
  // JSON's string syntax is a subset of YAML's double-quoted style; what YAML cannot print is escaped.
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
