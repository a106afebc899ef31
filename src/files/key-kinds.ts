import type { z } from 'zod';
import { readShare } from '../model/disbursement-plan.ts';
import { readScore } from '../model/evaluation.ts';
import { BUDGET_FIELDS, EVALUATION_FIELDS, RESULT_FIELDS } from '../model/form.ts';
import { isDepartmentCode, isProjectCode } from '../model/project-code.ts';
import { certainFigures, readAmount } from '../model/money.ts';
import { LABELS as L, MONTH_ENDS } from '../model/terms.ts';
import { schemaAt, type SchemaNode } from './json-schema.ts';
import { WHOLE_NUMBER } from './text-formats.ts';

/** What stands behind a key: a text, figures, a list of texts, a list of groups, or a group. */
export type KeyKind = 'text' | 'figures' | 'texts' | 'groups' | 'group';

/** Figures of a field: the rule that speaks of them, and whether a text has their shape. */
interface Figures {
  readonly rule: string;
  readonly fits: (text: string) => boolean;
  /** Whether they are a name and no number, so that files have them in quotes where they look like one. */
  readonly isName?: true;
}

const amount: Figures = {
  rule: 'money/format',
  fits: (text) => readAmount(text, '万元').value !== undefined,
};
const share: Figures = { rule: 'plan/format', fits: (text) => readShare(text).value !== undefined };
const score: Figures = { rule: 'result/format', fits: (text) => readScore(text).value !== undefined };
const rate: Figures = { ...share, rule: 'result/format' };
const whole: Figures = { rule: 'field/type', fits: (text) => text !== '' && WHOLE_NUMBER.pattern.test(text) };
const code: Figures = { rule: 'project/code', fits: isProjectCode, isName: true };

const FIGURES: ReadonlyMap<string, Figures> = new Map([
  ...BUDGET_FIELDS.map(({ label }) => [label, amount] as const),
  ...[...EVALUATION_FIELDS, ...RESULT_FIELDS].flatMap(({ label, kind }) =>
    kind === 'text' ? [] : [[label, { amount, share: rate, score }[kind]] as const],
  ),
  ...MONTH_ENDS.map((key) => [key, share] as const),
  ...[L.sequence, L.year, L.order].map((key) => [key, whole] as const),
  ...[L.code, L.previousCode].map((key) => [key, code] as const),
  [L.departmentCode, { rule: 'department/mismatch', fits: isDepartmentCode, isName: true }],
]);

/** The figures of a key, where no text can be meant: amounts, shares, codes, years, 序号. */
export function figuresOf(key: string): Figures | undefined {
  return FIGURES.get(key);
}

/** Figures as they should be written, where the text says them beyond doubt and is written otherwise. */
export function fixedFigures(key: string, text: string): string | undefined {
  const figures = FIGURES.get(key);
  const fixed = certainFigures(text);
  return figures !== undefined && fixed !== text && figures.fits(fixed) ? fixed : undefined;
}

/** All keys that a format knows, at any depth, with what stands behind them. */
export function keyKinds(schema: z.ZodType): ReadonlyMap<string, KeyKind> {
  const kinds = new Map<string, KeyKind>();
  const visit = (node: SchemaNode | undefined) => {
    for (const [name, child] of Object.entries(node?.properties ?? {})) {
      kinds.set(name, kindOf(name, child));
      visit(child);
    }
    if (node?.items !== undefined) visit(node.items);
  };
  visit(schemaAt(schema, []));
  return kinds;
}

function kindOf(name: string, { type, properties, items }: SchemaNode): KeyKind {
  // Where a list may be one text, it mostly is.
  if (items !== undefined && ![type].flat().includes('string'))
    return items.properties === undefined ? 'texts' : 'groups';
  if (properties !== undefined) return 'group';
  return FIGURES.has(name) ? 'figures' : 'text';
}
