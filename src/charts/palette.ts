/**
 * The site's colours where no style sheet reaches: pictures for download, share cards, the browser's own frame.
 * `tokens.css` has them for pages; a test holds both together.
 */
export const PAPER_COLOURS = {
  paper: '#fff',
  ink: '#1c1a18',
  soft: '#5c5750',
  rule: '#d9d4cb',
  accent: '#9b1c1f',
};

/** What a page is drawn on in the dark. */
export const DARK_PAPER = '#171513';

/** The colours that drawings use. */
export type Palette = Readonly<Record<keyof typeof PAPER_COLOURS, string>>;

/** The same on a page, where they follow the reader's look. */
export const PAGE_COLOURS: Palette = {
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  soft: 'var(--ink-soft)',
  rule: 'var(--rule)',
  accent: 'var(--accent)',
};
