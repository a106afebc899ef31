import { basename, join } from 'node:path';
import { lstat, readdir } from 'node:fs/promises';
import { isDepartmentCode } from '../model/project-code.ts';
import { compareText, type Report } from './finding.ts';
import { codeOf, displayPath, reportFile } from './read-file.ts';
import { isDay } from './text-formats.ts';

/** The layout of a content folder: the one place that knows which file lies where. */

/** A file of the content folder, by what it is. */
export type ContentFile = { readonly path: string } & (
  | {
      readonly kind:
        'site' | 'glossary' | 'everyday-words' | 'areas' | 'import-words' | 'moved' | 'department';
    }
  | { readonly kind: 'page'; readonly slug: string }
  /** `until` is the day of the adjustment until which it stood so; what is valid now has none. */
  | { readonly kind: 'project'; readonly record: string; readonly until?: string }
  | { readonly kind: 'document'; readonly fileName: string }
);

/** A department's year, by the names of its folders. */
export interface DepartmentPlace {
  readonly year: number;
  readonly code: string;
}

/** A department's folder of one year, with the files in it. */
export interface ListedDepartment extends DepartmentPlace {
  readonly path: string;
  readonly files: readonly ContentFile[];
}

/** What a content folder holds, in the order of the paths: departments' years, and the files beside them. */
export interface ContentListing {
  /** Whether there is a folder to look into. */
  readonly isRead: boolean;
  readonly files: readonly ContentFile[];
  readonly departments: readonly ListedDepartment[];
}

/** The files of one kind. */
export function filesOfKind<Kind extends ContentFile['kind']>(
  files: readonly ContentFile[],
  kind: Kind,
): readonly (ContentFile & { readonly kind: Kind })[] {
  return files.filter((file): file is ContentFile & { readonly kind: Kind } => file.kind === kind);
}

export const siteFile = (content: string): string => join(content, 'site.yaml');

export const importWordsFile = (content: string): string => join(content, 'import-words.yaml');

export const departmentFolder = (content: string, { year, code }: DepartmentPlace): string =>
  join(content, String(year), code);

export const departmentFile = (content: string, place: DepartmentPlace): string =>
  join(departmentFolder(content, place), 'department.md');

export const projectFile = (content: string, place: DepartmentPlace, record: string): string =>
  join(departmentFolder(content, place), 'projects', `${record}.yaml`);

/** A project as it stood until an adjustment. */
export const earlierFile = (content: string, place: DepartmentPlace, until: string, record: string): string =>
  join(departmentFolder(content, place), 'earlier', until, `${record}.yaml`);

export const documentFile = (content: string, place: DepartmentPlace, fileName: string): string =>
  join(departmentFolder(content, place), 'sources', fileName);

/** Where a file of a department lies, by its path in the content folder, with `/`; undefined for any other file. */
export type DepartmentPath = DepartmentPlace &
  (
    | { readonly kind: 'department' }
    | { readonly kind: 'project'; readonly record: string }
    | { readonly kind: 'document'; readonly fileName: string }
  );

/** Reads the path of a file as git names it, which need not be there any more. */
export function departmentPathOf(path: string): DepartmentPath | undefined {
  const [, year = '', code = '', name = ''] = /^(\d{4})\/([^/]+)\/(.+)$/s.exec(path) ?? [];
  if (!isDepartmentCode(code) || isIgnored(name)) return undefined;
  const place = { year: Number(year), code };
  if (name === 'department.md') return { ...place, kind: 'department' };
  const [, folder, file = ''] = /^(projects|sources)\/([^/]+)$/s.exec(name) ?? [];
  if (folder === 'sources') return { ...place, kind: 'document', fileName: file };
  const isProject = folder === 'projects' && file.endsWith('.yaml');
  return isProject ? { ...place, kind: 'project', record: basename(file, '.yaml') } : undefined;
}

