import { element, escapeXml } from '../files/write-xml.ts';
import type { WordStyle } from './word-styles.ts';

/** A paragraph in a style; children are XML. */
export function paragraph(style: WordStyle, ...children: readonly string[]): string {
  return element('w:p', {}, element('w:pPr', {}, element('w:pStyle', { 'w:val': style })), ...children);
}

/** Characters of fonts of symbols in some files: a run that names a font of text says that they are none of those. */
const PRIVATE_USE = /[\ue000-\uf8ff]/;

/** A text in one run; its line breaks stay within the paragraph. */
export function text(words: string): string {
  if (words === '') return '';
  const pieces = words
    .split('\n')
    .map((line) => element('w:t', { 'xml:space': 'preserve' }, escapeXml(line)))
    .join(element('w:br'));
  const font = PRIVATE_USE.test(words)
    ? [
        element(
          'w:rPr',
          {},
          element('w:rFonts', { 'w:ascii': '宋体', 'w:hAnsi': '宋体', 'w:eastAsia': '宋体' }),
        ),
      ]
    : [];
  return element('w:r', {}, ...font, pieces);
}

/** Where a field begins, where its result does, and where it ends. */
export const fieldMark = (type: 'begin' | 'separate' | 'end') =>
  element('w:r', {}, element('w:fldChar', { 'w:fldCharType': type }));
/** What a field asks for. */
export const instruction = (words: string) =>
  element('w:r', {}, element('w:instrText', { 'xml:space': 'preserve' }, escapeXml(` ${words} `)));

/** A field that programs fill in where they lay out pages. */
export function field(name: string, before: string): string {
  return element('w:fldSimple', { 'w:instr': ` ${name} ` }, text(before));
}
