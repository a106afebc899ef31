import { checkContent } from '../../src/checks/check-content.ts';
import type { Rule } from '../../src/checks/rule.ts';
import type { Finding } from '../../src/files/finding.ts';
import { apart, type Content, type DepartmentFolder } from '../../src/files/read-content.ts';
import { readDepartment, type DepartmentEntry } from '../../src/files/read-department.ts';
import { readProject, type ProjectEntry } from '../../src/files/read-project.ts';
import { writeDepartment } from '../../src/files/write-department.ts';
import { writeProject } from '../../src/files/write-project.ts';
import type { Department } from '../../src/model/department.ts';
import type { Project } from '../../src/model/project.ts';
import { madeUpDepartment } from './made-up-content.ts';

/** What a rule finds in made-up projects of one department, read from the files that they are written as. */
export function findingsOf(rule: Rule, ...projects: readonly Project[]): readonly Finding[] {
  return checkContent(contentWith(projects), [rule]);
}

/** Made-up content of one department with these projects, read from the files that they are written as. */
export function contentWith(
  projects: readonly Project[],
  change: Pick<Partial<Department>, 'year' | 'code' | 'endedProjects' | 'adjustments'> = {},
): Content {
  const faults: Finding[] = [];
  const report = (finding: Finding) => faults.push(finding);
  const { year = 2099, departmentCode = '999001' } = projects[0] ?? {};
  const unit = projects[0]?.unit ?? '万元';
  const entries = projects.flatMap((project): readonly ProjectEntry[] => {
    const file = { path: `projects/${project.record}.yaml`, text: writeProject(project) };
    const context = { year, departmentCode, record: project.record, unit };
    const entry = readProject(file, context, report);
    return entry === undefined ? [] : [entry];
  });
  if (faults.length > 0) throw new Error(`a made-up project cannot be read: ${faults[0]?.message ?? ''}`);
  const department = madeUpDepartment({ year, code: departmentCode, unit, projects: [], ...change });
  const entry = readDepartment({ path: 'department.md', text: writeDepartment(department) }, report);
  return contentOf(entries, entry);
}

/** Made-up content of one department, for the rules. */
export function contentOf(projects: readonly ProjectEntry[], entry: DepartmentEntry | undefined): Content {
  const year = entry?.department.year ?? projects[0]?.project.year ?? 2099;
  const code = entry?.department.code ?? '999001';
  const folder: DepartmentFolder = {
    path: `${String(year)}/${code}`,
    year,
    code,
    entry,
    hasDepartmentFile: entry !== undefined,
    ...apart(projects),
    earlier: [],
    documents: [],
    projectFiles: projects.length,
  };
  const site = {
    settings: {
      name: '虚构站点',
      publisher: '虚构机构',
      nature: '演示',
      address: '',
      siteCode: '',
      recordNumber: '',
      policeNumber: '',
      contact: { email: '', telephone: '', address: '' },
      licence: { name: '', address: '' },
      column: { name: '', description: '', keywords: [] },
      showNames: false,
      security: { contact: '', expires: '', key: '', policy: '' },
    },
    glossary: [],
    everydayWords: [],
    areas: [],
    pages: [],
    moved: [],
    departments: [],
  } as const;
  return { directory: '', site, departments: [folder], findings: [] };
}

/** The values that a rule finds fault with, in the order of the file. */
export function valuesFound(rule: Rule, ...projects: readonly Project[]): readonly (string | undefined)[] {
  return findingsOf(rule, ...projects).map(({ value }) => value);
}