const SINGLE_FILES = {
  'site.yaml': 'site',
  'glossary.yaml': 'glossary',
  'everyday-words.yaml': 'everyday-words',
  'areas.yaml': 'areas',
  'import-words.yaml': 'import-words',
  'moved.yaml': 'moved',
} as const;

const YEAR = /^\d{4}$/;

/** Addresses of the site's own pages and folders, which a free page may not take. */
const RESERVED_PAGES = new Set([
  ...['404', 'changes', 'checks', 'compare', 'data', 'embed', 'glossary', 'import', 'index', 'indicators'],
  ...['pagefind', 'projects', 'schema', 'search', 'share', 'sources'],
]);

/** Looks through a content folder. What does not belong there is reported as `file/kind`. */
export async function listContent(content: string, report: Report): Promise<ContentListing> {
  const files: ContentFile[] = [];
  const departments: ListedDepartment[] = [];
  const names = await listRoot(content, report);
  if (names === undefined) return { isRead: false, files, departments };
  for (const name of names) {
    const path = join(content, name);
    if (name in SINGLE_FILES) files.push({ kind: SINGLE_FILES[name as keyof typeof SINGLE_FILES], path });
    else if (name === 'pages') files.push(...(await listPages(path, report)));
    else if (YEAR.test(name)) {
      const before = departments.length;
      for (const code of await listFolder(path, report)) {
        const folder = join(path, code);
        if (!isDepartmentCode(code))
          reportMisplaced(folder, '年份文件夹里只放以部门编码命名的文件夹。', report);
        else {
          const own = await listDepartment(folder, report);
          departments.push({ year: Number(name), code, path: folder, files: own });
        }
      }
      if (departments.length === before) reportEmpty(path, '年份文件夹里没有部门的文件夹', report);
    } else {
      const hint = `内容文件夹里只放 ${Object.keys(SINGLE_FILES).join('、')}、pages 和以年份命名的文件夹。`;
      reportMisplaced(path, hint, report);
    }
  }
  if (names.length > 0 && !names.some((name) => YEAR.test(name))) {
    reportEmpty(content, '没有以年份命名的文件夹', report);
  }
  const has = (wanted: ContentFile['kind']) =>
    departments.some((own) => own.files.some(({ kind }) => kind === wanted));
  if (has('department') && !has('project')) reportEmpty(content, '没有哪个部门有项目文件', report);
  return { isRead: true, files, departments };
}

/** An empty site would be published in place of the one that stands there. */
function reportEmpty(path: string, what: string, report: Report): void {
  const message = `${what}，没有可以公开的内容。`;
  const hint =
    '请新建“2022/313001”这样的文件夹（年份/部门编码），放入 department.md 和 projects，或用 npm run import 导入官方文件；用不着的年份文件夹请删去。';
  reportFile(path, { rule: 'department/missing', message, hint }, report);
}

async function listPages(directory: string, report: Report): Promise<readonly ContentFile[]> {
  const files: ContentFile[] = [];
  for (const name of await listFolder(directory, report)) {
    const [path, slug] = [join(directory, name), basename(name, '.md')];
    if (!/^[a-z][a-z0-9-]*\.md$/.test(name)) {
      reportMisplaced(path, 'pages 文件夹里只放以小写字母开头命名的 .md 文件。', report);
    } else if (RESERVED_PAGES.has(slug)) {
      reportMisplaced(path, '这个名称是网站自己的页面，请换一个文件名。', report);
    } else files.push({ kind: 'page', path, slug });
  }
  return files;
}

async function listDepartment(path: string, report: Report): Promise<readonly ContentFile[]> {
  const files: ContentFile[] = [];
  for (const name of await listFolder(path, report)) {
    const own = join(path, name);
    if (name === 'department.md') files.push({ kind: 'department', path: own });
    else if (name === 'sources') {
      for (const fileName of await listFolder(own, report))
        files.push({ kind: 'document', path: join(own, fileName), fileName });
    } else if (name === 'projects') files.push(...(await listProjects(own, report)));
    else if (name === 'earlier') {
      for (const until of await listFolder(own, report)) {
        const folder = join(own, until);
        if (isDay(until)) files.push(...(await listProjects(folder, report, until)));
        else
          reportMisplaced(
            folder,
            'earlier 文件夹里只放以预算调整的日期命名的文件夹，例如“2022-07-15”。',
            report,
          );
      }
    } else reportMisplaced(own, '部门文件夹里只放 department.md、projects、sources 和 earlier。', report);
  }
  return files;
}

