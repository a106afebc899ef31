import { departmentPathOf, type DepartmentPath } from '../files/layout.ts';
import { compareText } from '../files/finding.ts';
import { LABELS } from '../model/terms.ts';
import type { ChangedFile, ContentChange, FieldChange } from '../model/change.ts';
import type { Comparison } from './compare-versions.ts';
import type { Commit, CommittedFile } from './read-log.ts';
import { authorWords, reasonOf, visible } from './told-text.ts';

/** Compares two versions of a file by the ids of their blobs. */
export type CompareBlobs = (
  kind: 'project' | 'department',
  before: string | undefined,
  after: string | undefined,
) => Promise<Comparison>;

/** A file through its names. */
interface Followed {
  /** Its last path. */
  path: string;
  isThere: boolean;
  /** What it called itself first, as far as anything had to be read. */
  firstName: string | undefined;
}

/** What is told of a file, before all of its past is known. */
interface Told extends Omit<ChangedFile, 'name' | 'last' | 'isThere'> {
  readonly file: Followed;
  readonly name: string | undefined;
  readonly blob: string | undefined;
}

/** One side of what a commit did to a file that belongs to a department. */
type Side = { readonly place: DepartmentPath; readonly path: string } | undefined;

/**
 * Tells what commits changed in the departments' files, by what these say, and never by their letters. What only the
 * layout of a file has is not told, nor what a merge only took from its parents; what is left of a commit may be nothing.
 *
 * @param commits newest first, as git gives them.
 * @param nameToday what a file calls itself as it is now, by its path in the content folder.
 */
export async function tellChanges(
  commits: readonly Commit[],
  compare: CompareBlobs,
  nameToday: (path: string) => string | undefined,
): Promise<readonly ContentChange[]> {
  const teller = openTeller(compare);
  const told: (readonly [Commit, readonly Told[]])[] = [];
  for (const commit of commits.toReversed()) {
    const files = await teller.tell(commit);
    if (files.length > 0) told.push([commit, files]);
  }
  const changes: ContentChange[] = [];
  for (const [{ id, isMerge, at, by, message }, files] of told.toReversed()) {
    const finished: ChangedFile[] = [];
    for (const { file, blob, name: known, ...own } of files) {
      const { path, isThere } = file;
      const read = async () =>
        own.kind === 'document' ? own.record : (await compare(own.kind, undefined, blob)).after?.name;
      const today = isThere ? nameToday(path) : undefined;
      finished.push({
        ...own,
        name: known ?? file.firstName ?? today ?? (await read()) ?? own.record,
        last: visible(path),
        isThere,
      });
    }
    finished.sort((a, b) => compareText(a.path, b.path));
    changes.push({
      ...{ commit: id, isMerge, at, by: authorWords(by), ...reasonOf(message) },
      files: finished,
    });
  }
  return changes.sort((a, b) => b.at - a.at);
}

const recordOf = (place: DepartmentPath): string =>
  place.kind === 'project' ? place.record : place.kind === 'document' ? place.fileName : '';

