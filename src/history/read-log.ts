/** When something of the content came and when it was last changed, in seconds since 1970, and by whom last. */
export interface Change {
  readonly first: number;
  readonly last: number;
  readonly by: string;
}

/**
 * Reads what `git log -z --name-status` gives, newest commit first, each begun by `%x01%ct%x1f%aN`. A file that was
 * renamed keeps its past. What was removed counts for its folders.
 *
 * @param prefix what stands before the paths, which are given without it.
 */
export function readLog(log: string, prefix: string): Map<string, Change> {
  const changes = new Map<string, Change>();
  /** What a path of older commits is called today, where that is not its own name. */
  const today = new Map<string, string>();
  const tokens = log.split('\0');
  let at = 0;
  let by = '';
  const meet = (path: string) => {
    const known = changes.get(path);
    if (known === undefined) changes.set(path, { first: at, last: at, by });
    // Clocks differ: a commit may be older than the one before it.
    else if (at > known.last) changes.set(path, { ...known, last: at, by });
    else if (at < known.first) changes.set(path, { ...known, first: at });
  };
  for (let index = 0; index < tokens.length; index += 1) {
    const token = (tokens[index] ?? '').trimStart();
    if (token.startsWith('\x01')) {
      const [seconds = '', name = ''] = token.slice(1).split('\x1f');
      at = Number(seconds);
      by = name;
    } else if (token !== '') {
      // `M`, of a merge `MM`, and `R100` with the old and the new name.
      const path = tokens[(index += 1)] ?? '';
      const renamed = /^R\d/.test(token) ? tokens[(index += 1)] : undefined;
      const own = renamed ?? path;
      const name = (today.get(own) ?? own).slice(prefix.length);
      if (renamed !== undefined) {
        today.set(path, today.get(renamed) ?? renamed);
        // What had the name before was another file.
        today.delete(renamed);
      }
      [name, ...foldersOf(name)].forEach(meet);
    }
  }
  return changes;
}

/** The folders in which a file lies, with a slash at their ends: `2022/313001/`, `2022/`, ''. */
export function foldersOf(file: string): readonly string[] {
  const names = file.split('/').slice(0, -1);
  return ['', ...names.map((_, index) => `${names.slice(0, index + 1).join('/')}/`)];
}
