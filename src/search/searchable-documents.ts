import { toNumber, toText, type Decimal } from '../model/decimal.ts';
import type { Department } from '../model/department.ts';
import { answersOf, type Result } from '../model/evaluation.ts';
import { BUDGET_FIELDS, INDICATOR_FIELDS, TEXT_FIELDS } from '../model/form.ts';
import { indicatorText, type Indicator } from '../model/indicator.ts';
import { projectId, type Project } from '../model/project.ts';
import { termId, type Site } from '../model/site.ts';
import { isBlank, NOT_STATED, type Stated } from '../model/stated.ts';
import { EVALUATION_LABELS as E, LABELS as L, RESULT_LABELS as R } from '../model/terms.ts';
import type { MoneyUnit } from '../model/money-unit.ts';
import { amount, amountCell, amountWords, words, type Words } from '../model/words.ts';
import { planWords } from '../model/plan-words.ts';
import { amountKey } from './amounts.ts';
import { ODD_MARK, type IndexedDocument, type IndexedPart } from './index-format.ts';
import { markdownSections } from './markdown-sections.ts';

/** A document to be indexed, with what filters and sorting need. */
export interface SearchableDocument extends IndexedDocument {
  /** Of a project or department. */
  readonly year?: number;
  readonly department?: readonly [code: string, name: string];
  /** In 万元; -1 where not stated, and for all but projects. */
  readonly amount: number;
  /** Keys of the exact amounts of budget and funds. */
  readonly amountKeys: readonly string[];
}

/**
 * Whether something about a value is odd: of a part that a fragment of the project's page leads to, or of an amount by
 * its label.
 */
export type IsOdd = (project: Project, part: string) => boolean;

/**
 * Everything that can be found, in a fixed order: a department's own page, then its projects; behind them all the
 * glossary and the free pages. Both indexes are made from it.
 */
export function searchableDocuments(
  { departments, glossary, pages }: Pick<Site, 'departments' | 'glossary' | 'pages'>,
  isOdd: IsOdd = () => false,
): readonly SearchableDocument[] {
  const factsIn = tellingFacts(departments);
  return [
    ...departments.flatMap((department) => [
      departmentDocument(department),
      ...department.projects.map((project) =>
        projectDocument(project, department, factsIn(department), isOdd),
      ),
    ]),
    ...(glossary.length === 0 ? [] : [glossaryDocument(glossary)]),
    ...pages.map(pageDocument),
  ];
}

/** Year and name of a department, as far as they tell projects apart: what is the same for all says nothing. */
function tellingFacts(departments: readonly Department[]): (department: Department) => readonly Words[] {
  const hasYears = new Set(departments.map(({ year }) => year)).size > 1;
  const hasDepartments = new Set(departments.map(({ code }) => code)).size > 1;
  return ({ year, name }) => [
    ...(hasYears ? [[`${String(year)}年`]] : []),
    ...(hasDepartments ? [[name]] : []),
  ];
}

function departmentDocument({ year, code, name, overallGoals }: Department): SearchableDocument {
  const lines = markdownSections(overallGoals).flatMap(({ heading, lines: own }) => [heading, ...own]);
  return {
    kind: 'department',
    path: `${String(year)}/${code}/`,
    title: name,
    code,
    facts: [[`${String(year)}年`], ['部门']],
    parts: lines.filter(Boolean).map((line): IndexedPart => ['部门总体目标', 'goals', line]),
    year,
    department: [code, name],
    amount: -1,
    amountKeys: [],
  };
}

function projectDocument(
  project: Project,
  department: Department,
  facts: readonly Words[],
  isOdd: IsOdd,
): SearchableDocument {
  const { year, code, name, budget, goals, disbursementPlan, indicators, additional } = project;
  const plan = disbursementPlan
    .filter(({ stated }) => !isBlank(stated))
    .map(({ period, stated }) => `${period}${stated.text}`)
    .join('\n');
  // Funds that are the whole budget say nothing new.
  const amounts = BUDGET_FIELDS.filter(
    ({ name: field }) => field === 'total' || budget[field].text !== budget.total.text,
  );
  const marked = ([label, fragment, ...rest]: IndexedPart): IndexedPart => [
    `${label}${isOdd(project, fragment || label) ? ODD_MARK : ''}`,
    fragment,
    ...rest,
  ];
  const parts: IndexedPart[] = [
    ...amounts.map(({ name: field, label }) => amountPart(label, budget[field], project.unit)),
    ...TEXT_FIELDS.map(({ name: field, label }): IndexedPart => [label, field, project[field]]),
    ...goals.map((goal): IndexedPart => [L.goals, 'goals', goal]),
    [L.disbursementPlan, 'plan', plan],
    ...indicators.map(indicatorPart),
    ...evaluationParts(project),
    ...additional.map(({ label, text }): IndexedPart => [label, 'additional', text]),
  ];
  return {
    kind: 'project',
    path: `${projectId(project)}/`,
    title: name,
    code,
    facts: [projectFact(project, isOdd(project, L.total)), ...facts],
    parts: parts.filter(([, , text]) => text !== '').map(marked),
    year,
    department: [department.code, department.name],
    amount: budget.total.value === undefined ? -1 : toNumber(budget.total.value),
    amountKeys: BUDGET_FIELDS.flatMap(({ name: field }) => {
      const { value } = budget[field];
      return value === undefined ? [] : [amountKey(value)];
    }),
  };
}

