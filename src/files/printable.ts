/**
 * A text as it may be printed: control characters of a hostile file must not reach the terminal, and no line may begin as
 * commands to pipelines do (`::error`). Line feeds stay; tabs and carriage returns take one cell.
 */
export function printable(text: string): string {
  return text
    .replace(/[\t\r]/g, ' ')
    .replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
    .replace(/^( *):(?=:)/gm, '$1\ufffd');
}

/** The same for what is one line, such as the name of a file: a line feed in it begins no line. */
export function printableLine(text: string): string {
  return printable(text).replaceAll('\n', '\ufffd');
}
