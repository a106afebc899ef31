import { basename, join } from 'node:path';
import type { Department, SourceDocument } from '../model/department.ts';
import type { FreePage, GlossaryTerm, Site, SiteSettings } from '../model/site.ts';
import { compareText, type Finding, type Report } from './finding.ts';
import { displayPath, readContentFile } from './read-file.ts';
import { listFolder, reportStranger } from './list-folder.ts';
import { readDepartment, type DepartmentEntry } from './read-department.ts';
import { readEverydayWords, type EverydayWordsEntry } from './read-everyday-words.ts';
import { readDocuments } from './read-documents.ts';
import { readProject, type ProjectEntry } from './read-project.ts';
import { readAnew, type ReadThrough } from './read-through.ts';
import { readGlossary, readPage, readSite } from './read-site.ts';

/** The whole content folder as read: the site for pages, the entries with places for the checks. */
export interface Content {
  readonly directory: string;
  readonly site: Site;
  readonly departments: readonly DepartmentFolder[];
  /** `everyday-words.yaml` with its places; undefined where it is missing or broken. */
  readonly everydayWords?: EverydayWordsEntry | undefined;
  /** What kept files from being read; the checks find more. */
  readonly findings: readonly Finding[];
}

/** One department's folder of one year. */
export interface DepartmentFolder {
  /** Where it lies, as findings name it. */
  readonly path: string;
  /** Year and code by the folders' names. */
  readonly year: number;
  readonly code: string;
  /** Undefined where `department.md` is missing or broken. */
  readonly entry: DepartmentEntry | undefined;
  readonly projects: readonly ProjectEntry[];
  /** The official documents in `sources/`. */
  readonly documents: readonly SourceDocument[];
  /** How many project files there are, read or not. */
  readonly projectFiles: number;
}

const DEFAULT_SETTINGS: SiteSettings = {
  name: '预算绩效目标公开',
  publisher: '',
  nature: '非官方',
  address: '',
  siteCode: '',
  recordNumber: '',
  contact: { email: '', address: '' },
  licence: { name: '', address: '' },
  column: { name: '', description: '', keywords: [] },
  showNames: false,
};

/** Addresses of the site's own pages and folders, which a free page may not take. */
const RESERVED_PAGES = new Set([
  ...['changes', 'checks', 'compare', 'data', 'glossary', 'index', 'indicators', 'pagefind', 'projects'],
  ...['schema', 'search', 'sources'],
]);

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
  const names = await listFolder(directory, report);
  let settings: SiteSettings | undefined;
  let glossary: readonly GlossaryTerm[] = [];
  let everydayWords: EverydayWordsEntry | undefined;
  let pages: readonly FreePage[] = [];
  const departments: DepartmentFolder[] = [];

  for (const name of names) {
    const path = join(directory, name);
    if (name === 'site.yaml') {
      settings = await readThrough(path, 'site', report, async (own) => {
        const file = await readContentFile(path, own);
        return file && readSite(file, own);
      });
    } else if (name === 'glossary.yaml') {
      glossary = await readThrough(path, 'glossary', report, async (own) => {
        const file = await readContentFile(path, own);
        return file === undefined ? [] : readGlossary(file, own);
      });
    } else if (name === 'everyday-words.yaml') {
      everydayWords = await readThrough(path, 'everyday-words', report, async (own) => {
        const file = await readContentFile(path, own);
        return file && readEverydayWords(file, own);
      });
    } else if (name === 'pages') {
      pages = await readPages(path, report, readThrough, publicFolders);
    } else if (/^\d{4}$/.test(name)) {
      departments.push(...(await readYear(path, Number(name), report, readThrough, publicFolders)));
    } else
      reportStranger(
        path,
        '内容文件夹里只放 site.yaml、glossary.yaml、everyday-words.yaml、pages 和以年份命名的文件夹。',
        report,
      );
  }
  if (!names.includes('site.yaml')) {
    report({
      file: { path: displayPath(join(directory, 'site.yaml')), text: '' },
      range: { start: 0, end: 0 },
      severity: 'error',
      rule: 'file/kind',
      message: '缺少 site.yaml，其中写站点名称和发布机构。',
      hint: '请新建这个文件，写上“站点名称: ”和“发布机构: ”两行。',
    });
  }
  const site: Site = {
    settings: settings ?? DEFAULT_SETTINGS,
    glossary,
    everydayWords: everydayWords?.words ?? [],
    pages,
    departments: departments
      .map(assemble)
      .filter((department) => department !== undefined)
      .sort((a, b) => b.year - a.year || compareText(a.code, b.code)),
  };
  return { directory, site, departments, everydayWords, findings };
}

