import { BUDGET_FIELDS, forEachField, INDICATOR_FIELDS, TEXT_FIELDS } from '../model/form.ts';
import { readShare } from '../model/disbursement-plan.ts';
import { numberIndicators, type IndicatorTexts } from '../model/indicator.ts';
import { certainFigures, readAmount } from '../model/money.ts';
import { parseProjectCode } from '../model/project-code.ts';
import type { Project } from '../model/project.ts';
import { CATEGORIES, LABELS as L, type Category, type MoneyUnit, type Period } from '../model/terms.ts';
import type { Cell, FormCells, Problem } from './form-document.ts';
import { categoryOf, isLabel, periodOf, unitOf } from './labels.ts';

/** One form as read: a project without its year, and the unit that the form belongs to. */
export interface FormReading {
  readonly departmentCode: string;
  readonly departmentName: string;
  readonly unit: MoneyUnit;
  readonly project: Omit<Project, 'year'>;
  /** What was written otherwise than it stands in the document, for the editor. */
  readonly notes: readonly Problem[];
}

/** Stops the reading of one form at the cell that cannot be placed. */
class Misplaced extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/**
 * Reads one form by its own labels and columns. What cannot be placed gives a problem with its line and no
 * reading: nothing is guessed.
 */
export function readForm(form: FormCells): FormReading | Problem {
  try {
    return new FormReader(form).read();
  } catch (error) {
    if (error instanceof Misplaced) return { line: error.line, message: error.message };
    throw error;
  }
}

/** The columns of the indicator table behind the first, which has the first level. */
const COLUMNS = INDICATOR_FIELDS.filter((field) => !('optional' in field));

class FormReader {
  readonly #form: FormCells;
  readonly #notes: Problem[] = [];
  #next = 0;

  constructor(form: FormCells) {
    this.#form = form;
  }

  read(): FormReading {
    const { sequence, headingName } = this.#heading();
    const { departmentCode, departmentName } = this.#department();
    const unit = this.#unit();

    const code = this.#labelled(L.code);
    if (parseProjectCode(code.text) === undefined) {
      throw new Misplaced(code.line, `项目编码“${code.text}”不是21位的编码`);
    }
    const name = this.#labelled(L.name);
    if (name.text !== headingName) {
      throw new Misplaced(name.line, `项目名称“${name.text}”与表的标题“${headingName}”不一致`);
    }

    this.#label('预算规模及资金用途');
    const total = this.#figures(this.#labelled(L.total));
    const fiscal = this.#figures(this.#labelled(L.fiscal));
    const other = this.#figures(this.#labelled(L.other));
    this.#continuation();
    const purpose = this.#cell();

    this.#label(L.disbursementPlan);
    const periods = this.#periods();
    this.#continuation();
    const disbursementPlan = periods.map((period) => ({
      period,
      stated: readShare(this.#figures(this.#cell())),
    }));

    const goals = splitGoals(this.#labelled(L.goals).text);
    const indicators = this.#indicators();
    return {
      departmentCode,
      departmentName,
      unit,
      notes: this.#notes,
      project: {
        departmentCode,
        record: code.text,
        sequence,
        code: code.text,
        name: name.text,
        unit,
        // This layout has three of the amounts and one of the texts.
        budget: {
          ...forEachField(BUDGET_FIELDS, () => ({ text: '' })),
          total: readAmount(total, unit),
          fiscal: readAmount(fiscal, unit),
          other: readAmount(other, unit),
        },
        ...forEachField(TEXT_FIELDS, () => ''),
        purpose: purpose.text,
        disbursementPlan,
        goals,
        indicators: numberIndicators(indicators),
        additional: [],
        explanations: [],
        corrections: [],
        previousCode: '',
        area: '',
      },
    };
  }

  #heading(): { sequence: number; headingName: string } {
    const { text, line } = this.#form.heading;
    const match = /^(\d{1,6})[.．、](.+)绩效目标表$/.exec(text);
    if (match === null) throw new Misplaced(line, `表的标题“${text}”读不出序号和项目名称`);
    const [, sequence, headingName = ''] = match;
    return { sequence: Number(sequence), headingName };
  }

  #department(): { departmentCode: string; departmentName: string } {
    const { text, line } = this.#cell();
    const match = /^(\d{3,12})(\D.*)$/.exec(text);
    if (match === null) throw new Misplaced(line, `应是部门编码和名称，现为“${text}”`);
    const [, departmentCode = '', departmentName = ''] = match;
    return { departmentCode, departmentName };
  }

