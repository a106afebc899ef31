import { access } from 'node:fs/promises';
import { periodsOf } from '../model/disbursement-plan.ts';
import type { Indicator } from '../model/indicator.ts';
import { checkCharacter, isProjectCode, parseProjectCode } from '../model/project-code.ts';
import { recordOfSequence } from '../model/project.ts';
import type { Department } from '../model/department.ts';
import { LABELS as L, type Period } from '../model/terms.ts';
import type { MoneyUnit } from '../model/money-unit.ts';
import { formatFindings } from './format-findings.ts';
import { departmentFile, departmentFolder, projectFile, type DepartmentPlace } from './layout.ts';
import { blanksOf, newDepartmentFile, newProjectFile, USUAL_PERIODS } from './new-files.ts';
import { displayPath } from './read-file.ts';
import { entriesOf, type Content, type DepartmentFolder } from './read-content.ts';
import { refuseLinks } from './refuse-links.ts';
import { UserError } from './user-error.ts';
import { writeFileAtomically } from './write-file.ts';

/** What an editor asks for. Without a name only the department's year is begun. */
export interface ProjectRequest {
  readonly year: number;
  readonly department: string;
  readonly name: string | undefined;
  readonly code: string | undefined;
  readonly departmentName: string | undefined;
  readonly unit: MoneyUnit | undefined;
  /** The rows of its table, where they are known. */
  readonly indicators?: readonly Indicator[] | undefined;
}

/** Files to write, each with its text, and what the editor should know. */
export interface StartPlan {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly notes: readonly string[];
}

/**
 * Plans the files of a new project, and of its department's year where there is none. Refuses, by a
 * UserError, whatever would touch something that exists.
 */
export function planStart(content: Content, request: ProjectRequest): StartPlan {
  const { year, department: code, name } = request;
  const folder = content.departments.find((one) => one.year === year && one.code === code);
  const place = { year, code };
  const files: { path: string; text: string }[] = [];
  const notes: string[] = [];
  if (folder?.entry === undefined) {
    const own = content.findings.filter(({ file }) => file.path === `${folder?.path ?? ''}/department.md`);
    if (own.length > 0) {
      throw new UserError(`没有新建，请先改正 department.md：\n${formatFindings(own, 'text').trimEnd()}`);
    }
    const begun = beginDepartment(content, request);
    files.push({
      path: departmentFile(content.directory, place),
      text: newDepartmentFile({ ...begun, year }),
    });
    if (begun.name === '') notes.push(`请在 department.md 里填写“${L.departmentName}”。`);
    if (!begun.isUnitKnown) {
      notes.push(
        `没有写明金额单位，department.md 里写的是“${begun.unit}”；官方文件用别的单位的，请在填写金额之前改正。`,
      );
    }
  } else if (name === undefined) {
    throw new UserError(`${folder.path} 已经有了。要添加项目，请用 --name 写项目名称。`);
  } else {
    refuseOther(request, folder.entry.department);
  }
  if (name !== undefined) files.push(beginProject(content, place, folder, { ...request, name }, notes));
  return { files, notes };
}

/** Writes the planned files into a content folder; a file that has come to exist meanwhile is not replaced. */
export async function writeStart(content: string, { files }: StartPlan): Promise<void> {
  await refuseLinks(
    content,
    files.map(({ path }) => path),
  );
  for (const { path } of files) {
    if (await exists(path)) throw new UserError(`${displayPath(path)} 已经存在，没有改动它。`);
  }
  for (const { path, text } of files) await writeFileAtomically(path, text);
}

/** Refuses a name or unit that is not the one of the department's file, which this command leaves as it is. */
function refuseOther(
  { departmentName, unit }: ProjectRequest,
  department: Pick<Department, 'name' | 'unit'>,
): void {
  const stated = [
    [L.departmentName, departmentName, department.name],
    [L.unit, unit, department.unit],
  ] as const;
  for (const [label, asked, own] of stated) {
    if (asked === undefined || asked === own) continue;
    throw new UserError(
      `没有新建：department.md 里的“${label}”是“${own}”，不是“${asked}”。请去掉命令里的这一项，或先改 department.md。`,
    );
  }
}

