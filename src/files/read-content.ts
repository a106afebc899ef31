import type { EarlierVersions } from '../model/adjustment.ts';
import type { Department, SourceDocument } from '../model/department.ts';
import type { ImportWords } from '../model/form-words.ts';
import type { MoneyUnit } from '../model/money-unit.ts';
import type { FreePage, GlossaryTerm, Site, SiteSettings } from '../model/site.ts';
import { compareText, type Finding, type Report } from './finding.ts';
import { filesOfKind, listContent, siteFile, type ContentFile, type DepartmentPlace } from './layout.ts';
import { displayPath, readContentFile, reportFile } from './read-file.ts';
import { readAreas, type AreasEntry } from './read-areas.ts';
import { likelyUnit, readDepartment, type DepartmentEntry } from './read-department.ts';
import { readEverydayWords, type EverydayWordsEntry } from './read-everyday-words.ts';
import { readDocument } from './read-source-document.ts';
import { readMoved, type MovedEntry } from './read-moved.ts';
import { readImportWords } from './read-import-words.ts';
import { readProject, type ProjectEntry } from './read-project.ts';
import { readAnew, type ReadThrough } from './read-through.ts';
import { readGlossary, readPage, readSite, type SiteEntry } from './read-site.ts';
import type { SourceFile } from './source-file.ts';

/** The whole content folder as read: the site for pages, the entries with places for the checks. */
export interface Content {
  readonly directory: string;
  readonly site: Site;
  readonly departments: readonly DepartmentFolder[];
  /** `everyday-words.yaml` with its places; undefined where it is missing or broken. */
  readonly everydayWords?: EverydayWordsEntry | undefined;
  /** `areas.yaml` with its places; undefined where it is missing or broken. */
  readonly areas?: AreasEntry | undefined;
  /** `site.yaml` with its places; undefined where it is missing or broken. */
  readonly siteEntry?: SiteEntry | undefined;
  /** `moved.yaml` with its places; undefined where it is missing or broken. */
  readonly movedEntry?: MovedEntry | undefined;
  /** `import-words.yaml`: what else official documents call the fields of the form. */
  readonly importWords?: ImportWords | undefined;
  /** What kept files from being read; the checks find more. */
  readonly findings: readonly Finding[];
}

/** One department's folder of one year; year and code by the folders' names. */
export interface DepartmentFolder extends DepartmentPlace {
  /** Where it lies, as findings name it. */
  readonly path: string;
  /** Undefined where `department.md` is missing or broken. */
  readonly entry: DepartmentEntry | undefined;
  /** Whether there is a `department.md`, read or not. */
  readonly hasDepartmentFile: boolean;
  /** Those that count: valid now, and not withdrawn. */
  readonly projects: readonly ProjectEntry[];
  /** Those that were withdrawn after publication. */
  readonly withdrawn: readonly ProjectEntry[];
  /** The projects as they stood until each adjustment, oldest first. */
  readonly earlier: readonly EarlierVersions<ProjectEntry>[];
  /** The official documents in `sources/`. */
  readonly documents: readonly SourceDocument[];
  /** How many project files there are in `projects/`, read or not. */
  readonly projectFiles: number;
}

/** What lies in the folder `projects/`, withdrawn or not. */
export const entriesOf = ({
  projects,
  withdrawn,
}: Pick<DepartmentFolder, 'projects' | 'withdrawn'>): readonly ProjectEntry[] => [...projects, ...withdrawn];

/** The entries of `projects/`, those apart that were withdrawn. */
export const apart = (
  entries: readonly ProjectEntry[],
): Pick<DepartmentFolder, 'projects' | 'withdrawn'> => ({
  projects: entries.filter(({ project }) => project.withdrawal === undefined),
  withdrawn: entries.filter(({ project }) => project.withdrawal !== undefined),
});

const DEFAULT_SETTINGS: SiteSettings = {
  name: '预算绩效目标公开',
  publisher: '',
  nature: '非官方',
  address: '',
  siteCode: '',
  recordNumber: '',
  policeNumber: '',
  contact: { email: '', telephone: '', address: '' },
  licence: { name: '', address: '' },
  column: { name: '', description: '', keywords: [] },
  showNames: false,
  security: { contact: '', expires: '', key: '', policy: '' },
};

/**
 * Reads a content folder, each file once. Never throws for what the folder holds: whatever cannot be read
 * is a finding, and the rest is read all the same.
 *
 * @param readThrough gets what is made of each file; the dev server remembers those that did not change.
 * @param publicFolders where pictures may lie; `public` of the working directory, and the program's, where left out.
 */
