/** What a function gives for each argument, found when it is first asked for. */
export function onceEach<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const found = new Map<Key, Value>();
  return (key) => {
    if (!found.has(key)) found.set(key, find(key));
    return found.get(key) as Value;
  };
}

/** What a function gives, kept until it is asked for another argument: for what is asked of one thing after the other. */
export function keepLast<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}

/** What a function gives for each object, found when it is first asked for, and kept as long as the object is. */
export function onceFor<Key extends object, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const found = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const before = found.get(key) ?? { value: find(key) };
    found.set(key, before);
    return before.value;
  };
}
