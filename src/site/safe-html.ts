import type { Options } from 'rehype-sanitize';

/**
 * All that Markdown becomes in a page; whatever else comes into the tree is left out, without the checks of content and
 * without the pages' policy. Addresses are relative, or of these protocols.
 */
export const SAFE_HTML: Options = {
  tagNames: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'blockquote', 'ul', 'ol', 'li', 'hr', 'pre', 'section'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ...['a', 'img', 'em', 'strong', 'del', 'code', 'sup', 'br', 'wbr', 'span'],
  ],
  attributes: {
    '*': ['id'],
    a: ['href', 'title', 'ariaDescribedBy', 'ariaLabel', 'dataFootnoteBackref', 'dataFootnoteRef'],
    code: [['className', /^language-./, 'short']],
    img: ['src', 'alt', 'title'],
    li: [['className', 'task']],
    ol: ['start'],
    p: [['className', 'footnotes-title']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    span: [['className', 'short', 'line', 'in-cells']],
    table: ['ariaLabel'],
    td: ['align', 'dataLabel'],
    th: ['align', 'dataLabel', ['scope', 'row']],
  },
  protocols: {
    href: ['http', 'https', 'mailto', 'tel'],
    // Pictures are the site's own, and so have no protocol (`ownPictures`).
    src: ['https'],
  },
  // Headings and notes have ids of which no page has a second (`headingFragments`), and nothing else has one.
  clobber: [],
  strip: ['script'],
};