/** What a project costs, marked where that is odd, and when it is paid. */
function projectFact({ budget: { total }, unit, disbursementPlan }: Project, isOdd: boolean): Words {
  const stated = total.value === undefined ? amountText(total, unit) || NOT_STATED : amount(total.value);
  const plan = planWords(disbursementPlan);
  return words`${L.total}${stated}${isOdd ? ODD_MARK : ''}${plan === '' ? '' : `；${plan}`}`;
}

/** An amount as it is shown, and as it is typed: without the comma. */
function amountPart(label: string, stated: Stated<Decimal>, unit: MoneyUnit): IndexedPart {
  const shown = amountText(stated, unit);
  const typed = shown.replaceAll(',', '');
  const text = shown === typed ? shown : `${shown}\n${typed}`;
  return stated.value === undefined ? [label, '', text] : [label, '', text, toText(stated.value)];
}

/** An amount as pages show it, with its thousands separated; as written where it cannot be read. */
function amountText(stated: Stated<Decimal>, unit: MoneyUnit): string {
  if (stated.text === '') return '';
  return stated.value === undefined ? amountCell(stated, unit) : amountWords(stated.value);
}

function indicatorPart(row: Indicator): IndexedPart {
  const texts = INDICATOR_FIELDS.filter(({ name }) => name !== 'kind').map(({ name }) =>
    indicatorText(row, name),
  );
  // The form often repeats the name in the other cells; once is enough to be found.
  const cells = new Set([...texts, ...row.additional.map(({ text }) => text)].filter((cell) => cell !== ''));
  return [`${row.category} · ${row.kind}`, `indicator-${String(row.row)}`, [...cells].join('\n')];
}

/** What was spent and achieved; a result is named by its indicator, to whose row it leads. */
function evaluationParts(project: Project): readonly IndexedPart[] {
  const { evaluation, unit } = project;
  if (evaluation === undefined) return [];
  const { byRow, untied } = answersOf(project);
  const result = ({ name, achieved, reason }: Result, fragment: string): IndexedPart => [
    `自评 · ${name.text.replace(/\s/g, '')}`,
    fragment,
    [achieved.text && `${R.achieved}${achieved.text}`, reason.text && `${R.reason}：${reason.text}`]
      .filter(Boolean)
      .join('\n'),
  ];
  const [label, , ...spent] = amountPart(`自评 · ${E.spent}`, evaluation.spent, unit);
  return [
    [label, 'evaluation', ...spent],
    [`自评 · ${E.achieved}`, 'evaluation', evaluation.achieved.text],
    ...Array.from(byRow, ([row, own]) => result(own, `indicator-${String(row.row)}`)),
    ...Array.from(untied.keys(), (own) => result(own, 'evaluation')),
  ];
}

function glossaryDocument(glossary: Site['glossary']): SearchableDocument {
  const parts = glossary.map(({ term, aliases, plain, official, origin }): IndexedPart => {
    const texts = [plain, official, origin, aliases.length === 0 ? '' : `也叫：${aliases.join('、')}`];
    return [term, termId(term), texts.filter((text) => text !== '').join('\n')];
  });
  return { ...PAGE, path: 'glossary/', title: '术语', parts };
}

function pageDocument({ slug, title, summary, body }: Site['pages'][number]): SearchableDocument {
  const sections = markdownSections(body).map(({ heading, fragment, lines }): IndexedPart => [
    heading,
    fragment,
    lines.join('\n'),
  ]);
  return {
    ...PAGE,
    path: `${slug}/`,
    title,
    parts: [...(summary === '' ? [] : [introduction(summary)]), ...sections],
  };
}

const introduction = (summary: string): IndexedPart => ['', '', summary];

const PAGE = { kind: 'page', code: '', facts: [], amount: -1, amountKeys: [] } as const;
