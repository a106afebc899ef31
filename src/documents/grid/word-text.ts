import { child, elementsOf, isElement, type Element } from './xml.ts';

/**
 * Characters of the Symbol font, which Word keeps in the private use area: U+F0B3 is ≥.
 * Source: the Symbol font's encoding; those that forms use.
 */
const SYMBOL_FONT: Readonly<Record<number, string>> = {
  ...{ 0x3c: '<', 0x3d: '=', 0x3e: '>', 0x6d: 'μ', 0xa3: '≤', 0xb0: '°', 0xb1: '±', 0xb3: '≥' },
  ...{ 0xb4: '×', 0xb8: '÷', 0xb9: '≠', 0xbb: '≈' },
};

/** A text in which characters of the Symbol font are those that a reader sees. */
export function readSymbols(text: string): string {
  return text.replace(
    /[\uf000-\uf0ff]/g,
    (character) => SYMBOL_FONT[character.charCodeAt(0) & 0xff] ?? character,
  );
}

/** Whether a switch of Word is on: `<w:vanish/>`, not `<w:vanish w:val="0"/>`. */
export function isOn(element: Element | undefined): boolean {
  return element !== undefined && !['0', 'false', 'off'].includes(element.attribs['w:val'] ?? '1');
}

/** Tells which styles hide their text, by their names, also through the styles they are based on. */
export function hidingStyles(styles: Element | undefined): (style: string | undefined) => boolean {
  const byName = new Map(
    (styles ? elementsOf(styles) : []).map((style) => [style.attribs['w:styleId'], style]),
  );
  const hides = (name: string | undefined, depth = 0): boolean => {
    const style = byName.get(name);
    if (style === undefined || depth > 20) return false;
    const vanish = child(child(style, 'w:rPr'), 'w:vanish');
    return vanish === undefined
      ? hides(child(style, 'w:basedOn')?.attribs['w:val'], depth + 1)
      : isOn(vanish);
  };
  return (name) => name !== undefined && hides(name);
}

/** Tells which styles are those of a table of contents, which repeats the headings. */
export function contentsStyles(styles: Element | undefined): (style: string | undefined) => boolean {
  const ids = new Set(
    (styles ? elementsOf(styles) : [])
      .filter((style) => /^toc \d$/i.test(child(style, 'w:name')?.attribs['w:val'] ?? ''))
      .map((style) => style.attribs['w:styleId']),
  );
  return (id) => id !== undefined && ids.has(id);
}

/** The id of a paragraph's style. */
export function styleOf(paragraph: Element): string | undefined {
  return child(child(paragraph, 'w:pPr'), 'w:pStyle')?.attribs['w:val'];
}

/** Elements that only wrap others: content controls, accepted insertions, links, fields … */
const WRAPPERS = new Set([
  ...[
    'w:sdt',
    'w:sdtContent',
    'w:ins',
    'w:moveTo',
    'w:smartTag',
    'w:customXml',
    'w:hyperlink',
    'w:fldSimple',
  ],
  ...[
    'w:r',
    'w:dir',
    'w:bdo',
    'w:ruby',
    'w:rubyBase',
    'm:oMath',
    'm:oMathPara',
    'm:r',
    'mc:AlternateContent',
  ],
  ...[
    'mc:Choice',
    'w:drawing',
    'wp:inline',
    'wp:anchor',
    'a:graphic',
    'a:graphicData',
    'wps:wsp',
    'wps:txbx',
  ],
  ...['w:pict', 'v:shape', 'v:rect', 'v:textbox', 'v:group', 'wpg:wgp', 'wpc:wpc', 'w:object'],
]);

/** What stands for a character in Word's text. */
const CHARACTERS: Readonly<Record<string, string>> = {
  'w:tab': ' ',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  'w:ptab': ' ',
};

/** Whether a run names a font, and not one of symbols: its private-use characters are then none of those. */
function namesTextFont(run: Element): boolean {
  const font = child(child(run, 'w:rPr'), 'w:rFonts')?.attribs['w:ascii'];
  return font !== undefined && !/symbol|wingdings|webdings/i.test(font);
}

export interface ParagraphText {
  readonly text: string;
  /** Whether some of it is hidden, and so left out. */
  readonly hidden: boolean;
  /** The boxes that are anchored in it, each the element that holds its blocks. */
  readonly boxes: readonly Element[];
}

/** The text of a paragraph as its reader sees it: changes accepted, hidden text and marks of notes left out. */
export function paragraphText(
  paragraph: Element,
  hides: (style: string | undefined) => boolean,
): ParagraphText {
  let hidden = false;
  const boxes: Element[] = [];
  const styleHides = hides(styleOf(paragraph));
  const isHidden = (run: Element) => {
    const properties = child(run, 'w:rPr');
    const own = child(properties, 'w:vanish');
    return own === undefined
      ? styleHides || hides(child(properties, 'w:rStyle')?.attribs['w:val'])
      : isOn(own);
  };
  const read = (element: Element): string =>
    element.children
      .map((node) => {
        if (!isElement(node)) return '';
        const { name, attribs } = node;
        if (name === 'w:t' || name === 'm:t') {
          const text = node.children.map((piece) => ('data' in piece ? piece.data : '')).join('');
          return namesTextFont(element) ? text : readSymbols(text);
        }
        if (name === 'w:sym') {
          return readSymbols(String.fromCharCode(0xf000 | (parseInt(attribs['w:char'] ?? '0', 16) & 0xff)));
        }
        if (name === 'w:txbxContent') boxes.push(node);
        if (name === 'w:r' && isHidden(node)) {
          hidden ||= read(node).trim() !== '';
          return '';
        }
        if (name === 'w:br' && attribs['w:type'] === 'page') return '';
        return CHARACTERS[name] ?? (WRAPPERS.has(name) ? read(node) : '');
      })
      .join('');
  return { text: read(paragraph), hidden, boxes };
}
