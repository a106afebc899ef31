import type { Condition, SavedList } from '../components/save-list/saved-list.ts';
import { toText } from '../model/decimal.ts';
import { countedShares, isRefused } from '../model/disbursement-plan.ts';
import { shownIn } from '../model/money.ts';
import { LABELS as L } from '../model/terms.ts';
import { NOT_STATED } from '../model/stated.ts';
import type { MoneyUnit } from '../model/money-unit.ts';
import { LEAST_MEANING, refusedWords } from '../model/plan-words.ts';
import { mayBeBlank } from '../open-data/csv.ts';
import { projectColumns, type CellContent, type ProjectColumn } from '../views/project-columns.ts';
import type { ListedProject } from './listed-project.ts';
import type { ShownTable } from './shown-table.ts';

/** In which the page writes 未列 where nothing is stated; files leave the cell blank, as all files of the site do. */
const isBlankable = ({ name }: ProjectColumn) =>
  ['budget', 'share', 'rate', 'score'].includes(name) || name.endsWith('月底');

/**
 * The table of projects as the page shows it, to be taken away: its columns, its rows, its sums; and the address to
 * which each name leads.
 *
 * @param unit in which the page shows amounts.
 * @param addressOf the full address of a project's page.
 */
export function savedProjects(
  table: ShownTable,
  unit: MoneyUnit,
  conditions: readonly Condition[],
  order: string,
  addressOf: (project: ListedProject) => string,
): SavedList {
  const columns = projectColumns(table);
  const textOf = (content: CellContent) => {
    if (typeof content !== 'string') return toText(shownIn(content, unit));
    return content === NOT_STATED ? '' : content;
  };
  const shares = table.rows.flatMap(({ disbursementPlan }) => countedShares(disbursementPlan, table.periods));
  const refused = shares.filter(isRefused);
  const isLeast = table.totals.some(({ plan }) => plan.some(({ notStated }) => notStated.count > 0));
  return {
    title: '预算项目',
    counter: '个',
    columns: [
      ...columns.map((column) => {
        const header = column.name === 'budget' ? `${column.label}（${unit}）` : column.label;
        return {
          header: isBlankable(column) ? mayBeBlank(header) : header,
          isFigure: column.name !== 'name' && column.name !== 'department',
        };
      }),
      { header: L.address },
    ],
    rows: table.rows.map((row) => [
      ...columns.map(({ contentOf }) => textOf(contentOf(row))),
      addressOf(row),
    ]),
    totals: table.totals.map((sums) => [...columns.map(({ sumOf }) => textOf(sumOf(sums))), '']),
    conditions,
    notes: [
      ['排列', order],
      ['金额单位', unit],
      ['名次、占比', '按同一年度全部项目的预算数计算'],
      ...(isLeast ? [['≥', LEAST_MEANING] as const] : []),
      ...(refused.length > 0 ? [['※', refusedWords(refused).replace(/^※\s*/, '')] as const] : []),
    ],
  };
}
