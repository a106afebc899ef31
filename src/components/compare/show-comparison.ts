import { alignIndicators } from '../../compare/align-indicators.ts';
import type { Wanted } from '../../compare/selection.ts';
import { formatPath } from '../../files/value-path.ts';
import { parseDecimal } from '../../model/decimal.ts';
import { countedShares, isRefused } from '../../model/disbursement-plan.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Project } from '../../model/project.ts';
import type { Target } from '../../model/target.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { ProjectData } from '../../open-data/project-data.ts';
import { isWithin } from '../../site/notes.ts';
import { targetPieces } from '../../site/target-pieces.ts';
import { amountCell, rankWords, shareWords } from '../../site/words.ts';
import { element } from '../element.ts';
import { showPlans } from './show-plans.ts';

/** A project in the comparison, with the letter that stands for it. */
export interface Compared {
  readonly letter: string;
  readonly wanted: Wanted;
  readonly data: ProjectData;
  readonly project: Project;
}

/** A cell's content: a text, or a node made for it. */
type Cell = string | Node;

/** A row's name, in the pieces between which it may be broken, and its lines of cells, one cell a project. */
type Row = readonly [name: string | readonly string[], ...lines: readonly (readonly Cell[])[]];

/** Shows projects side by side; `remove` takes one away. */
export function showComparison(
  place: HTMLElement,
  base: string,
  compared: readonly Compared[],
  remove: (gone: Compared) => void,
): void {
  place.replaceChildren();
  if (compared.length === 0) return;
  place.append(chosenList(base, compared, remove));
  const amounts = compareTable('金额', compared, [
    [
      L.total,
      compared.map((one) => withNotes(withUnit(amountCell(one.project.budget.total)), one, L.budget)),
    ],
    ['占本部门项目预算', compared.map(({ data }) => shareOf(data))],
    ['在本部门的名次', compared.map(({ data }) => rankOf(data))],
    [L.fiscal, compared.map(({ project }) => withUnit(amountCell(project.budget.fiscal)))],
    [L.other, compared.map(({ project }) => withUnit(amountCell(project.budget.other)))],
  ]);
  amounts.dataset.amounts = '';
  const words = compareTable('用途和目标', compared, [
    [L.purpose, compared.map((one) => withNotes(one.data.purpose || '未列', one, L.purpose))],
    [L.goals, compared.map((one) => withNotes(goalsOf(one.data), one, L.goals))],
  ]);
  place.append(element('h2', {}, '金额'), amounts, element('h2', {}, L.disbursementPlan));
  const meaning = '到每个月底累计支出占预算的比例，照录原文。这是年初的计划，不是实际支出。';
  place.append(element('p', { className: 'note' }, meaning));
  showPlans(place, compared);
  for (const one of compared) place.append(...notesOn(one, L.disbursementPlan, `${one.letter}：`));
  if (compared.some(({ project }) => countedShares(project.disbursementPlan).some(isRefused)))
    place.append(element('p', { className: 'note' }, '不可能成立的比例只列在表里，图上没有它的点。'));
  place.append(element('h2', {}, '用途和目标'), words, element('h2', {}, L.indicators));
  const rows = alignIndicators(compared.map(({ project }) => project)).map(
    ({ category, kind, rows: own }): Row => [
      [`${category} ·`, kind],
      ...own.map(({ cells, isSame }) =>
        cells.map((cell, column) => indicatorCell(cell, base, compared[column], isSame)),
      ),
    ],
  );
  place.append(
    ...(rows.length === 0
      ? [element('p', {}, '未列')]
      : [
          element('p', { className: 'note on-phone' }, '一组里没有列出的项目，没有对应的指标。'),
          compareTable('绩效指标，按二级指标对齐', compared, rows),
        ]),
  );
}

const addressOf = (base: string, { year, department, code }: ProjectData) =>
  `${base}${String(year)}/${department.code}/${code}/`;

/** The projects with their letters, and what can be done with the choice. */
function chosenList(
  base: string,
  compared: readonly Compared[],
  remove: (gone: Compared) => void,
): HTMLElement {
  const items = compared.map((one) => {
    const button = element('button', { type: 'button', className: 'offer' }, '移出');
    button.setAttribute('aria-label', `移出${one.letter}：${one.data.name}`);
    button.addEventListener('click', () => {
      remove(one);
    });
    return element(
      'li',
      {},
      element(
        'div',
        {},
        element('b', {}, one.letter),
        ' ',
        element('a', { href: addressOf(base, one.data) }, one.data.name),
        element(
          'span',
          { className: 'note' },
          `${String(one.data.year)}年，${one.data.department.name}，`,
          element('span', { className: 'whole' }, `编码${one.data.code}`),
        ),
      ),
      button,
    );
  });
  return element('ol', { className: 'chosen' }, ...items);
}

