/**
 * The text without the characters at its ends that `edge` matches, each looked at alone. A pattern such as
 * `/[\s"]+$/` would look at a long run within the text again from each of its places.
 *
 * @example trimCharacters('“190.00”', /[“”]/) // 190.00
 */
export function trimCharacters(text: string, edge: RegExp): string {
  let [start, end] = [0, text.length];
  while (start < end && edge.test(text.charAt(start))) start += 1;
  while (end > start && edge.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
