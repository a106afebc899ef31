import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** The department's folder of the one document that the site under test is built from. */
export const DEPARTMENT = fileURLToPath(new URL('../../content/2022/313001/', import.meta.url));

/** What a content file states, every cell as its text: read without the product's own readers. */
export interface RecordedProject {
  readonly 序号: string;
  readonly 项目编码: string;
  readonly 项目名称: string;
  readonly 预算规模: Readonly<Record<'预算数' | '财政资金' | '其他资金', string>>;
  readonly 资金用途: string;
  readonly 资金支出计划: Readonly<Record<string, string>>;
  readonly 绩效目标: readonly string[];
  readonly 绩效指标: Readonly<Record<string, readonly RecordedIndicator[]>>;
}

export type RecordedIndicator = Readonly<
  Record<'二级指标' | '三级指标' | '绩效指标描述' | '指标值' | '指标值确定依据', string>
>;

/** All projects of the document, largest budget first, equal budgets by 序号. */
export function recordedProjects(): readonly RecordedProject[] {
  const folder = join(DEPARTMENT, 'projects');
  return (
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      // In this schema every scalar is the text that stands in the file: 2.00 and not 2.
      .map(
        (name) => parse(readFileSync(join(folder, name), 'utf8'), { schema: 'failsafe' }) as RecordedProject,
      )
      .sort((a, b) => fen(b) - fen(a) || Number(a.序号) - Number(b.序号))
  );
}

/** The indicator rows in the document's order. */
export function rowsOf(project: RecordedProject): readonly RecordedIndicator[] {
  return Object.values(project.绩效指标).flat();
}

/** The budget in hundredths of 万元, the smallest step of the document, as a whole number. */
export function fen({ 预算规模: { 预算数 } }: RecordedProject): number {
  return Math.round(Number(预算数) * 100);
}

/** A project's address on the site. */
export function pathOf({ 项目编码 }: RecordedProject): string {
  return `/2022/313001/${项目编码}/`;
}
