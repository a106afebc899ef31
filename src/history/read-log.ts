/** When something of the content came and when it was last changed, in seconds since 1970, and by whom last. */
export interface Change {
  readonly first: number;
  readonly last: number;
  readonly by: string;
}

/** A commit that touches the content. */
export interface Commit {
  readonly id: string;
  readonly isMerge: boolean;
  /** In seconds since 1970, by the committer's clock. */
  readonly at: number;
  /** Its author. */
  readonly by: string;
  readonly message: string;
  readonly files: readonly CommittedFile[];
}

/** What a commit did to a file: of a merge, only files that none of its parents has so. Paths are in the content folder. */
export interface CommittedFile {
  readonly path: string;
  /** Its name before, where the commit gave it another. */
  readonly renamed: string | undefined;
  /** The blob in each parent, one but for merges; undefined where it had none. */
  readonly before: readonly (string | undefined)[];
  readonly after: string | undefined;
}

/** What makes git tell its log as `readLog` reads it; the paths follow. */
export const LOG_COMMAND: readonly string[] = [
  ...['-c', 'log.showRoot=true', '-c', 'diff.renameLimit=1000'],
  ...['log', '-z', '--topo-order', '-c', '-M', '--raw', '--no-abbrev', '--no-show-signature'],
  ...['--encoding=UTF-8', '--format=%x01%H%x00%P%x00%ct%x00%aN%x00%B'],
];

/** The latest moment that can be written with four digits of the year. */
const LATEST = Date.parse('9999-12-30T00:00:00Z') / 1000;

/**
 * Reads what `LOG_COMMAND` gives, newest commit first. What is between two NULs is taken by its place, so that nothing
 * in a message, name or path is taken for anything else.
 *
 * @param prefix what stands before the paths, which are given without it.
 */
export function readLog(log: string, prefix: string): readonly Commit[] {
  const commits: (Commit & { readonly files: CommittedFile[] })[] = [];
  const tokens = log.split('\0');
  for (let index = 0; index < tokens.length; index += 1) {
    const token = (tokens[index] ?? '').trimStart();
    const next = () => tokens[(index += 1)] ?? '';
    if (token.startsWith('\x01')) {
      const [id, parents, at, by, message] = [token.slice(1), next(), Number(next()), next(), next()];
      // A clock that is far off gives what no date can say.
      const known = at >= 0 && at <= LATEST ? at : 0;
      commits.push({ id, isMerge: parents.includes(' '), at: known, by, message, files: [] });
    } else if (token.startsWith(':')) {
      // `:100644 100644 a1b2 c3d4 M`; of a merge a colon, mode and blob for each parent.
      const parents = token.lastIndexOf(':') + 1;
      const words = token.split(' ');
      const blobs = words.slice(parents + 1, 2 * parents + 2).map((id) => (/^0+$/.test(id) ? undefined : id));
      // A link or a submodule is no file of the content.
      const modes = words.slice(0, parents + 1).map((mode) => mode.replace(/^:+/, '').startsWith('1006'));
      const own = blobs.map((id, place) => (modes[place] === true ? id : undefined));
      const path = next();
      const renamed = /R\d/.test(words.at(-1) ?? '') ? next() : undefined;
      commits.at(-1)?.files.push({
        path: (renamed ?? path).slice(prefix.length),
        renamed: renamed === undefined ? undefined : path.slice(prefix.length),
        before: own.slice(0, -1),
        after: own.at(-1),
      });
    }
  }
  return commits;
}

/**
 * When each file and folder came and was last changed. A file that was renamed keeps its past. What was removed counts
 * for its folders.
 *
 * @param commits newest first.
 */
export function datesOf(commits: readonly Commit[]): Map<string, Change> {
  const changes = new Map<string, Change>();
  /** What a path of older commits is called today, where that is not its own name. */
  const today = new Map<string, string>();
  for (const { at, by, files } of commits) {
    const meet = (path: string) => {
      const known = changes.get(path);
      if (known === undefined) changes.set(path, { first: at, last: at, by });
      // Clocks differ: a commit may be older than the one before it.
      else if (at > known.last) changes.set(path, { ...known, last: at, by });
      else if (at < known.first) changes.set(path, { ...known, first: at });
    };
    for (const { path, renamed } of files) {
      const name = today.get(path) ?? path;
      if (renamed !== undefined) {
        today.set(renamed, name);
        // What had the name before was another file.
        today.delete(path);
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
