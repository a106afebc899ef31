/**
 * A text as it may be printed: control characters of a hostile file must not reach the terminal. Line feeds
 * stay; tabs and carriage returns take one cell.
 */
export function printable(text: string): string {
  return text.replace(/[\t\r]/g, ' ').replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
