import { readFile } from 'node:fs/promises';
import { documentFile, projectFile } from '../../files/layout.ts';
import { readContent, type DepartmentFolder } from '../../files/read-content.ts';
import type { ProjectEntry } from '../../files/read-project.ts';
import { readEvaluation, type EvaluationTexts } from '../../model/evaluation.ts';
import { amountMeant } from '../../model/money.ts';
import type { Project } from '../../model/project.ts';
import { readTarget, targetKey } from '../../model/target.ts';
import type { MoneyUnit } from '../../model/money-unit.ts';
import { mergeEvaluation } from '../merge-files.ts';
import {
  planFile,
  readIfThere,
  type KeptDocument,
  type PlannedDepartment,
  type PlannedFile,
} from '../plan-import.ts';
import type { Problem } from '../problem.ts';
import type { Answers } from '../read-document.ts';
import type { EvaluationForm } from './read-evaluations.ts';

/** A document with self-evaluations. */
export interface EvaluationDocument {
  readonly path: string;
  readonly kept: KeptDocument | undefined;
  readonly forms: readonly EvaluationForm[];
}

/**
 * Plans what self-evaluations become: a part of the files of their projects, which must be there and whose targets stay
 * as they are.
 *
 * @param problems gets those whose project is not found.
 */
export async function planEvaluations(
  directory: string,
  documents: readonly EvaluationDocument[],
  answers: Answers,
  problems: Problem[],
): Promise<readonly PlannedDepartment[]> {
  if (documents.length === 0) return [];
  const { departments } = await readContent(directory);
  const planned = new Map<DepartmentFolder, { projects: Project[]; files: PlannedFile[] }>();
  for (const { path, kept, forms } of documents) {
    for (const form of forms) {
      const found = findProject(departments, form, answers);
      if ('message' in found) {
        problems.push({ origin: form.origin, document: path, message: found.message });
        continue;
      }
      const { folder, entry } = found;
      const own = planned.get(folder) ?? { projects: [], files: [] };
      planned.set(folder, own);
      const file = await planProject(directory, folder, entry, form, kept?.fileName ?? '');
      if (file === undefined) continue;
      own.files.push(file);
      own.projects.push(file.project?.after ?? entry.project);
      if (kept === undefined) continue;
      const source = documentFile(directory, folder, kept.fileName);
      if (!own.files.some((one) => one.path === source))
        own.files.push(planFile(source, kept.bytes, await readIfThere(source)));
    }
  }
  return [...planned].flatMap(([{ entry }, { projects, files }]) =>
    entry === undefined
      ? []
      : [
          {
            department: { ...entry.department, projects, layouts: ['绩效自评表'] },
            files,
            absent: [],
            otherUnit: undefined,
          },
        ],
  );
}

/** The project that a form is of: by its code, else by its name. */
function findProject(
  departments: readonly DepartmentFolder[],
  { code, name, year }: EvaluationForm,
  answers: Answers,
): { readonly folder: DepartmentFolder; readonly entry: ProjectEntry } | { readonly message: string } {
  const wanted = answers.year ?? year;
  const own = departments
    .filter((folder) => wanted === undefined || folder.year === wanted)
    .filter((folder) => answers.department === undefined || folder.code === answers.department)
    .flatMap((folder) => folder.projects.map((entry) => ({ folder, entry })));
  const named = own.filter(({ entry: { project } }) =>
    code === '' ? project.name.replace(/\s/g, '') === name : project.code === code,
  );
  const [found] = named;
  const what = `${wanted === undefined ? '' : `${String(wanted)}年的`}“${code === '' ? name : code}”`;
  if (found === undefined)
    return { message: `内容里没有项目${what}。自评只写进已有的项目，请先导入它的绩效目标表，或改正名称` };
  return named.length === 1
    ? found
    : { message: `内容里有${String(named.length)}个项目${what}，请用“--year”“--department”写明是哪一个` };
}

async function planProject(
  directory: string,
  folder: DepartmentFolder,
  { project }: ProjectEntry,
  { texts, unit }: EvaluationForm,
  fileName: string,
): Promise<PlannedFile | undefined> {
  const path = projectFile(directory, folder, project.record);
  const existing = await readFile(path);
  const inUnit = (text: string) => amountIn(text, unit ?? project.unit, project.unit);
  const evaluation = readEvaluation(
    {
      ...texts,
      file: fileName,
      published: project.evaluation?.published.text ?? '',
      allocated: inUnit(texts.allocated),
      spent: inUnit(texts.spent),
      results: texts.results.map((result) => withoutWhatIsKnown(result, project)),
    },
    project.unit,
  );
  const merged = mergeEvaluation(evaluation, existing.toString('utf8'), project);
  if (merged === undefined) return undefined;
  const planned = planFile(path, Buffer.from(merged.text), existing);
  const isNew = planned.status === 'different' && project.evaluation === undefined;
  return { ...planned, ...(isNew && { status: 'extended' }), project: merged };
}

/** An amount in the department's unit, exactly. */
const amountIn = (text: string, unit: MoneyUnit, own: MoneyUnit): string =>
  (unit === own ? undefined : amountMeant(`${text}${unit}`, own)) ?? text;

/** A result with its levels only where its name alone does not say which row is meant, its target where it differs. */
function withoutWhatIsKnown(
  result: EvaluationTexts['results'][number],
  { indicators }: Project,
): EvaluationTexts['results'][number] {
  const named = indicators.filter(({ name }) => name.replace(/\s/g, '') === result.name.replace(/\s/g, ''));
  if (named.length > 1) return result;
  const isSame = named.some(({ target }) => targetKey(target) === targetKey(readTarget(result.target)));
  return { ...result, category: '', kind: '', target: isSame ? '' : result.target };
}
