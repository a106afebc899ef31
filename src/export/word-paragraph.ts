import { element, escapeXml } from '../files/write-xml.ts';
import type { WordStyle } from './word-styles.ts';

/** A paragraph in a style; children are XML. */
export function paragraph(style: WordStyle, ...children: readonly string[]): string {
  let inner = '';
  for (const child of children) inner += child;
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${inner}</w:p>`;
}

/** Characters of fonts of symbols in some files: a run that names a font of text says that they are none of those. */
const PRIVATE_USE = /[\ue000-\uf8ff]/;

/** A text in one run; its line breaks stay within the paragraph. */
export function text(words: string): string {
  if (words === '') return '';
  const pieces = words.includes('\n') ? words.split('\n').map(lineOf).join('<w:br/>') : lineOf(words);
  const font = PRIVATE_USE.test(words)
    ? element(
        'w:rPr',
        {},
        element('w:rFonts', { 'w:ascii': '宋体', 'w:hAnsi': '宋体', 'w:eastAsia': '宋体' }),
      )
    : '';
  return `<w:r>${font}${pieces}</w:r>`;
}

const lineOf = (line: string) => element('w:t', PRESERVED, escapeXml(line));
const PRESERVED = { 'xml:space': 'preserve' };

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
