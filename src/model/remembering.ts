/** Longer texts hardly come again. */
const LONGEST = 40;
/** Enough for the words of many documents; what is read after that is read anew each time. */
const MOST = 10_000;

/**
 * The same function, which remembers what it gave for short texts: labels come again and again, thousands of times. What
 * it gives depends on the text alone and is never changed.
 */
export function remembering<Value extends string | object>(
  read: (text: string) => Value,
): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    if (text.length <= LONGEST && known.size < MOST) known.set(text, value);
    return value;
  };
}
