import type { EvaluationTexts } from '../../model/evaluation.ts';
import { EVALUATION_FIELDS, forEachField, RESULT_FIELDS, type ResultField } from '../../model/form.ts';
import { plainFigures } from '../../model/money.ts';
import { CATEGORIES } from '../../model/terms.ts';
import { MONEY_UNITS, type MoneyUnit } from '../../model/money-unit.ts';
import type { DocumentBody, GridCell, Table } from '../grid/grid.ts';
import type { Problem } from '../problem.ts';

/** One 项目支出绩效自评表 as a document has it. */
export interface EvaluationForm {
  readonly origin: string;
  /** As far as the document names them; '' and undefined where it does not. */
  readonly name: string;
  readonly code: string;
  readonly year: number | undefined;
  /** In which the form states its amounts; undefined for the department's. */
  readonly unit: MoneyUnit | undefined;
  readonly texts: EvaluationTexts;
  /** What it says and the content has no place for. */
  readonly lost: readonly Problem[];
}

/** The self-evaluations in a document, a table each; none where it has forms of targets or lists. */
export function readEvaluations({ blocks }: DocumentBody): readonly EvaluationForm[] {
  let above = '';
  return blocks.flatMap((block): readonly EvaluationForm[] => {
    if (block.type === 'paragraph') {
      above += `\n${block.text}`;
      return [];
    }
    const form = new FormReader(block).read(above);
    above = '';
    return form === undefined ? [] : [form];
  });
}

/** What forms call the columns of results. */
const COLUMNS: Readonly<Record<ResultField, RegExp>> = {
  category: /^一级指标$/,
  kind: /^二级指标$/,
  name: /^三级指标$/,
  target: /^(?:年度)?指标值$/,
  achieved: /^(?:全年)?实际(?:完成)?(?:指标)?值$/,
  points: /^(?:分值|权重)$/,
  score: /^(?:自评)?得分$/,
  reason: /^(?:偏差|未完成)原因/,
};

/** Labels of the form, whose values are read or said to be lost by themselves. */
const LABEL =
  /^(?:项目名称|项目编码|项目代码|主管部门|实施单位|预算单位|项目资金|年度资金总额|资金总额|其中|当年财政拨款|财政拨款|上年结转资金?|其他资金|年初预算数|全年预算数|全年执行数|执行率|分值|权重|得分|年度总体目标|总体目标|预期目标|实际完成情况|绩效指标|总分|合计|[（(]?(?:万|亿)?元[）)]?|[—－/-]|[（(]?20\d\d年度?[）)]?|.*绩效自评表)/;

class FormReader {
  readonly #table: Table;
  readonly #used = new Set<GridCell>();

  constructor(table: Table) {
    this.#table = table;
  }

  read(above: string): EvaluationForm | undefined {
    const head = this.#find(COLUMNS.achieved);
    const name = head && this.#inRow(head.row, COLUMNS.name);
    if (head === undefined || name === undefined) return undefined;
    const { results, total } = this.#results(head);
    // A form of targets may have the column to be filled in later.
    if (results.every(({ achieved }) => achieved === '')) return undefined;
    const funds = this.#funds();
    const title = `${above}\n${this.#table.name}\n${this.#table.cells.slice(0, 6).map(plain).join('\n')}`;
    const [, year] = /(20\d\d)年/.exec(title) ?? [];
    const achieved = this.#below(/^实际完成情况$/);
    return {
      origin: this.#table.origin,
      name: this.#beside(/^项目名称$/),
      code: this.#beside(/^项目(?:编码|代码)$/),
      year: year === undefined ? undefined : Number(year),
      unit: this.#unit(),
      texts: {
        ...forEachField(EVALUATION_FIELDS, () => ''),
        ...funds,
        total,
        achieved,
        results,
      },
      lost: this.#lost(),
    };
  }

