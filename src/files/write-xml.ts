/** How XML is written: of office files, feeds and the sitemap. */

/** An element; attributes that are undefined are left out. Children are XML, texts escaped before. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  ...children: readonly (string | readonly string[])[]
): string {
  let own = '';
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined)
      own += ` ${key}="${typeof value === 'number' ? String(value) : escapeXml(value)}"`;
  }
  let inner = '';
  for (const child of children) {
    if (typeof child === 'string') inner += child;
    else for (const one of child) inner += one;
  }
  return inner === '' ? `<${name}${own}/>` : `<${name}${own}>${inner}</${name}>`;
}

/** What stands otherwise in XML: most texts hold none of it. */
const CHANGED = /[^\t\n -~\u00a0-\ud7ff\ue000-\ufffd]|[&<>"]/;
/** What XML 1.0 allows in no text, not even as a reference. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * A text as XML has it. Characters that XML does not allow become the sign of one that could not be read (U+FFFD), so
 * that every file can be opened.
 */
export function escapeXml(text: string): string {
  if (!CHANGED.test(text)) return text;
  return text
    .replace(FORBIDDEN, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