  #unit(): MoneyUnit {
    const { text, line } = this.#cell();
    const unit = unitOf(text);
    if (unit === undefined) throw new Misplaced(line, `应是“单位：万元”，现为“${text}”`);
    return unit;
  }

  /** The month-ends of the form's plan, from the first that stands in its row on. */
  #periods(): readonly Period[] {
    const periods: Period[] = [];
    let cell = this.#form.cells[this.#next];
    for (; cell !== undefined && cell.text !== ''; cell = this.#form.cells[this.#next]) {
      const period = periodOf(cell.text);
      if (period === undefined) break;
      // A quarter's share may also be meant for that quarter alone, which the plan of the format is not.
      if (cell.text.includes('季')) {
        this.#note(cell, `“${cell.text}”记作“${period}”，其中的比例当作从年初累计的；若不是，请不要导入`);
      }
      periods.push(period);
      this.#next += 1;
    }
    const { line, text } = cell ?? this.#form.heading;
    if (periods.length === 0) throw new Misplaced(line, `应是“3月底”一类的月底，现为“${text}”`);
    return periods;
  }

  /** Figures as the format has them: in half width, the thousands of `1,900,000.00` not parted. */
  #figures(cell: Cell): string {
    const plain = certainFigures(cell.text);
    const figures = /^\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?$/.test(plain) ? plain.replace(/[, ]/g, '') : plain;
    if (figures !== cell.text) this.#note(cell, `“${cell.text}”记作“${figures}”`);
    return figures;
  }

  #note({ line }: Cell, message: string): void {
    this.#notes.push({ line, message });
  }

  /** The rows below the header, six columns each; a blank first column goes on with the row before. */
  #indicators(): Readonly<Partial<Record<Category, readonly IndicatorTexts[]>>> {
    this.#label(L.category);
    for (const { label } of COLUMNS) this.#label(label);
    const rows: Partial<Record<Category, IndicatorTexts[]>> = {};
    let category: Category | undefined;
    let lastIndex = -1;
    while (this.#next < this.#form.cells.length) {
      const first = this.#cell();
      if (first.text !== '') {
        category = categoryOf(first.text);
        const index = CATEGORIES.findIndex((label) => label === category);
        if (category === undefined) throw new Misplaced(first.line, `应是一级指标，现为“${first.text}”`);
        if (index <= lastIndex)
          throw new Misplaced(first.line, `一级指标“${first.text}”的先后次序与表式不同`);
        lastIndex = index;
      }
      if (category === undefined) throw new Misplaced(first.line, '这一行没有一级指标');
      const row = forEachField(COLUMNS, () => this.#cell().text);
      if (row.name === '') throw new Misplaced(first.line, '这一行没有三级指标');
      (rows[category] ??= []).push(row);
    }
    return rows;
  }

  #cell(): Cell {
    const cell = this.#form.cells[this.#next];
    if (cell === undefined) {
      const line = this.#form.cells.at(-1)?.line ?? this.#form.heading.line;
      throw new Misplaced(line, '表格到这里就结束了，还缺单元格');
    }
    this.#next += 1;
    return cell;
  }

  /** A cell that holds a label of the form. */
  #label(label: string): void {
    const { text, line } = this.#cell();
    if (!isLabel(text, label)) throw new Misplaced(line, `应是“${label}”，现为“${text}”`);
  }

  #labelled(label: string): Cell {
    this.#label(label);
    return this.#cell();
  }

  /** The blank first cell of a row that goes on with the merged label above it. */
  #continuation(): void {
    const { text, line } = this.#cell();
    if (text !== '') throw new Misplaced(line, `应是空白单元格，现为“${text}”`);
  }
}

/**
 * The goals of a form, without the numbers that the form sets before them. Only the next number in order
 * begins a goal, and only one number is taken off: “1.1.做好…” is the first goal “1.做好…”.
 */
export function splitGoals(text: string): readonly string[] {
  if (text === '') return [];
  const goals: string[] = [];
  for (const line of text.split('\n')) {
    const number = `${goals.length + 1}.`;
    const last = goals.length - 1;
    if (line.startsWith(number)) goals.push(line.slice(number.length).trim());
    else if (last < 0) goals.push(line);
    else goals[last] = `${goals[last] ?? ''}\n${line}`;
  }
  return goals.map((goal) => goal.trim());
}
