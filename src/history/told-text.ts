import type { FieldChange } from '../model/change.ts';

/** How texts of any size and kind, of past versions and of commits, are told to readers. */

/** A text in which nothing hides: what cannot be seen, or turns the direction of writing, becomes U+FFFD. */
export const visible = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/[^\P{C}\n]|[\u2028\u2029]/gu, '\ufffd');

/** The beginning of a text, with a word on how much is left out. */
export function shortened(text: string, most: number): string {
  // No more than needed is cut into characters.
  const characters = Array.from(text.slice(0, 2 * most + 2));
  if (characters.length <= most) return text;
  return `${characters.slice(0, most).join('')}……（共${text.length.toLocaleString('en-US')}字，其余略）`;
}

/** So much of what both texts of a change have in common is told on either side of what differs. */
const AROUND = 16;
const LONG = 60;
const MOST = 400;
const LONGEST_LABEL = 120;

/** A change as it is told: of two long texts only where they differ, and no more than a reader reads. */
export function focusOn({ field, label, before, after }: FieldChange): FieldChange {
  const [a, b] = [before, after].map((text) => (text === undefined ? undefined : visible(text)));
  const isLong = a !== undefined && b !== undefined && Math.max(a.length, b.length) > LONG;
  const [own, other] = isLong ? onlyDifferent(a, b) : [a, b];
  return {
    field: shortened(visible(field), LONGEST_LABEL),
    label: shortened(visible(label), LONGEST_LABEL),
    before: own && shortened(own, MOST),
    after: other && shortened(other, MOST),
  };
}

function onlyDifferent(before: string, after: string): readonly [string, string] {
  const [a, b] = [Array.from(before), Array.from(after)];
  const least = Math.min(a.length, b.length);
  let start = 0;
  while (start < least && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < least - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [from, rest] = [Math.max(0, start - AROUND), Math.max(0, end - AROUND)];
  const cut = (text: readonly string[]) =>
    `${from > 0 ? '……' : ''}${text.slice(from, text.length - rest).join('')}${rest > 0 ? '……' : ''}`;
  return [cut(a), cut(b)];
}

const LONGEST_REASON = 120;
const LONGEST_DETAILS = 600;
const LONGEST_NAME = 40;

/** The name of who made a commit. */
export const authorWords = (name: string): string =>
  shortened(visible(name).replaceAll('\n', ' '), LONGEST_NAME);

/** Lines that programs write into messages: who else is named there, with an address, has not asked to be shown. */
const TRAILER =
  /^(?:[A-Za-z]+(?:-[A-Za-z]+)*-by: |Change-Id: |\(cherry picked from commit |This reverts commit |#)/i;

/** Why a commit was made, by its message: the first line, and what else it says. */
export function reasonOf(message: string): { readonly reason: string; readonly details: string } {
  const [first = '', ...others] = visible(message)
    .split('\n')
    .filter((line) => !TRAILER.test(line))
    .join('\n')
    .trim()
    .split('\n');
  // As git itself words them.
  const reason = first.replace(/^Revert "(.*)"$/, '撤回“$1”').replace(/^Reapply "(.*)"$/, '重新采用“$1”');
  return {
    reason: shortened(reason, LONGEST_REASON),
    details: shortened(
      others
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim(),
      LONGEST_DETAILS,
    ),
  };
}
