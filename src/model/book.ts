import type { Department } from './department.ts';
import { countWords, plain, sumWords } from './words.ts';
import { totalsOf } from './totals.ts';

/** What stands around a department's forms where all of them are bound, as in the official document of 2022. */
export interface Book {
  /** The two lines of its title. */
  readonly title: readonly [department: string, document: string];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** The title of the part with the overall goals; undefined where there are none. */
  readonly goals: string | undefined;
  /** The title of the part with the forms. */
  readonly forms: string;
}

export function bookOf({ year, code, name, projects, source, overallGoals }: Department): Book {
  const totals = totalsOf(projects);
  const hasGoals = overallGoals.trim() !== '';
  return {
    title: [name, `${String(year)}年预算绩效目标`],
    facts: [
      { label: '部门编码', value: code },
      { label: '预算项目', value: `${countWords(totals.projects)}个` },
      { label: '预算数合计', value: plain(sumWords(totals)) },
      ...(source.approval === undefined ? [] : [{ label: '批复文号', value: source.approval }]),
      ...(source.published === undefined ? [] : [{ label: '公开日期', value: source.published }]),
    ],
    goals: hasGoals ? '第一部分　部门整体绩效目标' : undefined,
    forms: `${hasGoals ? '第二部分' : '第一部分'}　预算项目绩效目标`,
  };
}
