import type { ChangeLog } from '../history/change-log.ts';
import { changeOfProject, chinaTime, type History } from '../history/history.ts';
import type { Change } from '../history/read-log.ts';
import {
  countsOf,
  fieldWords,
  fileWords,
  hasEdits,
  type ChangedFile,
  type ContentChange,
} from '../model/change.ts';
import type { Project } from '../model/project.ts';
import { printedName, type Site } from '../model/site.ts';
import { departmentFile, documentFile, projectFile } from '../files/layout.ts';
import { element, escapeXml } from '../files/write-xml.ts';
import type { Feed } from '../open-data/feed.ts';
import {
  changesAddress,
  changesFeedAddress,
  departmentAddress,
  documentAddress,
  projectAddress,
} from './addresses.ts';

/** How many rows a page of changes has at least before the next begins, and how many of one commit are listed. */
const ROWS = 200;
export const MOST_FILES = 100;

/** How many changes a feed has: who asks once a week misses none but of a very busy one. */
const MOST_IN_FEED = 50;

/** A page of the list of changes: the newest has no number, older ones count from the oldest, so that they stay. */
export interface ChangesPart {
  readonly number: number | undefined;
  readonly changes: readonly ContentChange[];
}

/** The pages of the list, newest first; the first holds what is newer than the last full page, and that page. */
export function changesParts(changes: readonly ContentChange[]): readonly ChangesPart[] {
  const parts: ContentChange[][] = [];
  let rows = ROWS;
  for (const change of changes.toReversed()) {
    if (rows >= ROWS) {
      parts.push([]);
      rows = 0;
    }
    parts.at(-1)?.unshift(change);
    rows += Math.min(change.files.length, MOST_FILES);
  }
  const first = parts
    .splice(Math.max(0, parts.length - 2))
    .reverse()
    .flat();
  const older = parts.map((own, index): ChangesPart => ({ number: index + 1, changes: own }));
  return [{ number: undefined, changes: first }, ...older.reverse()];
}

/** Changes by the day on which they were made, in their order. */
export function byDay(
  changes: readonly ContentChange[],
): readonly { readonly day: string; readonly changes: readonly ContentChange[] }[] {
  const days: { readonly day: string; readonly changes: ContentChange[] }[] = [];
  for (const change of changes) {
    const day = dayOf(change);
    if (days.at(-1)?.day !== day) days.push({ day, changes: [] });
    days.at(-1)?.changes.push(change);
  }
  return days;
}

/** The day of a change, by the clock of China: `2022-06-30`. */
export const dayOf = ({ at }: ContentChange): string => chinaTime(at).slice(0, 10);

/** The time of day of a change, by the clock of China: `09:15`. */
export const timeOf = ({ at }: ContentChange): string => chinaTime(at).slice(11, 16);

/** Where a change stands on the page of the newest. */
export const changeId = ({ commit }: Pick<ContentChange, 'commit'>): string => `c-${commit.slice(0, 12)}`;

/** What was done in one commit, in a line: `改动项目“甲”`, `增加项目40个，增加部门1个`. */
export function changeWords({ files }: ContentChange): string {
  const [only, ...more] = files;
  return only !== undefined && more.length === 0 ? fileWords(only) : countsOf(files).join('，');
}

const byProject = new WeakMap<ChangeLog, ReadonlyMap<string, readonly ContentChange[]>>();

/** The changes of each project that is there today, by its file; asked on every page of a project, so found once. */
function changesByProject(log: ChangeLog): ReadonlyMap<string, readonly ContentChange[]> {
  const known = byProject.get(log);
  if (known !== undefined) return known;
  const found = new Map<string, ContentChange[]>();
  for (const change of log.kind === 'known' ? log.changes : []) {
    for (const file of change.files) {
      if (file.kind !== 'project' || !file.isThere) continue;
      const own = found.get(file.last) ?? [];
      own.push({ ...change, files: [file] });
      found.set(file.last, own);
    }
  }
  byProject.set(log, found);
  return found;
}

/** What was changed of a project, newest first; undefined where that is not known. */
export const changesOfProject = (log: ChangeLog, project: Project): readonly ContentChange[] | undefined =>
  changesByProject(log).get(fileOfProject(project));