/** The department as another of its years has it, the latest, changed by what the request says. */
export function beginDepartment(
  { departments }: Content,
  request: Pick<ProjectRequest, 'department' | 'departmentName' | 'unit'>,
) {
  const known = departments
    .filter(({ code, entry }) => code === request.department && entry !== undefined)
    .sort((a, b) => b.year - a.year)[0]?.entry?.department;
  return {
    code: request.department,
    name: request.departmentName ?? known?.name ?? '',
    unit: request.unit ?? known?.unit ?? '万元',
    isUnitKnown: (request.unit ?? known) !== undefined,
    telephone: known?.telephone,
    postalAddress: known?.postalAddress,
  };
}

function beginProject(
  content: Content,
  place: DepartmentPlace,
  folder: DepartmentFolder | undefined,
  { code = '', name, indicators }: ProjectRequest & { readonly name: string },
  notes: string[],
) {
  const projects = folder === undefined ? [] : entriesOf(folder).map(({ project }) => project);
  if (code !== '') notes.push(...adviceOn(code));
  const same = code === '' ? undefined : projects.find((project) => project.code === code);
  if (same !== undefined) {
    throw new UserError(`编码 ${code} 已经有项目“${same.name}”，没有新建。`);
  }
  // A number may be the name of a file: that of a project which an adjustment ended is its own for ever.
  const ended = folder?.earlier.flatMap((versions) => versions.projects.map(({ project }) => project)) ?? [];
  const stated = [...projects, ...ended].map((project) => project.sequence);
  const taken = [...stated, ...sequencesOfDrafts(content, place)];
  const sequence = taken.reduce((most, one) => Math.max(most, one), 0) + 1;
  const record = code === '' ? recordOfSequence(sequence) : code;
  if (code === '') {
    notes.push(
      '官方文件里有项目编码的，请填写“项目编码”，并把文件名改为“项目编码.yaml”；没有编码的，文件名就用序号。',
    );
  }
  const project = { sequence, code, name, periods: usualPeriods(content, place), indicators };
  notes.push(
    `还空着：${blanksOf(project).join('、')}。官方文件里没有的，就让它空着。`,
    ...(indicators === undefined
      ? ['“三级指标”不能空着：不用的行，连同它的二级指标到依据共五行，整段删去。']
      : []),
  );
  return { path: projectFile(content.directory, place, record), text: newProjectFile(project) };
}

/** The month-ends of a department's forms, which are the same this year as in the one before. */
export function usualPeriods({ departments }: Content, place: DepartmentPlace): readonly Period[] {
  const known = departments.filter(({ code, year }) => code === place.code && year <= place.year);
  const latest = known.sort((a, b) => b.year - a.year).find((one) => one.projects.length > 0);
  return latest === undefined ? USUAL_PERIODS : periodsOf(latest.projects.map((one) => one.project));
}

/** The numbers in project files that cannot be read yet, such as those that were begun and not filled in. */
function sequencesOfDrafts({ findings, directory }: Content, place: DepartmentPlace): readonly number[] {
  const base = departmentFolder(directory, place);
  const texts = new Set(
    findings.filter(({ file }) => file.path.startsWith(`${displayPath(base)}/`)).map(({ file }) => file.text),
  );
  return [...texts].flatMap((text) => {
    const [, digits] = /^序号: *(\d{1,9})\s*$/m.exec(text) ?? [];
    return digits === undefined ? [] : [Number(digits)];
  });
}

/** What is to be said of a code: refused where it has not the shape of one, advice where its check character differs. */
function adviceOn(code: string): readonly string[] {
  if (!isProjectCode(code)) {
    throw new UserError(
      `“${code}”不能作项目编码：编码只用数字、字母和“-”，最多40位，例如 13060522P00416610001C。`,
    );
  }
  const parsed = parseProjectCode(code);
  const expected = code.length >= 20 ? checkCharacter(code.slice(0, 20)) : undefined;
  if (parsed === undefined) {
    const whole = `${code.slice(0, 20)}${expected ?? ''}`;
    return code.length === 20 && parseProjectCode(whole) !== undefined
      ? [`编码只有20位。河北的编码是21位，按前20位推算，第21位应是“${expected ?? ''}”：${whole}。请核对。`]
      : [];
  }
  if (expected === undefined || expected === parsed.check) return [];
  return [`按前20位推算，编码的最后一位应是“${expected}”，现为“${parsed.check}”。请对照原文逐位核对。`];
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
