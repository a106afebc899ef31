import type { SortKey } from '../../browse/browse-state.ts';
import type { ListedProject } from '../../browse/listed-project.ts';
import { COLUMN_WORDS } from '../../browse/words.ts';
import { countedShares, isRefused } from '../../model/disbursement-plan.ts';
import { NOT_STATED } from '../../model/terms.ts';
import { excerptOf, foldText } from '../../search/exact-match.ts';
import { amountCell, countWords, REFUSED_WORDS, shareCell } from '../../site/words.ts';
import { element, markedNodes } from '../element.ts';
import type { ResultActions, Shown } from './result-place.ts';

const PERIOD_COLUMNS = ['march', 'june', 'october', 'december'] as const satisfies readonly SortKey[];

/** The projects shown as a table like those drawn by the build, with headings that sort. */
export function tableOf(shown: Shown, actions: ResultActions): HTMLElement {
  const { projects, state } = shown;
  const drawn = projects.slice(0, state.shown);
  const isCut = drawn.length < projects.length;
  const caption = isCut
    ? `只显示前${countWords(drawn.length)}个，共${countWords(projects.length)}个，还有${countWords(projects.length - drawn.length)}个没有显示。`
    : '';
  const table = element(
    'table',
    { className: 'cards projects' },
    element('caption', {}, `${caption}月底各栏是累计的计划支出比例，照录原文；“未列”是原文没有填写，不是0。`),
    element('thead', {}, headRow(shown, actions)),
    element('tbody', {}, ...drawn.map((project) => rowOf(project, shown))),
  );
  const scroll = element('div', { className: 'scroll', tabIndex: 0 }, table);
  scroll.setAttribute('role', 'region');
  scroll.setAttribute('aria-label', '筛选出的项目');
  const result = element('div', {}, scroll);
  if (drawn.some(({ disbursementPlan }) => countedShares(disbursementPlan).some(isRefused))) {
    result.append(element('p', { className: 'note' }, REFUSED_WORDS));
  }
  if (isCut) {
    const more = element('button', { type: 'button', className: 'more-rows' }, '再显示一些');
    more.addEventListener('click', actions.more);
    result.append(element('p', { className: 'note' }, caption), more);
  }
  return result;
}

function columnsOf({ hasYears, hasDepartments }: Shown): readonly SortKey[] {
  return [
    'name',
    ...(hasYears ? (['year'] as const) : []),
    ...(hasDepartments ? (['department'] as const) : []),
    'budget',
    'share',
    ...PERIOD_COLUMNS,
  ];
}

const TEXT_COLUMNS: readonly SortKey[] = ['name', 'department'];

function headRow(shown: Shown, actions: ResultActions): HTMLElement {
  const { sort } = shown.state;
  const cells = columnsOf(shown).map((key) => {
    const isText = TEXT_COLUMNS.includes(key);
    const isSorted = sort.key === key;
    const button = element(
      'button',
      { type: 'button', className: 'sort' },
      key === 'budget' ? '预算数（万元）' : COLUMN_WORDS[key],
    );
    button.dataset.sort = key;
    button.addEventListener('click', () => {
      // A column that is sorted is turned round; another begins as its kind is mostly read.
      actions.sort({ key, isAscending: isSorted ? !sort.isAscending : isText });
    });
    const head = element('th', { scope: 'col', className: isText ? '' : 'number' }, button);
    if (isSorted) head.setAttribute('aria-sort', sort.isAscending ? 'ascending' : 'descending');
    return head;
  });
  const place = element('th', { scope: 'col', className: 'number' }, '名次');
  return element('tr', {}, place, ...cells);
}

function rowOf(project: ListedProject, shown: Shown): HTMLElement {
  const { name, year, departmentName, place, budget, share, disbursementPlan } = project;
  const columns = columnsOf(shown);
  const plan = countedShares(disbursementPlan).map(({ period, stated: { text }, status }) => {
    const shownText = text === '' ? NOT_STATED : `${text}${isRefused({ status }) ? '※' : ''}`;
    return cell(period, shownText, text === '' ? 'number period absent' : 'number period');
  });
  const amount = cell('预算数（万元）', amountCell(budget.total), 'number wide');
  if (budget.total.value !== undefined) amount.dataset.unit = '万元';
  return element(
    'tr',
    {},
    cell('名次', place === undefined ? '' : String(place), 'number'),
    element(
      'th',
      { scope: 'row' },
      element('a', { href: shown.addressOf(project) }, ...markedNodes(excerptOf(name, shown.words, 500))),
      ...elsewhere(project, shown.words),
    ),
    ...(columns.includes('year') ? [cell('年度', String(year), 'number')] : []),
    ...(columns.includes('department') ? [cell('部门', departmentName, 'wide')] : []),
    amount,
    cell('占比', shareCell(share), 'number'),
    ...plan,
  );
}

function cell(label: string, text: string, className: string): HTMLElement {
  const made = element('td', { className }, text);
  made.dataset.label = label;
  return made;
}

/** Where the words stand, if not in the name that is read anyway. */
function elsewhere({ code, name, purpose }: ListedProject, words: readonly string[]): readonly HTMLElement[] {
  const missing = words.filter((word) => !foldText(name).includes(word));
  if (missing.length === 0) return [];
  return [
    { label: '编码', text: code },
    { label: '用途', text: purpose },
  ]
    .filter(({ text }) => missing.some((word) => foldText(text).includes(word)))
    .map(({ label, text }) =>
      element('span', { className: 'where' }, `${label}：`, ...markedNodes(excerptOf(text, missing, 60))),
    );
}