/** A table with one column a project; on a phone each cell names its project. */
function compareTable(caption: string, compared: readonly Compared[], rows: readonly Row[]): HTMLElement {
  const head = element('tr', {}, element('th', { scope: 'col' }, '比较内容'));
  for (const { letter, data } of compared) {
    head.append(element('th', { scope: 'col' }, `${letter} ${data.name}`));
  }
  return element(
    'table',
    { className: 'side-by-side' },
    element('caption', { className: 'hidden' }, caption),
    element('thead', {}, head),
    ...rows.map((row) => compareRow(row, compared)),
  );
}

/** A name with its lines below each other; on a desk it is seen at the first of them, and read out at each. */
function compareRow([name, ...lines]: Row, compared: readonly Compared[]): HTMLElement {
  const pieces = typeof name === 'string' ? [name] : name;
  const nameNodes = () =>
    pieces.flatMap((piece, index) => [index > 0 ? ' ' : '', element('span', { className: 'whole' }, piece)]);
  const rows = lines.map((cells, line) =>
    element(
      'tr',
      {},
      element(
        'th',
        { scope: 'row' },
        element('span', { className: line === 0 ? '' : 'again' }, ...nameNodes()),
      ),
      ...cells.map((content, index) => {
        const isAbsent = content instanceof HTMLElement && content.className === 'absent';
        const cell = element('td', { className: isAbsent ? 'none' : '' }, element('div', {}, content));
        cell.dataset.label = compared[index]?.letter ?? '';
        return cell;
      }),
    ),
  );
  return element('tbody', {}, ...rows);
}

/** A cell's content, with what the checks say of its value below it. */
function withNotes(content: Cell, compared: Compared, part: string): Cell {
  const notes = notesOn(compared, part);
  if (notes.length === 0) return content;
  const fragment = document.createDocumentFragment();
  fragment.append(content, ...notes);
  return fragment;
}

/** The notes on one part of a project's form, as its page words them. */
function notesOn({ data }: Compared, part: string, before = ''): readonly HTMLElement[] {
  const own = data.notes.filter(({ location }) => isWithin(location, part));
  // Name and description of an indicator are often one text with one fault.
  return own
    .filter(({ message }, place) => own.findIndex((other) => other.message === message) === place)
    .map(({ message, explanation }) => {
      const answer =
        explanation === null ? [] : [element('span', { className: 'answer' }, `核对说明：${explanation}`)];
      return element('span', { className: 'data-note' }, `${before}数据说明：${message}`, ...answer);
    });
}

const withUnit = (amount: string) => (/^[\d,.]+$/.test(amount) ? `${amount}万元` : amount);

function shareOf({ standing }: ProjectData): string {
  return shareWords(standing?.share == null ? undefined : parseDecimal(standing.share));
}

function rankOf({ standing }: ProjectData): string {
  if (standing === null) return '未列';
  const { place, shared, of } = standing;
  return `${rankWords({ place, shared, of, share: undefined })}名，共${String(of)}个项目`;
}

function goalsOf({ goals }: ProjectData): Cell {
  if (goals.length === 0) return '未列';
  return element('ol', {}, ...goals.map((goal) => element('li', {}, goal)));
}

/** @param isSame whether the cells beside it promise the same thing. */
function indicatorCell(
  indicator: Indicator | undefined,
  base: string,
  compared: Compared | undefined,
  isSame: boolean,
): Cell {
  if (indicator === undefined || compared === undefined)
    return element('span', { className: 'absent' }, '没有对应的指标');
  const { name, row, target, category, place } = indicator;
  const fragment = document.createDocumentFragment();
  fragment.append(
    element('a', { href: `${addressOf(base, compared.data)}#indicator-${String(row)}` }, name),
    isSame ? element('span', { className: 'whole' }, '（同一指标）') : '',
    targetNode(target),
  );
  return withNotes(fragment, compared, formatPath([L.indicators, category, place - 1]));
}

/** A target value as `Target.astro` writes it. */
function targetNode(target: Target): HTMLElement {
  if (target.reading.type === 'blank') return element('span', { className: 'target absent' }, '未列');
  const { before, figures, after } = targetPieces(target);
  const number = figures === '' ? [] : [element('b', {}, figures)];
  return element(
    'span',
    { className: 'target' },
    before,
    ...number,
    element('span', { className: 'unit' }, after),
  );
}
