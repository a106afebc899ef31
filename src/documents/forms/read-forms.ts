import type { DocumentBody, GridCell, Paragraph, Table } from '../grid/grid.ts';
import {
  addAdditional,
  newRecord,
  noteOrigin,
  readDepartmentName,
  refuseUnit,
  saysNothing,
  type Cover,
  type FormRecord,
  type StatedDepartment,
  type UnreadUnit,
} from './form-record.ts';
import { labelKey, type LabelMeaning } from '../../model/form-words.ts';
import { meaningsOf, otherUnit, readUnit, readYear, type LabelWords } from './labels.ts';
import { cutPairs, headMeaning, HeadReader, inlinePair, isAmount, isFigure } from './read-head.ts';
import {
  headerEnd,
  indicatorBlocks,
  IndicatorReader,
  isSum,
  readIndicators,
  type IndicatorBlock,
  type OpenBlock,
} from './read-indicators.ts';
import { isListHeader } from './list-columns.ts';
import { ListReader, ROW_AN_INDICATOR } from './read-list.ts';
import { isFootnote, LABEL_ALONE, TableView, type LeftOut } from './table-view.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { MoneyUnit } from '../../model/money-unit.ts';
import { formatPath } from '../../files/value-path.ts';
import { GOALS_TITLE, partTitle } from '../read-overall-goals.ts';

/** What a document holds, project by project, before the departments are told apart. */
export interface FormsReading {
  readonly records: readonly FormRecord[];
  /** The paragraphs before the first form. */
  readonly introduction: readonly Paragraph[];
  /** What no field and no 补充信息 took, with its place. */
  readonly unplaced: readonly { readonly text: string; readonly origin: string }[];
  /** Forms that are filled in and name no project. */
  readonly nameless: readonly FormRecord[];
  /** What is no content: page numbers, sums, notes below a form, the list of contents. */
  readonly leftOut: readonly LeftOut[];
}

/** Finds the forms and lists of a document by their labels, and reads each. */
export function readForms(body: DocumentBody, words: LabelWords): FormsReading {
  const reader = new FormsReader(words, body.hasOwnForms);
  for (const block of body.blocks) {
    if (block.type === 'paragraph') reader.paragraph(block);
    else reader.table(block);
  }
  return reader.finish();
}

/** What the title of a form says: its number and the project's name, the year. */
const TITLE = /绩效目标(?:申报|批复|公开)?(?:汇总)?表$/;
const NUMBERED_TITLE = /^(\d{1,9})\s*[.．、]\s*(.+?)绩效目标(?:申报|批复|公开)?表$/;
/** A heading between forms: `第二部分 项目绩效目标`, `二、项目支出`, `附件2`. */
const SECTION =
  /^(?:第[一二三四五六七八九十\d]+[部章节]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|附[件表]|Sheet\s*\d)[^。；！？]{0,40}$|^[^。，；：]{0,12}(?:表\s*\d+(?:-\d+)*|\d+(?:-\d+)*表)$/;
const PAGE_NUMBER = /^[\s—–-]*第?\s*\d{1,4}\s*页?[\s—–-]*(?:共\s*\d+\s*页)?$/;

class FormsReader {
  readonly #words: LabelWords;
  readonly #hasOwnForms: boolean;
  readonly #records: FormRecord[] = [];
  readonly #introduction: Paragraph[] = [];
  readonly #unplaced: { text: string; origin: string }[] = [];
  readonly #leftOut: LeftOut[] = [];
  /** What the text before a form says of all that follow. */
  #year: number | undefined;
  #unit: MoneyUnit | undefined;
  /** A unit of the whole document that the content has not. */
  #otherUnit: UnreadUnit | undefined;
  #department: StatedDepartment | undefined;
  #departmentCode: string | undefined;
  #title: FormRecord['title'];
  #current: FormRecord | undefined;
  /** The indicators of the table before, in case the next one goes on with them. */
  #open: (OpenBlock & { readonly width: number }) | undefined;
  /** The list of projects before, in case the next table goes on with it. */
  #openList: { readonly list: ListReader; readonly width: number } | undefined;
  #seenForm = false;
  /** The title that says that what follows is of the department and of no project. */
  #ofDepartment: string | undefined;
  /** The records below such a title, with it. */
  readonly #departmentForms = new Map<FormRecord, string>();
  /** Whether the overall goals have begun, and nothing behind them. */
  #inGoals = false;
  /** How many paragraphs stand before the last title of a form: what follows belongs to the form. */
  #beforeTitle: number | undefined;