async function listProjects(
  directory: string,
  report: Report,
  until?: string,
): Promise<readonly ContentFile[]> {
  const files: ContentFile[] = [];
  for (const name of await listFolder(directory, report)) {
    const path = join(directory, name);
    if (name.endsWith('.yaml')) {
      const record = basename(name, '.yaml');
      files.push({ kind: 'project', path, record, ...(until === undefined ? {} : { until }) });
    } else {
      const folder = until === undefined ? 'projects' : `earlier/${until}`;
      reportMisplaced(path, `${folder} 文件夹里只放项目文件，文件名是“项目编码.yaml”。`, report);
    }
  }
  return files;
}

/** Files that programs leave behind and that are no content: hidden files, Word's locks, thumbnails. */
const IGNORED = /^(?:\..*|~\$.*|.*~|Thumbs\.db|desktop\.ini)$/i;

/** Whether a file of the content folder is no content, or lies in such a folder. */
export const isIgnored = (path: string): boolean => path.split('/').some((name) => IGNORED.test(name));

/** The names in the content folder itself; undefined, with one finding, where that is none. */
async function listRoot(content: string, report: Report): Promise<readonly string[] | undefined> {
  const kind = await kindOf(content);
  if (kind === '文件夹') return listFolder(content, report);
  const name = displayPath(content);
  const [message, hint] =
    kind === undefined
      ? [
          `没有“${name}”这个内容文件夹。`,
          '请检查内容文件夹的名称：命令里的 --content、环境变量 CONTENT_DIR，或运行命令时所在的文件夹。',
        ]
      : kind === '链接'
        ? [`内容文件夹“${name}”是一个链接。`, '链接可能指向不该公开的文件。请写出它所指的真正的文件夹。']
        : [
            `“${name}”是文件，不是内容文件夹。`,
            '请写出内容文件夹的名称，里面是 site.yaml 和以年份命名的文件夹。',
          ];
  reportFile(content, { rule: 'file/kind', message, hint }, report);
  return undefined;
}

/** What stands at a path; undefined for nothing. */
async function kindOf(path: string): Promise<'文件夹' | '链接' | '文件' | undefined> {
  const status = await lstat(path).catch(() => undefined);
  if (status === undefined) return undefined;
  return status.isDirectory() ? '文件夹' : status.isSymbolicLink() ? '链接' : '文件';
}

/** The names in a folder, sorted, without what is no content. A folder that cannot be listed is a finding. */
async function listFolder(directory: string, report: Report): Promise<readonly string[]> {
  try {
    // A link could lead out of the content, to files that are nobody's to publish.
    if (!(await lstat(directory)).isDirectory()) {
      reportMisplaced(directory, '这里应是一个真正的文件夹，不能是文件或链接。', report);
      return [];
    }
    return (await readdir(directory)).filter((name) => !IGNORED.test(name)).sort(compareText);
  } catch (error) {
    const hint = `读不出这个文件夹（${codeOf(error)}）。请检查它是否存在、是否有读取权限。`;
    reportMisplaced(directory, hint, report);
    return [];
  }
}

/** What is said of a file or folder that does not belong where it lies. */
export const misplaced = (hint: string) => ({
  rule: 'file/kind',
  message: '这里不应有这个文件或文件夹。',
  hint,
});

/** Reports a file or folder that does not belong where it lies. */
export function reportMisplaced(path: string, hint: string, report: Report): void {
  reportFile(path, misplaced(hint), report);
}