  /** What was spent of the year's budget: the row of the whole below the heading, and its points. */
  #funds() {
    const head = this.#find(/^全年执行数/);
    const of = (label: RegExp, own = head) => {
      const column = own && this.#inRow(own.row, label);
      const cell = own && column && this.#at(own.row + own.rows, column.column);
      return cell === undefined ? '' : figures(this.#use(cell));
    };
    return {
      allocated: of(/^全年预算数/),
      spent: of(/^全年执行数/),
      rate: of(/^执行率/).replace(/^(\d+(?:\.\d+)?)$/, '$1%'),
      ratePoints: of(/^分值$/),
      rateScore: of(/^得分$/),
    };
  }

  #results(head: GridCell) {
    const columns = forEachField(RESULT_FIELDS, ({ name }) => this.#inRow(head.row, COLUMNS[name])?.column);
    const results: EvaluationTexts['results'][number][] = [];
    const end = Math.max(...this.#table.cells.map(({ row, rows }) => row + rows));
    for (let row = head.row + head.rows; row < end; row += 1) {
      const first = this.#table.cells.find((cell) => cell.row === row && /^(?:总分|合计)/.test(plain(cell)));
      if (first !== undefined) {
        const points = this.#at(row, columns.points ?? -1);
        if (points !== undefined) this.#use(points);
        const cell = this.#at(row, columns.score ?? -1);
        return { results, total: cell === undefined ? '' : figures(this.#use(cell)) };
      }
      const textOf = (field: ResultField) => {
        const cell = this.#at(row, columns[field] ?? -1);
        return cell === undefined ? '' : this.#use(cell);
      };
      const texts = forEachField(RESULT_FIELDS, ({ name, kind }) =>
        kind === 'score' ? figures(textOf(name)) : textOf(name),
      );
      if (texts.name === '') continue;
      const category = CATEGORIES.find((one) => texts.category.replace(/\s/g, '').startsWith(one));
      // 产出指标（50分）: the points of a level stand behind its name.
      results.push({ ...texts, category: category ?? '', kind: texts.kind.replace(/\s|[（(].*$/gs, '') });
    }
    return { results, total: '' };
  }

  /** The unit that the label of the amounts states: 项目资金（万元）. */
  #unit(): MoneyUnit | undefined {
    const label = this.#table.cells.map(plain).find((text) => /^项目资金|^[（(]单位/.test(text)) ?? '';
    return ['亿元', '万元', '元'].flatMap((unit) =>
      MONEY_UNITS.filter((one) => one === unit && label.includes(unit)),
    )[0];
  }

  /** What stands right of a label. */
  #beside(label: RegExp): string {
    const cell = this.#find(label);
    const value = cell && this.#at(cell.row, cell.column + cell.columns);
    return value === undefined ? '' : this.#use(value).replace(/\s/g, '');
  }

  #below(label: RegExp): string {
    const cell = this.#find(label);
    const value = cell && this.#at(cell.row + cell.rows, cell.column);
    return value === undefined ? '' : this.#use(value);
  }

  /** What no field took, but labels and what only repeats the published form. */
  #lost(): readonly Problem[] {
    const expected = this.#below(/^预期目标$/);
    return this.#table.cells
      .filter((cell) => cell.text !== '' && cell.text !== expected && !this.#used.has(cell))
      .filter(
        (cell) =>
          !LABEL.test(plain(cell)) && !Object.values(COLUMNS).some((label) => label.test(plain(cell))),
      )
      .map(({ origin, text }) => ({ origin, message: `“${text}”在自评里没有地方放` }));
  }

  #find = (label: RegExp) => this.#table.cells.find((cell) => label.test(plain(cell)));
  #inRow = (row: number, label: RegExp) =>
    this.#table.cells.find(
      (cell) => cell.row <= row && row < cell.row + cell.rows && label.test(plain(cell)),
    );
  #at = (row: number, column: number) =>
    this.#table.cells.find(
      (cell) =>
        cell.row <= row &&
        row < cell.row + cell.rows &&
        cell.column <= column &&
        column < cell.column + cell.columns,
    );

  #use(cell: GridCell): string {
    this.#used.add(cell);
    return cell.text;
  }
}

const plain = ({ text }: GridCell): string => text.replace(/[\s:：]/g, '');

/** Figures as files have them; a dash says nothing. */
const figures = (text: string): string => {
  const written = plainFigures(text).replace(/分$/, '');
  return /^[—－/-]*$/.test(written) ? '' : written;
};