/** Tells commit after commit, oldest first. */
function openTeller(compare: CompareBlobs) {
  const byPath = new Map<string, Followed>();
  /** Of a version that cannot be read, the last one before it that could be. */
  const readable = new Map<string, string | undefined>();

  const follow = (path: string) => {
    const known = byPath.get(path);
    if (known !== undefined) return known;
    const file: Followed = { path, isThere: true, firstName: undefined };
    byPath.set(path, file);
    return file;
  };
  /** What comes to a path is what was there before, or else another file. */
  const begin = (path: string) => {
    const known = byPath.get(path);
    if (known !== undefined && known.path !== path) byPath.delete(path);
    const file = follow(path);
    file.isThere = true;
    return file;
  };

  /** What a commit changed between two versions: of a merge, only what it has from none of its parents. */
  const differences = async (
    kind: 'project' | 'department',
    before: readonly string[],
    after: string,
  ): Promise<Comparison> => {
    const all: Comparison[] = [];
    for (const own of before) {
      const comparison = await compare(kind, own, after);
      const earlier = readable.get(own);
      const isStandIn = comparison.before === undefined && earlier !== undefined;
      all.push(isStandIn ? await compare(kind, earlier, after) : comparison);
    }
    const [first = { before: undefined, after: undefined, fields: [] }, ...others] = all;
    const keyOf = ({ label, after: text }: FieldChange) => JSON.stringify([label, text]);
    const isOwn = (field: FieldChange) =>
      others.every(({ fields }) => fields.some((other) => keyOf(other) === keyOf(field)));
    if (first.after === undefined) {
      const [own] = before;
      const isRead = own !== undefined && first.before !== undefined && !readable.has(own);
      if (own !== undefined) readable.set(after, isRead ? own : readable.get(own));
    }
    return { ...first, fields: first.fields.filter(isOwn) };
  };

  const tellFile = async (
    { before, after }: CommittedFile,
    from: Side,
    to: Side,
  ): Promise<readonly Told[]> => {
    const blobs = before.filter((id) => id !== undefined);
    const aboutOf = ({ place, path }: NonNullable<Side>) => ({
      ...{ kind: place.kind, year: place.year, departmentCode: place.code },
      ...{ record: visible(recordOf(place)), path: visible(path) },
    });
    const gone = async (side: NonNullable<Side>): Promise<Told> => {
      const { kind } = side.place;
      const name = kind === 'document' ? undefined : (await compare(kind, undefined, blobs[0])).after?.name;
      const file = follow(side.path);
      if (file.path === side.path) file.isThere = false;
      return { ...aboutOf(side), what: 'gone', file, name, blob: blobs[0], fields: [] };
    };
    const came = (side: NonNullable<Side>): Told => {
      return {
        ...aboutOf(side),
        what: 'came',
        file: begin(side.path),
        name: undefined,
        blob: after,
        fields: [],
      };
    };
    if (to === undefined || after === undefined) return from === undefined ? [] : [await gone(from)];
    if (from === undefined || blobs.length === 0) return [came(to)];
    const { kind } = to.place;
    if (kind !== from.place.kind) return [await gone(from), came(to)];
    const moved = movesOf(from.place, to.place);
    const own: Comparison =
      kind === 'document'
        ? { before: undefined, after: undefined, fields: moved }
        : await differences(kind, blobs, after);
    const isSame =
      moved.length === 0 ||
      kind === 'document' ||
      blobs[0] === after ||
      (own.before !== undefined &&
        own.after !== undefined &&
        (own.before.name === own.after.name ||
          (own.before.code !== '' && own.before.code === own.after.code)));
    // To git, two forms are alike by the words that all forms have.
    if (!isSame) return [await gone(from), came(to)];
    const file = follow(from.path);
    // On a branch it may go on under the name that it has lost elsewhere.
    if (from.path !== to.path) {
      byPath.set(to.path, file);
      Object.assign(file, { path: to.path, isThere: true });
    }
    file.firstName ??= own.before?.name;
    const isUnread = kind !== 'document' && own.after === undefined;
    // A new code is told as the form's field; the file's name goes with it.
    const isRecoded = own.fields.some(({ field }) => field === LABELS.code);
    const fields =
      kind === 'document'
        ? own.fields
        : [...moved.filter(({ label }) => !isRecoded || label !== RECORD), ...own.fields];
    if (fields.length === 0 && !isUnread && kind !== 'document') return [];
    const what = isUnread ? 'unread' : 'changed';
    return [{ ...aboutOf(to), what, file, name: own.after?.name, blob: after, fields }];
  };

  return {
    tell: async ({ files }: Commit): Promise<readonly Told[]> => {
      const told: Told[] = [];
      const sideOf = (path: string): Side => {
        const place = departmentPathOf(path);
        return place && { place, path };
      };
      for (const file of files) {
        const from = sideOf(file.renamed ?? file.path);
        told.push(...(await tellFile(file, from, sideOf(file.path))));
      }
      return told;
    },
  };
}

/** What the name of a file is called that is no code. */
const RECORD = '文件名';

/** What changed for a file that was given another name or place. */
function movesOf(from: DepartmentPath, to: DepartmentPath): readonly FieldChange[] {
  const all: readonly FieldChange[] = [
    { field: LABELS.year, label: LABELS.year, before: String(from.year), after: String(to.year) },
    { field: LABELS.departmentCode, label: LABELS.departmentCode, before: from.code, after: to.code },
    { field: RECORD, label: RECORD, before: visible(recordOf(from)), after: visible(recordOf(to)) },
  ];
  return all.filter(({ before, after }) => before !== after);
}
