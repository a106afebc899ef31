import type { IncomingMessage } from 'node:http';
import { statSync } from 'node:fs';

/**
 * Rewrites the asked range of a file as `sirv` understands it, which knows only a beginning and an end. The last bytes
 * (`bytes=-5`) are counted from the file's size; what is no range, or several, is left out, and the whole file answers.
 */
export function rightRange({ headers }: IncomingMessage, file: string): void {
  const { range } = headers;
  if (range === undefined) return;
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range) ?? [];
  const isRange = first !== '' && (last === '' || Number(first) <= Number(last));
  // Whether the file is still the one of which the beginning was loaded is not looked at.
  if (headers['if-range'] !== undefined || (!isRange && last === '') || (first !== '' && !isRange)) {
    delete headers.range;
    return;
  }
  if (isRange) return;
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  // Of no bytes at all there is no range: what begins at the end is answered so.
  headers.range = `bytes=${String(Number(last) === 0 ? size : Math.max(0, size - Number(last)))}-`;
}
