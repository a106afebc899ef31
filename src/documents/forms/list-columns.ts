import { meaningsOf, readUnit, type LabelWords } from './labels.ts';
import { labelKey, type LabelMeaning } from '../../model/form-words.ts';
import type { MoneyUnit } from '../../model/money-unit.ts';
import type { GridCell } from '../grid/grid.ts';
import { departmentRank, headMeaning, isAmount, nameRank, statesPercent } from './read-head.ts';
import { headerEnd, indicatorBlocks, isSum, leafLabels, type IndicatorBlock } from './read-indicators.ts';
import type { TableView } from './table-view.ts';

/** A column of a list beside its indicators: its label, and what it means. */
export interface ListColumn {
  readonly label: GridCell;
  readonly meaning: LabelMeaning | undefined;
}

/** The columns of a list of projects, as its header says. */
export interface ListColumns {
  /** The row below the header. */
  readonly begins: number;
  /** Whether the list is one of contents, which repeats what the forms say. */
  readonly isContents: boolean;
  /** What is of the project. */
  readonly columns: readonly ListColumn[];
  /** Where its name stands; which columns hold the other things that begin a project. */
  readonly name: number;
  readonly code: number | undefined;
  readonly department: number | undefined;
  readonly total: number | undefined;
  readonly sequences: readonly number[];
  readonly blocks: readonly IndicatorBlock[];
  /** The units that the labels name. */
  readonly units: readonly MoneyUnit[];
  readonly isPercent: boolean;
  /** All labels as one text: a table with the same ones goes on with the list. */
  readonly labels: string;
}

/**
 * Whether a row is the header of a table of projects: a column for their names beside another known column. In a form
 * the value stands beside the label.
 */
export function isListHeader(view: TableView, row: number, words: LabelWords): boolean {
  const leaves = leafLabels(view, row);
  const known = leaves.map(({ text }) => listMeaning(text, words));
  if (known.includes('page') && known.includes('sequence')) return true;
  // Beside its label in a form stands the code, or nothing; over columns, the next label.
  const beside = known.map((meaning, place) => (meaning === 'code' ? leaves[place + 1]?.text : undefined));
  if (beside.some((text) => text !== undefined && /^$|^(?=\S*\d)[0-9A-Za-z-]+$/.test(text))) return false;
  if (known.filter((meaning) => meaning !== undefined).length < 3) return false;
  return known.some(
    (meaning, place) => meaning === 'name' && (known[place - 1] ?? known[place + 1]) !== undefined,
  );
}

/** Reads the header of a list. */
export function readListHeader(view: TableView, header: number, words: LabelWords): ListColumns {
  const leaves = labelsOf(view, header, words);
  const blocks = indicatorBlocks(view, header, words);
  // What stands left of the first level is of the project; what stands behind it, of each indicator.
  const known = blocks.flatMap(({ columns }) => columns.filter(({ meaning }) => meaning !== undefined));
  const from = Math.min(...known.map(({ column }) => column));
  const ofIndicators = blocks.map((block) => ({
    ...block,
    columns: block.columns.filter(
      ({ column, meaning, label }) =>
        column >= from && (meaning !== undefined || headMeaning(label, words) === undefined),
    ),
  }));
  const own = new Set(ofIndicators.flatMap(({ columns }) => columns.map(({ column }) => column)));
  const columns = leaves.filter(
    ({ label, meaning }) => label.text !== '' && meaning !== 'sequence' && !own.has(label.column),
  );
  // Of several labels of one meaning: the project's own name, the unit whose budget it is.
  const best = (meaning: LabelMeaning, rank: (text: string) => number = () => 0) =>
    columns
      .filter((one) => one.meaning === meaning)
      .sort((a, b) => rank(b.label.text) - rank(a.label.text))[0]?.label.column;
  const name = best('name', nameRank);
  const department = best('department', departmentRank);
  const isOther = ({ label, meaning }: ListColumn) =>
    (meaning === 'name' && label.column !== name) ||
    (meaning === 'department' && label.column !== department);
  const begins = headerEnd(view, header);
  return {
    begins,
    isContents: leaves.some(({ meaning }) => meaning === 'page'),
    columns: columns.map((one) => (isOther(one) ? { ...one, meaning: undefined } : one)),
    ...{ name: name ?? 0, code: best('code'), department, total: best('total') },
    sequences: leaves.flatMap(({ label, meaning }) => (meaning === 'sequence' ? [label.column] : [])),
    blocks: ofIndicators,
    labels: leaves.map(({ label }) => labelKey(label.text)).join('|'),
    units: [...new Set(leaves.flatMap(({ label }) => readUnit(label.text) ?? []))],
    isPercent: view.rows.some((row) => row >= header && row < begins && view.in(row).some(statesPercent)),
  };
}

/** The labels over columns, where an amount split below its label is the sum of its parts: 小计 of 本年拨款. */
function labelsOf(view: TableView, header: number, words: LabelWords): readonly ListColumn[] {
  const leaves = leafLabels(view, header).map((label) => {
    const own = listMeaning(label.text, words);
    const over = view.at(header, label.column);
    const ofGroup = over === undefined || over === label ? undefined : listMeaning(over.text, words);
    return { label, meaning: isSum(label.text) && isAmount(ofGroup) ? ofGroup : own };
  });
  const sums = leaves.filter(({ label, meaning }) => isSum(label.text) && isAmount(meaning));
  return leaves.map((leaf) =>
    sums.some((sum) => sum !== leaf && sum.meaning === leaf.meaning) ? { ...leaf, meaning: undefined } : leaf,
  );
}

function listMeaning(text: string, words: LabelWords): LabelMeaning | undefined {
  // `单位名称（项目名称）` stands over departments and their projects.
  const [, inner = ''] = /[（(]([^（）()]+)[）)]$/.exec(text.replace(/\s+/g, '')) ?? [];
  const ofProject = headMeaning(inner, words);
  if (ofProject === 'name' || ofProject === 'code') return ofProject;
  return headMeaning(text, words) ?? [...meaningsOf(text, words)][0];
}