  constructor(words: LabelWords, hasOwnForms = false) {
    this.#words = words;
    this.#hasOwnForms = hasOwnForms;
  }

  paragraph(paragraph: Paragraph): void {
    const { text, origin } = paragraph;
    const [, , part] = partTitle(text) ?? [];
    if (part !== undefined) this.#inGoals = part === GOALS_TITLE;
    // Among the goals a sentence may begin like a heading: `单位：…`.
    const isGoal = this.#inGoals && !this.#seenForm && !TITLE.test(text.replace(/\s+/g, ''));
    if (PAGE_NUMBER.test(text)) this.#leftOut.push({ text, origin, reason: '页码' });
    else if (/^附[件表]\s*[\d一二三四五六七八九十]*\s*[:：]?$/.test(text))
      this.#leftOut.push({ text, origin, reason: '标题' });
    else if (!isGoal && this.#heading(text, origin)) return;
    else if (!this.#seenForm) this.#introduction.push(paragraph);
    else if (isFootnote(text)) this.#leftOut.push({ text, origin, reason: '表后的注' });
    else if (SECTION.test(text)) this.#leftOut.push({ text, origin, reason: '标题' });
    else this.#unplaced.push({ text, origin });
  }

  /** Reads a table; every cell of it is then a label, stands in a record, or is named as left out or unplaced. */
  table(table: Table): void {
    const view = new TableView(table, this.#hasOwnForms);
    if (this.#isContents(view)) view.leaveOut('目录', table.cells);
    else this.#read(view);
    const unused = view.unused();
    view.leaveOut(
      '表中的注',
      unused.filter(({ text }) => isFootnote(text)),
    );
    this.#leftOut.push(...view.leftOut);
    this.#unplaced.push(...view.unused().map(({ text, origin }) => ({ text, origin })));
  }

  /** Whether a table is a list of contents by its name or first line, and takes what its title says. */
  #isContents(view: TableView): boolean {
    const alone = view.rows.flatMap((row) => {
      const [only, ...others] = view.in(row).filter(({ text }) => text !== '');
      return only !== undefined && others.length === 0 ? [only] : [];
    });
    const isContents = /^目\s*录$/.test(view.table.name.trim()) || /^目\s*录$/.test(alone[0]?.text ?? '');
    if (isContents) for (const { text, origin } of alone) this.#heading(text, origin);
    return isContents;
  }

  #read(view: TableView, from = 0): void {
    const { table } = view;
    const rows = view.rows.filter((row) => row >= from);
    const width = table.cells.reduce((most, { column, columns }) => Math.max(most, column + columns), 0);
    let head = this.#current === undefined ? undefined : new HeadReader(view, this.#words, this.#current);
    let blocks: (OpenBlock & { begins: number })[] = [];
    const [firstRow] = rows;
    let isAbove = true;
    if (
      this.#openList?.width === width &&
      firstRow !== undefined &&
      this.#openList.list.goesOn(view, firstRow)
    ) {
      this.#list(this.#openList.list, view, width, firstRow);
      return;
    }
    if (
      this.#open !== undefined &&
      firstRow !== undefined &&
      this.#open.width === width &&
      this.#goesOn(view, firstRow)
    ) {
      const { block, reader } = this.#open;
      blocks = [{ block, reader: new IndicatorReader(view, block, reader), begins: firstRow }];
    }
    for (const row of rows) {
      const stated = view.in(row).filter(({ text }) => text !== '');
      const [only] = stated;
      if (this.#isNote(stated)) {
        view.leaveOut('表中的注', stated);
        continue;
      }
      if (
        only !== undefined &&
        stated.length === 1 &&
        /^[—–-].*[—–-]$|页/.test(only.text) &&
        PAGE_NUMBER.test(only.text)
      ) {
        view.leaveOut('页码', [only]);
        continue;
      }
      isAbove &&= stated.length < 2;
      if (only !== undefined && stated.length === 1 && this.#isHeading(view, row, only, blocks, isAbove)) {
        blocks = [];
        head = undefined;
        continue;
      }
      if (isListHeader(view, row, this.#words)) {
        this.#list(new ListReader(view, row, this.#words, this.#openList?.list), view, width);
        return;
      }
      const opened = indicatorBlocks(view, row, this.#words);
      if (opened.length > 0) {
        this.#current ??= this.#begin(table.origin);
        for (const { cells } of opened) this.#useLabels(view, cells);
        blocks = opened.map((block) => ({
          block,
          reader: new IndicatorReader(view, block, this.#before(block, row === firstRow, blocks)),
          begins: headerEnd(view, row),
        }));
        continue;
      }
      if (
        blocks.length > 0 &&
        !this.#beginsForm(view, row, true) &&
        !this.#beginsHead(view, row) &&
        blocks.every(({ reader }) => reader.goesOn(row))
      ) {
        if (this.#current !== undefined && blocks.every(({ begins }) => row >= begins))
          readIndicators(this.#current, row, blocks);
        continue;
      }
      blocks = [];
      if (this.#current === undefined || this.#beginsForm(view, row)) {
        head = undefined;
        this.#current = this.#begin(only?.origin ?? table.origin);
      }
      head ??= new HeadReader(view, this.#words, this.#current);
      head.read(row);
    }
    const last = blocks.at(-1);
    this.#open = last === undefined ? undefined : { reader: last.reader, block: last.block, width };
  }

  finish(): FormsReading {
    const year = this.#year ?? yearIn(this.#introduction);
    for (const record of this.#records) {
      const { cover } = record;
      record.year ??= cover?.year ?? year;
      record.department ??= cover?.department;
      record.departmentCode ??= cover?.departmentCode;
      if (record.unit === undefined) record.unreadUnit ??= cover?.unreadUnit;
      record.unit ??= cover?.unit;
      // A name without its code is that of the code that stands apart.
      if (record.department?.code === undefined && record.departmentCode !== undefined)
        record.department = { code: record.departmentCode, name: record.department?.name ?? '' };
      record.unit ??= this.#unit;
      record.unreadUnit ??= this.#otherUnit;
      if (record.goals === undefined) takeWholeGoals(record, this.#words);
    }
    // Lines without a sentence among them are titles of the document, not the department's goals.
    // Before the title of the goals' part stand title page and contents.
    const goals = this.#introduction.findLastIndex(({ text }) => partTitle(text)?.[2] === GOALS_TITLE);
    if (goals >= 0 || !this.#introduction.some(({ text }) => text.length > 40 || /[。；]/.test(text))) {
      const titles = this.#introduction.splice(0, goals >= 0 ? goals + 1 : this.#introduction.length);
      const said = titles.filter(({ text }) => partTitle(text) === null);
      this.#leftOut.push(...said.map(({ text, origin }) => ({ text, origin, reason: '标题' })));
    }
    const labels = new Set(
      this.#records.flatMap(({ additional, rows }) =>
        [...additional, ...rows.flatMap(({ texts }) => texts.additional ?? [])].map(({ label }) =>
          labelKey(label),
        ),
      ),
    );
    // The format has no place for the department's own table of indicators.
    const isOfDepartment = (record: FormRecord) => record.name === '' && this.#departmentForms.has(record);
    for (const record of this.#records.filter(isOfDepartment)) {
      this.#unplaced.push({ text: this.#departmentForms.get(record) ?? '', origin: record.origin });
    }
    const ofProjects = this.#records.filter((record) => !isOfDepartment(record));
    const [named, others] = [ofProjects.filter(isNamed), ofProjects.filter((one) => !isNamed(one))];
    return {
      records: mergeByProject(named),
      // Boxes of which none is known are those of another document.
      nameless: others.filter((one) => !saysNothing({ ...one, additional: [] })),
      introduction: this.#introduction,
      unplaced: this.#unplaced,
      leftOut: this.#leftOut.filter(
        ({ text, reason }) => reason !== LABEL_ALONE || !labels.has(labelKey(text)),
      ),
    };
  }

  /** Takes what a heading says, or each of the labels with values in a line; false where the text is none. */
  #heading(text: string, origin: string): boolean {
    const parts = cutPairs(text);
    return parts.length > 1
      ? parts.filter((part) => this.#headingPart(part, origin)).length > 0
      : this.#headingPart(text, origin);
  }

  #headingPart(text: string, origin: string): boolean {
    const plain = text.replace(/\s+/g, '');
    const title = withoutBrackets(plain);
    const year = readYear(plain);
    const pair = inlinePair(text, this.#words);
    const unit = readUnit(text);
    const numbered = NUMBERED_TITLE.exec(text.replace(/\n/g, ''));
    const isTitle =
      numbered !== null ||
      (plain.length <= 120 &&
        (TITLE.test(title) ||
          /(?:(?:预算|目标)[^。，]*(?:表|目录)|支出绩效表)(?:\d+(?:-\d+)*)?$/.test(title)));
    const isOfDepartment = pair?.meaning === 'department' || pair?.meaning === 'departmentCode';
    const isYear = year !== undefined && /^[（(]?.{4}年度?[）)]?$/.test(plain);
    // The unit or year in a numbered title is part of the project's name.
    if (unit !== undefined && numbered === null && text.length <= 30) this.#unit = unit;
    const mayName = numbered === null && (isTitle || labelKey(text) === '' || pair?.meaning === 'unit');
    const other = mayName ? otherUnit(text) : undefined;
    if (other !== undefined) this.#otherUnit = refuseUnit(other, origin);
    if (pair?.meaning === 'department')
      this.#department = {
        ...readDepartmentName(pair.value, this.#departmentCode),
        label: text.slice(0, text.search(/[：:]/)),
        ...{ text: pair.value, origin },
      };
    if (pair?.meaning === 'departmentCode') this.#departmentCode = pair.value;
    if (((isTitle && numbered === null) || isYear) && year !== undefined) {
      this.#year = year;
      if (isYear && this.#current !== undefined && !this.#current.name) this.#current.year = this.#year;
    }
    if (isTitle) {
      this.#ofDepartment = /整体(?:支出)?绩效/.test(title) ? plain : undefined;
      if (numbered !== null) this.#beforeTitle = this.#introduction.length;
      this.#current = undefined;
      this.#open = undefined;
      this.#openList = undefined;
      this.#title =
        numbered === null
          ? undefined
          : { sequence: Number(numbered[1]), name: (numbered[2] ?? '').trim(), origin };
      return true;
    }
    return isYear || (unit !== undefined && text.length <= 30) || isOfDepartment;
  }

  /** Whether a row of a table is nothing but a heading, and takes what it says. */
  #isHeading(
    view: TableView,
    row: number,
    cell: GridCell,
    blocks: readonly { readonly block: IndicatorBlock }[],
    isAbove: boolean,
  ): boolean {
    // Beside a merged label it is that label's value; behind the first level, of an indicator.
    const isBehind = blocks.some(({ block }) => cell.column > (block.columns[0]?.column ?? 0));
    if (view.above(row).length > 0 || isBehind) return false;
    // A label may name a unit too, with nothing beside it: `项目资金总额（元）`.
    const isTitle = TITLE.test(withoutBrackets(cell.text.replace(/\s+/g, '')));
    if (!isTitle && readUnit(cell.text) !== undefined && !cell.text.includes('单位')) return false;
    if (this.#heading(cell.text, cell.origin)) {
      view.leaveOut('标题', [cell]);
      return true;
    }
    const isLabelOrName = meaningsOf(cell.text, this.#words).size > 0 || readDepartmentName(cell.text).code;
    if (!isAbove || blocks.length > 0 || isLabelOrName || /[。；]/.test(cell.text)) return false;
    // Above its table a sheet has what stands in paragraphs elsewhere.
    this.paragraph({ type: 'paragraph', text: cell.text, origin: cell.origin });
    view.use(cell);
    return true;
  }

  /** Whether a row says only what the table's notes are or who filled it in: `填表人：甲 | 联系电话：…`. */
  #isNote([first, ...others]: readonly GridCell[]): boolean {
    const isOfPeople = ({ text }: GridCell) =>
      isFootnote(text) || (/^[^：:]{2,12}[：:]/.test(text) && inlinePair(text, this.#words) === undefined);
    return first !== undefined && isFootnote(first.text) && others.every(isOfPeople);
  }

  /** A form has begun: what stands between it and its title is no introduction. */
  #endIntroduction(): void {
    if (this.#seenForm) return;
    this.#seenForm = true;
    this.#unplaced.push(...this.#introduction.splice(this.#beforeTitle ?? this.#introduction.length));
  }

  /** The reader that a block goes on with whose labels are printed again: on the next page, or further down. */
  #before(
    { label }: IndicatorBlock,
    isFirst: boolean,
    open: readonly OpenBlock[],
  ): IndicatorReader | undefined {
    const before = isFirst && this.#open !== undefined ? [this.#open] : open;
    return before.find(({ block }) => block.label === label)?.reader;
  }

  #useLabels(view: TableView, cells: readonly GridCell[]): void {
    const isKnown = ({ text }: GridCell) => meaningsOf(text, this.#words).size > 0;
    view.use(...cells.filter(isKnown));
    view.leaveOut(LABEL_ALONE, cells);
  }

  #begin(origin: string): FormRecord {
    const record = newRecord(this.#title?.origin ?? origin);
    record.title = this.#title;
    record.year = this.#year;
    record.unit = this.#unit;
    record.department = this.#department;
    record.departmentCode = this.#departmentCode;
    this.#endIntroduction();
    this.#title = undefined;
    if (this.#ofDepartment !== undefined) this.#departmentForms.set(record, this.#ofDepartment);
    this.#add(record);
    return record;
  }

  /** Takes in a record; a table before it that states nothing but department, year and unit states them of it too. */
  #add(record: FormRecord): void {
    const last = this.#records.at(-1);
    const { cover } = last ?? {};
    record.cover = last === undefined || !saysNothing(last) ? cover : coverOf(last, cover);
    this.#records.push(record);
  }

  /** Whether a row begins the next form: it names a project, and the form that is open has its name already. */
  #beginsForm(view: TableView, row: number, isOpen = false): boolean {
    if (this.#current === undefined || this.#current.name === '') return false;
    const first = view.in(row)[0]?.text ?? '';
    // Within a table of indicators a text may read like a label; a form begins with one.
    if (isOpen && headMeaning(first, this.#words) === undefined) return false;
    if (this.#has(view, row, 'name')) return true;
    const { rows, goals } = this.#current;
    const next = view.rows.filter((one) => one > row).slice(0, 2);
    // The department or code may stand above the name.
    return (
      (rows.length > 0 || goals !== undefined) &&
      (this.#has(view, row, 'department') || this.#has(view, row, 'code')) &&
      next.some((one) => this.#has(view, one, 'name'))
    );
  }

  /** Whether a row below indicators is one of amounts or goals: its label at the left, an amount or a wide text beside. */
  #beginsHead(view: TableView, row: number): boolean {
    const [label, value] = view.in(row);
    if (label === undefined || value === undefined) return false;
    const meaning = headMeaning(label.text, this.#words);
    if (isSum(label.text)) return false;
    return meaning === 'wholeTotal' || isAmount(meaning) ? isFigure(value.text) : meaning === 'goals';
  }

  #has(view: TableView, row: number, meaning: LabelMeaning): boolean {
    return view.in(row).some(({ text }) => headMeaning(text, this.#words) === meaning);
  }

  #goesOn(view: TableView, row: number): boolean {
    const cells = view.in(row);
    return (
      indicatorBlocks(view, row, this.#words).length === 0 &&
      !isListHeader(view, row, this.#words) &&
      !cells.some(({ text }) => headMeaning(text, this.#words) === 'name')
    );
  }

  /** Reads a list, and what stands below it in the same table. */
  #list(list: ListReader, view: TableView, width: number, from?: number): void {
    const { records, next } = list.read(view, from);
    this.#openList = { list, width };
    // What stands above the table, such as “单位：元”, is of all its projects.
    const above = this.#current?.name === '' ? this.#current : undefined;
    for (const record of records) {
      record.unit ??= above?.unit;
      record.unreadUnit ??= above?.unreadUnit;
      record.department ??= above?.department;
      record.year ??= this.#year;
      record.unit ??= this.#unit;
      record.department ??= this.#department;
      record.departmentCode ??= this.#departmentCode;
      this.#add(record);
    }
    if (records.length > 0) this.#endIntroduction();
    this.#current = undefined;
    this.#open = undefined;
    if (next !== undefined) this.#read(view, next);
  }
}

/** What a table before the forms states, and beside it what one before that did. */
function coverOf({ year, department, departmentCode, unit, unreadUnit }: FormRecord, before?: Cover): Cover {
  return {
    year: year ?? before?.year,
    department: department ?? before?.department,
    departmentCode: departmentCode ?? before?.departmentCode,
    unit: unit ?? before?.unit,
    unreadUnit: unreadUnit ?? before?.unreadUnit,
  };
}
/** A title without what stands behind it: `项目绩效目标表（2026年度，单位：万元）`. */
const withoutBrackets = (title: string) => title.replace(/(?:[（(【[][^（）()【】[\]]*[）)】\]])+$/, '');

/** The first year that the text before the forms names. */
function yearIn(paragraphs: readonly Paragraph[]): number | undefined {
  return paragraphs.map(({ text }) => readYear(text)).find((year) => year !== undefined);
}

/** Where a form has one field for goals, it is the year's, whatever it is called. */
function takeWholeGoals(record: FormRecord, words: LabelWords): void {
  const place = record.additional.findIndex(({ label }) => headMeaning(label, words) === 'wholeGoals');
  const [found] = place < 0 ? [] : record.additional.splice(place, 1);
  record.goals = found?.text;
  const origin = found && record.origins.get(formatPath([L.additional, found.label]));
  if (origin !== undefined) noteOrigin(record, [L.goals], origin);
}

const isNamed = ({ name, rows, code }: FormRecord) => name !== '' || rows.length > 0 || code !== '';

/** Joins what several tables say of one project: its amounts in one, its indicators in another. */
function mergeByProject(records: readonly FormRecord[]): readonly FormRecord[] {
  const merged: FormRecord[] = [];
  for (const record of records) {
    const partner = merged.find(
      (one) =>
        one.name === record.name &&
        one.title === undefined &&
        record.title === undefined &&
        (one.code === '' || record.code === '' || one.code === record.code) &&
        complements(one, record),
    );
    if (partner === undefined) merged.push(record);
    else join(partner, record);
  }
  return merged;
}

/** Whether one has what the other lacks: amounts here, indicators there. */
function complements(a: FormRecord, b: FormRecord): boolean {
  const [amountsOfA, amountsOfB] = [a, b].map(({ budget }) =>
    Object.values(budget).some((text) => text !== ''),
  );
  if ((a.rows.length === 0) === (b.rows.length === 0)) return false;
  // In a list of indicators nothing else is said of a project, whose amounts may all be blank.
  const withRows = a.rows.length === 0 ? b : a;
  return amountsOfA !== amountsOfB || (withRows.layout === ROW_AN_INDICATOR && amountsOfA === false);
}

function join(into: FormRecord, from: FormRecord): void {
  into.code ||= from.code;
  into.codeDigitsLost ||= from.codeDigitsLost;
  into.department ??= from.department;
  // The unit is that of the amounts.
  if (Object.values(from.budget).some((text) => text !== '')) into.unit = from.unit ?? into.unit;
  else into.unit ??= from.unit;
  for (const field of ['goals', 'purpose'] as const) {
    const [own, other] = [into[field], from[field]];
    if (!own) into[field] = other ?? '';
    else if (other && other !== own) addAdditional(into, L[field], { text: other, origin: from.origin });
  }
  Object.assign(
    into.budget,
    Object.fromEntries(Object.entries(from.budget).filter(([, text]) => text !== '')),
  );
  into.plan.push(...from.plan);
  into.rows.push(...from.rows);
  into.additional.push(...from.additional);
  into.remarks.push(...from.remarks);
  into.unreadUnit ??= from.unreadUnit;
  for (const [path, origin] of from.origins) if (!into.origins.has(path)) into.origins.set(path, origin);
  if (into.layout !== from.layout) into.layout = '金额与指标分在几张表';
}