async function readPages(
  directory: string,
  report: Report,
  readThrough: ReadThrough,
  publicFolders?: readonly string[],
): Promise<readonly FreePage[]> {
  const pages: FreePage[] = [];
  for (const name of await listFolder(directory, report)) {
    const path = join(directory, name);
    if (!/^[a-z][a-z0-9-]*\.md$/.test(name)) {
      reportStranger(path, 'pages 文件夹里只放以小写字母开头命名的 .md 文件。', report);
      continue;
    }
    if (RESERVED_PAGES.has(basename(name, '.md'))) {
      reportStranger(path, '这个名称是网站自己的页面，请换一个文件名。', report);
      continue;
    }
    const page = await readThrough(path, 'page', report, async (own) => {
      const file = await readContentFile(path, own);
      return file && readPage(file, basename(name, '.md'), own, publicFolders);
    });
    if (page !== undefined) pages.push(page);
  }
  return pages.sort((a, b) => a.order - b.order || compareText(a.slug, b.slug));
}

async function readYear(
  directory: string,
  year: number,
  report: Report,
  readThrough: ReadThrough,
  publicFolders?: readonly string[],
): Promise<readonly DepartmentFolder[]> {
  const folders: DepartmentFolder[] = [];
  for (const name of await listFolder(directory, report)) {
    const path = join(directory, name);
    if (/^[0-9A-Za-z]{3,20}$/.test(name))
      folders.push(await readDepartmentFolder(path, year, name, report, readThrough, publicFolders));
    else reportStranger(path, '年份文件夹里只放以部门编码命名的文件夹。', report);
  }
  return folders;
}

async function readDepartmentFolder(
  path: string,
  year: number,
  code: string,
  report: Report,
  readThrough: ReadThrough,
  publicFolders?: readonly string[],
) {
  const names = await listFolder(path, report);
  let entry: DepartmentEntry | undefined;
  if (names.includes('department.md')) {
    const departmentPath = join(path, 'department.md');
    entry = await readThrough(departmentPath, 'department', report, async (own) => {
      const file = await readContentFile(departmentPath, own);
      return file && readDepartment(file, own, publicFolders);
    });
  }
  const unit = entry?.department.unit ?? '万元';
  const context = { year, departmentCode: code, unit };
  const purpose = `project ${String(year)} ${code} ${unit}`;
  const projects: ProjectEntry[] = [];
  let projectFiles = 0;
  let documents: readonly SourceDocument[] = [];
  for (const name of names) {
    if (name === 'department.md') continue;
    if (name === 'sources') {
      documents = await readDocuments(join(path, name), report, readThrough);
      continue;
    }
    if (name !== 'projects') {
      reportStranger(join(path, name), '部门文件夹里只放 department.md、projects 和 sources。', report);
      continue;
    }
    for (const fileName of await listFolder(join(path, name), report)) {
      const filePath = join(path, name, fileName);
      if (!fileName.endsWith('.yaml')) {
        reportStranger(filePath, 'projects 文件夹里只放项目文件，文件名是“项目编码.yaml”。', report);
        continue;
      }
      projectFiles += 1;
      const project = await readThrough(filePath, purpose, report, async (own) => {
        const file = await readContentFile(filePath, own);
        return file && readProject(file, context, own);
      });
      if (project !== undefined) projects.push(project);
    }
  }
  return { path: displayPath(path), year, code, entry, projects, documents, projectFiles };
}

function assemble(folder: DepartmentFolder): Department | undefined {
  if (folder.entry === undefined) return undefined;
  const projects = folder.projects.map(({ project }) => project).sort((a, b) => a.sequence - b.sequence);
  return { ...folder.entry.department, projects, documents: folder.documents };
}