/** What git knows of a project. */
export interface ProjectPast {
  /** When its file came and was last changed; undefined where that is not known. */
  readonly changed: Change | undefined;
  /** What was changed, newest first; empty where that is not known. */
  readonly changes: readonly ContentChange[];
  /** Whether it is committed as it stands. */
  readonly isCommitted: boolean;
}

/** What gives the past of each project. */
export function pastOf(history: History, log: ChangeLog): (project: Project) => ProjectPast {
  const uncommitted = new Set(history.kind === 'known' ? history.uncommitted : []);
  return (project) => ({
    changed: changeOfProject(history, project),
    changes: changesOfProject(log, project) ?? [],
    isCommitted: history.kind === 'known' && !uncommitted.has(fileOfProject(project)),
  });
}

/** A project's file as git names it in the content folder. */
export const fileOfProject = ({ year, departmentCode, record }: Project): string =>
  projectFile('', { year, code: departmentCode }, record).replaceAll('\\', '/');

/** The latest changes, where anything was changed after it came. */
export const latestChanges = (log: ChangeLog, most: number): readonly ContentChange[] =>
  log.kind === 'known' && hasEdits(log.changes) ? log.changes.slice(0, most) : [];

/** How many content files are shown otherwise than they were last committed. */
export const uncommittedCount = (history: History): number =>
  history.kind === 'known' ? history.uncommitted.length : 0;

/** The latest changes for feed readers; undefined where there are none or the site's address is not known. */
export function changesFeed(site: Site, log: ChangeLog, host: string | URL | undefined): Feed | undefined {
  if (host === undefined || log.kind === 'unknown' || log.changes.length === 0) return undefined;
  const { settings } = site;
  const whole = (path: string) => new URL(path, host).href;
  const name = printedName(settings);
  const author = settings.nature === '官方' ? settings.publisher : name;
  return {
    title: `改动记录 - ${name}`,
    page: whole(changesAddress()),
    addresses: { atom: whole(changesFeedAddress('atom')), json: whole(changesFeedAddress('json')) },
    author,
    licence: settings.licence.name,
    entries: log.changes.slice(0, MOST_IN_FEED).map((change) => ({
      address: whole(`${changesAddress()}#${changeId(change)}`),
      title: change.reason === '' ? changeWords(change) : change.reason,
      published: chinaTime(change.at),
      updated: chinaTime(change.at),
      authors: [author, ...(settings.showNames && change.by !== '' ? [change.by] : [])],
      tags: [...new Set(change.files.map(({ year }) => `${String(year)}年`))],
      html: htmlOf(change),
    })),
  };
}

function htmlOf(change: ContentChange): string {
  const lines = change.files
    .slice(0, MOST_FILES)
    .flatMap((file) => [fileWords(file), ...file.fields.slice(0, MOST_FILES).map(fieldWords)]);
  const rest = change.files.length - MOST_FILES;
  return [
    ...(change.details === '' ? [] : [change.details]),
    ...(change.files.length > 1 ? [changeWords(change)] : []),
    ...lines,
    ...(rest > 0 ? [`另有${rest.toLocaleString('en-US')}个文件，见网页。`] : []),
  ]
    .map((line) => element('p', {}, escapeXml(line).replaceAll('\n', '<br/>')))
    .join('');
}

/** Finds where what was changed stands today; undefined where it has no page any more. */
export function linksOfChanges({ departments }: Site): (file: ChangedFile) => string | undefined {
  const links = new Map(
    departments.flatMap((department) => [
      [departmentFile('', department), departmentAddress(department)] as const,
      ...department.documents.map(
        ({ fileName }) =>
          [documentFile('', department, fileName), documentAddress(department, fileName)] as const,
      ),
      ...department.projects.map((project) => [fileOfProject(project), projectAddress(project)] as const),
    ]),
  );
  const byPath = new Map([...links].map(([path, href]) => [path.replaceAll('\\', '/'), href]));
  return ({ last, isThere }) => (isThere ? byPath.get(last) : undefined);
}