export async function readContent(
  directory: string,
  readThrough: ReadThrough = readAnew,
  publicFolders?: readonly string[],
): Promise<Content> {
  const findings: Finding[] = [];
  const report: Report = (finding) => findings.push(finding);
  const listing = await listContent(directory, report);
  /** What is made of a file's text; undefined where it has none that can be read. */
  const read = <Value>(
    { path }: ContentFile,
    purpose: string,
    readText: (file: SourceFile, report: Report) => Value,
  ) =>
    readThrough(path, purpose, report, (own): Value | undefined => {
      const file = readContentFile(path, own);
      return file && readText(file, own);
    });
  const readSingle = async <Value>(
    kind: 'site' | 'glossary' | 'everyday-words' | 'areas' | 'import-words' | 'moved',
    readText: (file: SourceFile, report: Report) => Value,
  ) => {
    const [file] = filesOfKind(listing.files, kind);
    return file && (await read(file, kind, readText));
  };

  const siteEntry = await readSingle('site', readSite);
  const glossary: readonly GlossaryTerm[] = (await readSingle('glossary', readGlossary)) ?? [];
  const everydayWords = await readSingle('everyday-words', readEverydayWords);
  const areas = await readSingle('areas', readAreas);
  const movedEntry = await readSingle('moved', readMoved);
  const importWords = await readSingle('import-words', readImportWords);
  const pages: FreePage[] = [];
  for (const file of filesOfKind(listing.files, 'page')) {
    const page = await read(file, 'page', (text, own) => readPage(text, file.slug, own, publicFolders));
    if (page !== undefined) pages.push(page);
  }
  const departments: DepartmentFolder[] = [];
  for (const { year, code, path, files } of listing.departments) {
    const [departmentMd] = filesOfKind(files, 'department');
    const department =
      departmentMd &&
      (await read(departmentMd, 'department', (text, own) => ({
        entry: readDepartment(text, own, publicFolders),
        unit: likelyUnit(text.text),
      })));
    const entry = department?.entry;
    const unit: MoneyUnit = entry?.department.unit ?? department?.unit ?? '万元';
    const projects: ProjectEntry[] = [];
    const earlier = new Map<string, ProjectEntry[]>();
    const projectFiles = filesOfKind(files, 'project');
    for (const file of projectFiles) {
      const context = { year, departmentCode: code, record: file.record, unit };
      const purpose = `project ${String(year)} ${code} ${unit}`;
      const project = await read(file, purpose, (text, own) => readProject(text, context, own));
      const own = file.until === undefined ? projects : (earlier.get(file.until) ?? []);
      if (project !== undefined) own.push(project);
      if (file.until !== undefined) earlier.set(file.until, own);
    }
    const documents: SourceDocument[] = [];
    for (const file of filesOfKind(files, 'document')) {
      const document = await readDocument(file, report, readThrough);
      if (document !== undefined) documents.push(document);
    }
    departments.push({
      path: displayPath(path),
      year,
      code,
      entry,
      hasDepartmentFile: departmentMd !== undefined,
      ...apart(projects),
      // In the order of the folders' names, which is that of the days.
      earlier: [...earlier].map(([until, own]) => ({ until, projects: own })),
      documents,
      projectFiles: projectFiles.filter(({ until }) => until === undefined).length,
    });
  }
  if (listing.isRead && filesOfKind(listing.files, 'site').length === 0) {
    const message = '缺少 site.yaml，其中写站点名称和发布机构。';
    const hint = '请新建这个文件，写上“站点名称: ”和“发布机构: ”两行。';
    reportFile(siteFile(directory), { rule: 'file/kind', message, hint }, report);
  }
  const site: Site = {
    settings: siteEntry?.settings ?? DEFAULT_SETTINGS,
    glossary,
    everydayWords: everydayWords?.words ?? [],
    areas: areas?.areas ?? [],
    moved: movedEntry?.moved ?? [],
    pages: pages.sort((a, b) => a.order - b.order || compareText(a.slug, b.slug)),
    departments: departments
      .map(assemble)
      .filter((department) => department !== undefined)
      .sort((a, b) => b.year - a.year || compareText(a.code, b.code)),
  };
  return {
    ...{ directory, site, departments, everydayWords, areas, siteEntry, movedEntry },
    importWords: importWords ?? {},
    findings,
  };
}

function assemble(folder: DepartmentFolder): Department | undefined {
  if (folder.entry === undefined) return undefined;
  const inOrder = (entries: readonly ProjectEntry[]) =>
    entries.map(({ project }) => project).sort((a, b) => a.sequence - b.sequence);
  return {
    ...folder.entry.department,
    projects: inOrder(folder.projects),
    withdrawn: inOrder(folder.withdrawn),
    earlier: folder.earlier.map(({ until, projects }) => ({ until, projects: inOrder(projects) })),
    documents: folder.documents,
  };
}
