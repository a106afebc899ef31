import { equals, subtract } from '../model/decimal.ts';
import { periodsOf, shareAt } from '../model/disbursement-plan.ts';
import { BUDGET_FIELDS, INDICATOR_FIELDS, TEXT_FIELDS, type BudgetField } from '../model/form.ts';
import { indicatorText, type Indicator } from '../model/indicator.ts';
import type { Project } from '../model/project.ts';
import { LABELS as L } from '../model/terms.ts';
import { NOT_STATED } from '../model/stated.ts';
import { amount, amountCell, words, type Words } from '../model/words.ts';
import { byWords } from '../model/year-change-words.ts';
import type { Aligned } from './align.ts';

/** What is otherwise in an edition than in the one before it, each a sentence without its full stop. */
export interface YearChanges {
  readonly year: number;
  /** The year of the edition before. */
  readonly since: number;
  /** 变动说明: why, in the words of the department; '' where it says nothing. */
  readonly reason: string;
  readonly changes: readonly Words[];
}

/** The changes from each edition of a project to the next. */
export function changesOf(
  editions: readonly Project[],
  aligned: Aligned,
  departmentName: (project: Project) => string,
): readonly YearChanges[] {
  return editions.slice(1).map((now, index) => {
    const before = editions[index] ?? now;
    const named = (
      [
        [L.name, before.name, now.name],
        [L.code, before.code, now.code],
        [L.departmentCode, before.departmentCode, now.departmentCode],
        [L.departmentName, departmentName(before), departmentName(now)],
      ] as const
    ).map(([label, a, b]) => changed(label, a, b));
    return {
      year: now.year,
      since: before.year,
      reason: now.changeReason,
      changes: [
        ...named,
        ...budgetChanges(before, now),
        ...planChanges(before, now),
        ...TEXT_FIELDS.map(({ name, label }) => changed(label, before[name], now[name])),
        ...aligned.goals.map((row) => itemChange(L.goals, row[index], row[index + 1])),
        ...rowChanges(aligned, [before, now], index),
        ...aligned.additional.map(({ label, row }) => itemChange(`“${label}”`, row[index], row[index + 1])),
      ].filter((one) => one !== undefined),
    };
  });
}

/**
 * By how much an amount is more or less than in the edition before. What is not stated in one of the years has not grown
 * or shrunk.
 *
 * @example 增加30.00万元（60%）
 */
export function budgetDifference(before: Project, now: Project, field: BudgetField = 'total'): Words {
  const [a, b] = [before.budget[field].value, now.budget[field].value];
  if (a === undefined || b === undefined) return ['增减无从比较'];
  return equals(a, b) ? ['没有变化'] : byWords(subtract(b, a), a);
}

function budgetChanges(before: Project, now: Project): readonly (Words | undefined)[] {
  const stated = ({ budget, unit }: Project, field: BudgetField) => {
    const { value } = budget[field];
    return value === undefined ? amountCell(budget[field], unit) : amount(value);
  };
  return BUDGET_FIELDS.map(({ name, label }) => {
    const [a, b] = [before.budget[name], now.budget[name]];
    const isSame = a.value && b.value ? equals(a.value, b.value) : a.text === b.text;
    // One source that pays everything has the same change again.
    const isWhole = [before, now].every(({ budget }) => budget[name].text === budget.total.text);
    if (isSame || (name !== 'total' && isWhole)) return undefined;
    return words`${label}由${stated(before, name)}变为${stated(now, name)}，${budgetDifference(before, now, name)}`;
  });
}

function planChanges(before: Project, now: Project): readonly (Words | undefined)[] {
  return periodsOf([before, now]).map((period) =>
    changed(
      `${L.disbursementPlan}“${period}”`,
      shareAt(before.disbursementPlan, period).text,
      shareAt(now.disbursementPlan, period).text,
    ),
  );
}

/** What became of one thing; '' is a blank, undefined not there. */
function itemChange(label: string, before: string | undefined, now: string | undefined): Words | undefined {
  if (before === now) return undefined;
  if (before === undefined) return [`新增${label}${quoted(now ?? '')}`];
  if (now === undefined) return [`不再列${label}${quoted(before)}`];
  return changed(label, before, now);
}

function rowChanges(
  { categories }: Aligned,
  [before, now]: readonly [Project, Project],
  place: number,
): readonly (Words | undefined)[] {
  return categories.flatMap(({ rows }) =>
    rows.map((row): Words | undefined => {
      const [a, b] = [row[place], row[place + 1]];
      if (a === undefined) return b && [`新增指标${rowName(b, now)}，${L.target}${quoted(b.target.text)}`];
      if (b === undefined)
        return [`不再列指标${rowName(a, before)}，原来的${L.target}是${quoted(a.target.text)}`];
      const fields = changedFields(a, b);
      const name = rowName(b, now);
      const rest = fields.filter(
        ({ labels }) => ![L.target, L.indicatorName].some((one) => labels.includes(one)),
      );
      const said = [
        ...(a.name === b.name ? [] : [`指标${rowName(a, before)}改为${name}`]),
        ...(a.target.text === b.target.text
          ? []
          : [`${name}的${L.target}由${quoted(a.target.text)}改为${quoted(b.target.text)}`]),
        ...(rest.length === 0 ? [] : [`${name}的${rest.flatMap(({ labels }) => labels).join('、')}有改动`]),
      ];
      return said.length === 0 ? undefined : [said.join('，')];
    }),
  );
}

/** What two editions of a row say differently; columns that say the same thing, as name and description often do, together. */
export interface ChangedFields {
  readonly labels: readonly string[];
  readonly before: string;
  readonly after: string;
}

export function changedFields(a: Indicator, b: Indicator): readonly ChangedFields[] {
  const pairs = ({ additional }: Indicator) =>
    additional.map(({ label, text }) => `${label}：${text}`).join('\n');
  const fields: ChangedFields[] = [];
  for (const { label, before, after } of [
    ...INDICATOR_FIELDS.map(({ name, label }) => ({
      ...{ label, before: indicatorText(a, name), after: indicatorText(b, name) },
    })),
    { label: L.additional, before: pairs(a), after: pairs(b) },
  ]) {
    if (before === after) continue;
    const same = fields.findIndex((one) => one.before === before && one.after === after);
    const labels = [...(fields[same]?.labels ?? []), label];
    fields.splice(same < 0 ? fields.length : same, 1, { labels, before, after });
  }
  return fields;
}

/** A row's name; with its place where its form has another of the name. */
function rowName({ name, category, place }: Indicator, { indicators }: Project): string {
  const isDoubled = indicators.filter((other) => other.name === name).length > 1;
  return `“${shortened(name)}”${isDoubled ? `（${category}第${String(place)}行）` : ''}`;
}

function changed(label: string, before: string, after: string): Words | undefined {
  if (before === after) return undefined;
  const [a, b] = [quoted(before), quoted(after)];
  // They differ behind what is quoted of them.
  return [a === b ? `${label}${b}有改动` : `${label}由${a}改为${b}`];
}

/** Without the full stop at its end: the sentence around has its own. */
const quoted = (text: string) => (text === '' ? NOT_STATED : `“${shortened(text).replace(/。$/, '')}”`);

/** Longer texts stand whole in the table. */
const MOST_QUOTED = 60;

const shortened = (text: string) => (text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text);
