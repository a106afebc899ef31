import type { Project } from '../model/project.ts';
import { LABELS as L } from '../model/terms.ts';
import { placeOf } from './describe-problems.ts';
import type { Problem, Question } from './problem.ts';
import { originOf, type DepartmentRead, type ImportedDepartment } from './read-document.ts';

/** What one document says of a department. */
export interface DepartmentPart {
  readonly path: string;
  readonly department: ImportedDepartment;
}

/** What documents say of a department's year, each for itself and all together. */
export interface JoinedDepartment {
  readonly head: Omit<DepartmentRead, 'projects'>;
  readonly parts: readonly DepartmentPart[];
}

/**
 * Joins what several documents say of the same department and year, in the given order. What they say otherwise than
 * the first, and projects that two of them have, are problems that name both places.
 */
export function joinDepartments(
  parts: readonly [DepartmentPart, ...DepartmentPart[]],
  problems: Problem[],
): JoinedDepartment {
  const [first, ...others] = parts;
  const { code, unit, name } = first.department;
  for (const part of others) {
    const ask = (what: string, own: string, theirs: string, about: Question['about'], advice: string) => {
      const message = `部门编码${code}的${what}前后不一致：这里是“${own}”，${placeOf(placeIn(first))}是“${theirs}”`;
      const question = { about, department: part.department.name, advice };
      problems.push({ ...placeIn(part), message, question });
    };
    const own = part.department;
    if (own.name !== name) {
      const advice = `；不是同一个部门的，请用“--department ${own.name}=313001”写明，把“313001”换成它的编码`;
      ask(L.departmentName, own.name, name, 'department', advice);
    }
    if (own.unit !== unit) {
      const advice = '；写错了单位的，请用“--unit 万元”写明；单位确实不同的，请先换算成同一个单位';
      ask(L.unit, own.unit, unit, 'unit', advice);
    }
  }
  const [goals, ...otherGoals] = parts.filter(({ department }) => department.overallGoals !== '');
  for (const { path, department } of otherGoals) {
    if (department.overallGoals === goals?.department.overallGoals) continue;
    const message = `部门整体绩效目标与${goals?.path ?? ''}的不一致；请先导入以它为准的那一份，再导入其余的`;
    problems.push({ document: path, origin: '', message });
  }
  reportTwice(parts, problems);
  return {
    head: {
      ...first.department,
      overallGoals: goals?.department.overallGoals ?? '',
      source: {
        ...first.department.source,
        files: [...new Set(parts.flatMap(({ department }) => department.source.files))],
      },
      layouts: [...new Set(parts.flatMap(({ department }) => department.layouts))],
    },
    parts,
  };
}

/** Where a document speaks of a project, or begins to speak of the department. */
function placeIn({ path, department }: DepartmentPart, project = department.projects[0]) {
  return { document: path, origin: originOf(department, project?.record ?? '', []) };
}

/** Where a project stands, with its code. */
interface PlacedProject extends Pick<Project, 'code' | 'name'> {
  readonly place: Pick<Problem, 'document' | 'origin'>;
}

/**
 * Reports once of two documents that they have the same projects. A project is the same where its code is, or where one
 * of two of the same name has none.
 */
function reportTwice(parts: readonly DepartmentPart[], problems: Problem[]): void {
  const codes = new Map<string, PlacedProject>();
  const names = new Map<string, PlacedProject>();
  for (const part of parts) {
    const own = part.department.projects.map((project): PlacedProject => ({
      ...project,
      place: placeIn(part, project),
    }));
    const twice = own.flatMap((project) => {
      const named = names.get(project.name);
      const isSame = named !== undefined && (project.code === '' || named.code === '');
      const other = codes.get(project.code) ?? (isSame ? named : undefined);
      return other === undefined ? [] : [{ ...project, other: other.place }];
    });
    const documents = new Set(twice.map(({ other }) => other.document));
    for (const document of documents) {
      const shared = twice.filter(({ other }) => other.document === document);
      for (const { name, code, place, other } of shared.slice(0, 1)) {
        const what = `项目“${name}”${code === '' ? '' : `（${code}）`}`;
        const more = shared.length === 1 ? '' : `，两份文件共有${String(shared.length)}个这样的项目`;
        const message = `${what}在“${placeOf(other)}”里也有${more}；请只选其中一份，或改正项目编码后再导入`;
        problems.push({ ...place, message });
      }
    }
    // Within one document two projects may have one name.
    for (const project of own) {
      if (project.code !== '') codes.set(project.code, project);
      names.set(project.name, project);
    }
  }
}
