import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { checkCharacter, parseProjectCode } from '../model/project-code.ts';
import type { MoneyUnit } from '../model/terms.ts';
import { newDepartmentFile, newProjectFile } from './new-files.ts';
import { displayPath } from './read-file.ts';
import type { Content, DepartmentFolder } from './read-content.ts';
import { writeFileAtomically } from './write-file.ts';

/** What an editor asks for. Without a name only the department's year is begun. */
export interface ProjectRequest {
  readonly year: number;
  readonly department: string;
  readonly name: string | undefined;
  readonly code: string | undefined;
  readonly departmentName: string | undefined;
  readonly unit: MoneyUnit | undefined;
}

/** Files to write, each with its text, and what the editor should know. */
export interface StartPlan {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly notes: readonly string[];
}

/** A request that cannot be met; the message says why and what to do. */
export class StartError extends Error {}

/**
 * Plans the files of a new project, and of its department's year where there is none. Refuses, by a
 * StartError, whatever would touch something that exists.
 */
export function planStart(content: Content, request: ProjectRequest): StartPlan {
  const { year, department: code, name } = request;
  const folder = content.departments.find((one) => one.year === year && one.code === code);
  const base = join(content.directory, String(year), code);
  const files: { path: string; text: string }[] = [];
  const notes: string[] = [];
  if (folder?.entry === undefined) {
    if (
      folder !== undefined &&
      content.findings.some(({ file }) => file.path === `${folder.path}/department.md`)
    ) {
      throw new StartError(`${folder.path}/department.md 有错误，请先运行 npm run check 并改正。`);
    }
    const begun = beginDepartment(content, request);
    files.push({ path: join(base, 'department.md'), text: newDepartmentFile(begun) });
    if (begun.name === '') notes.push('请在 department.md 里填写“部门名称”。');
  } else if (name === undefined) {
    throw new StartError(`${folder.path} 已经有了。要添加项目，请用 --name 写项目名称。`);
  }
  if (name !== undefined) files.push(beginProject(content, base, folder, { ...request, name }, notes));
  return { files, notes };
}

/** Writes the planned files; a file that has come to exist meanwhile is not replaced. */
export async function writeStart({ files }: StartPlan): Promise<void> {
  for (const { path } of files) {
    if (await exists(path)) throw new StartError(`${displayPath(path)} 已经存在，没有改动它。`);
  }
  for (const { path, text } of files) await writeFileAtomically(path, text);
}

/** The department as another of its years has it, the latest, changed by what the request says. */
function beginDepartment({ departments }: Content, request: ProjectRequest) {
  const known = departments
    .filter(({ code, entry }) => code === request.department && entry !== undefined)
    .sort((a, b) => b.year - a.year)[0]?.entry?.department;
  return {
    year: request.year,
    code: request.department,
    name: request.departmentName ?? known?.name ?? '',
    unit: request.unit ?? known?.unit ?? '万元',
    telephone: known?.telephone,
    postalAddress: known?.postalAddress,
  };
}

function beginProject(
  content: Content,
  base: string,
  folder: DepartmentFolder | undefined,
  { code = '', name }: ProjectRequest & { readonly name: string },
  notes: string[],
) {
  const projects = folder?.projects.map(({ project }) => project) ?? [];
  if (code !== '') notes.push(...adviceOn(code));
  const same = code === '' ? undefined : projects.find((project) => project.code === code);
  if (same !== undefined) {
    throw new StartError(`编码 ${code} 已经有项目“${same.name}”，没有新建。`);
  }
  const taken = [...projects.map((project) => project.sequence), ...sequencesOfDrafts(content, base)];
  const sequence = Math.max(0, ...taken) + 1;
  const fileName = code === '' ? `待填编码-${String(sequence)}` : code;
  if (code === '') {
    notes.push('知道项目编码后，请填写“项目编码”，并把文件名改为“项目编码.yaml”；在此之前检查会提示错误。');
  }
  return { path: join(base, 'projects', `${fileName}.yaml`), text: newProjectFile({ sequence, code, name }) };
}

/** The numbers in project files that cannot be read yet, such as those that were begun and not filled in. */
function sequencesOfDrafts({ findings }: Content, base: string): readonly number[] {
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
  const expected = code.length >= 20 ? checkCharacter(code.slice(0, 20)) : undefined;
  const parsed = parseProjectCode(code);
  if (parsed === undefined) {
    const whole = `${code.slice(0, 20)}${expected ?? ''}`;
    const advice =
      code.length === 20 && expected !== undefined && parseProjectCode(whole) !== undefined
        ? `按前20位推算，第21位应是“${expected}”：${whole}。`
        : '编码是6位地区、2位年份、1个大写字母、11位数字或大写字母，再加1位校验位，例如 13060522P00416610001C。';
    throw new StartError(`“${code}”（${String([...code].length)}位）不是21位的项目编码。${advice}`);
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
