import type { SchemaNode } from './json-schema.ts';
import { lineParts, oddBlank, widthOf, type LineParts } from './line-parts.ts';

/** A group or list that a broken file has opened: what it may hold, and where that stands. */
export interface Level {
  readonly node: SchemaNode;
  /** The key that leads to it; of an item the key of its list; '' for the whole file. */
  readonly name: string;
  /** The column of that key, or of the item's dash; -1 for the whole file. */
  readonly outer: number;
  /** Where its keys or dashes stand; undefined before the first. */
  column: number | undefined;
  /** The keys that a group has already; of a list the one with which its rows begin. */
  readonly keys: Set<string>;
}

/** Where a line belongs by the format, whatever its own indentation says. */
export interface Place {
  readonly level: Level;
  /** Where it should begin. */
  readonly column: number;
  /** Whether it should begin with a dash. */
  readonly dash: boolean;
  /** Whether it can belong nowhere else. */
  readonly sure: boolean;
  /** The keys of the group that it is in, also of those below it once all lines were followed; none among texts. */
  readonly beside: ReadonlySet<string>;
  /** What it opens itself. */
  readonly opened: Level | undefined;
}

/**
 * Follows the lines of a file that may be broken and tells of each where it belongs: the innermost of the open groups
 * that has such a key, and not yet, comes before the indentation, which is what people and programs get wrong.
 */
export class Levels {
  #open: Level[];

  constructor(root: SchemaNode) {
    const column = 0;
    this.#open = [{ node: root, name: '', outer: -1, column, keys: new Set() }];
  }

  /**
   * The list that was opened last and in which an item at this place may stand, by its key where it has one.
   *
   * @param isKey whether it begins with a key of the format, which among texts stands only in their own column.
   */
  listOf({ indent, name }: LineParts, isKey = false): Level | undefined {
    const width = widthOf(indent);
    const lists = this.#inner().filter((level) => level.node.items !== undefined);
    const fitting = lists.filter(
      ({ node, outer, column }) =>
        has(node.items, name) || (isTexts(node) && width >= outer && (!isKey || column === width)),
    );
    return fitting.find(({ column }) => column === width) ?? fitting[0];
  }

  /** Where a text without a dash belongs that stands where a list of texts has its items. */
  item(parts: LineParts): Place | undefined {
    const list = this.#open.at(-1);
    const width = widthOf(parts.indent);
    if (list === undefined || !isTexts(list.node) || width <= list.outer) return undefined;
    return this.#item(list, { ...parts, dash: '- ' }, false);
  }

  /** Where a row of the innermost open list belongs whose rows have this key. */
  row(key: string): Place | undefined {
    const list = this.#inner().find(({ node }) => has(node.items, key));
    return list && this.#item(list, { ...lineParts(''), indent: '\t', name: key }, false);
  }

  /** Where the line belongs; undefined where the format does not say. What stands further in is closed by it. */
  place(parts: LineParts, isKey = false): Place | undefined {
    const list = parts.dash === '' ? undefined : this.listOf(parts, isKey);
    if (list !== undefined && !this.#isSecondDash(list, parts.name)) return this.#item(list, parts, true);
    const { name } = parts;
    const width = widthOf(parts.indent) + parts.dash.length;
    if (name === undefined) return undefined;
    const groups = this.#inner().filter(
      ({ node, outer }) => has(node, name) || (isFree(node) && width > outer),
    );
    const starts = this.#inner().find(
      ({ node, keys }) => has(node.items, name) && (keys.size === 0 || keys.has(name)),
    );
    const open = groups.filter(({ keys }) => !keys.has(name));
    const found = open.find(({ column }) => column === width) ?? open[0];
    if (found !== undefined) return this.#key(found, parts, open.length === 1 || found.column === width);
    // The row above has all its keys: another row begins, which lost its dash.
    if (starts !== undefined) return this.#item(starts, parts, false);
    const again = groups.find(({ column }) => column === width);
    if (again !== undefined) return this.#key(again, parts, true);
    this.#closeInside(parts);
    return undefined;
  }

  /** `- 三级指标` below `- 二级指标`: the row goes on, and its first key has the dash already. */
  #isSecondDash(list: Level, name: string | undefined): boolean {
    const item = this.#open[this.#open.indexOf(list) + 1];
    return name !== undefined && list.keys.size > 0 && !list.keys.has(name) && item?.keys.has(name) === false;
  }

  #item(list: Level, parts: LineParts, sure: boolean): Place {
    const column = this.#columnIn(list, parts, list.outer);
    this.#closeTo(list);
    const { name } = parts;
    const { items } = list.node;
    if (name === undefined || items === undefined || isTexts(list.node)) {
      return { level: list, column, dash: true, sure, beside: new Set(), opened: undefined };
    }
    if (list.keys.size === 0) list.keys.add(name);
    const inside = column + Math.max(2, /^[- ]*$/.test(parts.dash) ? parts.dash.length : 2);
    const beside = new Set([name]);
    this.#open.push({ node: items, name: list.name, outer: column, column: inside, keys: beside });
    return { level: list, column, dash: true, sure, beside, opened: this.#opened(items, name, inside) };
  }

  #key(level: Level, parts: LineParts, sure: boolean): Place {
    const column = this.#columnIn(level, parts, level.outer + 1);
    this.#closeTo(level);
    const { name = '' } = parts;
    level.keys.add(name);
    const opened = this.#opened(level.node, name, column);
    return { level, column, dash: false, sure, beside: level.keys, opened };
  }

  /** Where the level's lines stand; where it has none yet, this one's own place if that can be. */
  #columnIn(level: Level, { indent, dash }: LineParts, least: number): number {
    // The keys of a row stand two blanks behind its dash, which is the line's own where it lost it.
    const width = widthOf(indent) - (dash === '' && level.node.items !== undefined ? 2 : 0);
    // Half a step is a slip, not the way in which this file is set in.
    const isStep = (width - level.outer) % 2 === 0;
    const own =
      oddBlank(indent) === undefined &&
      isStep &&
      width >= least &&
      (dash === '' || level.node.items !== undefined);
    level.column ??= own ? width : level.outer + 2;
    return level.column;
  }

  #opened(group: SchemaNode, name: string, column: number): Level | undefined {
    const node = group.properties?.[name];
    if (node === undefined || (node.items === undefined && node.properties === undefined && !isFree(node)))
      return;
    const level = { node, name, outer: column, column: undefined, keys: new Set<string>() };
    this.#open.push(level);
    return level;
  }

  /** A line that the format does not know ends what stands further in. */
  #closeInside({ indent, colon }: LineParts): void {
    if (colon === undefined || oddBlank(indent) !== undefined) return;
    const width = widthOf(indent);
    this.#open = this.#open.filter(({ column, outer }) => (column ?? outer + 1) <= width);
  }

  #closeTo(level: Level): void {
    this.#open = this.#open.slice(0, this.#open.indexOf(level) + 1);
  }

  #inner(): readonly Level[] {
    return this.#open.toReversed();
  }
}

function has(node: SchemaNode | undefined, name: string | undefined): boolean {
  return name !== undefined && node?.properties !== undefined && Object.hasOwn(node.properties, name);
}

/** A list of texts. */
function isTexts({ items }: SchemaNode): boolean {
  return items !== undefined && items.properties === undefined;
}

/** A group whose keys are the editor's own. */
function isFree({ additionalProperties }: SchemaNode): boolean {
  return typeof additionalProperties === 'object';
}
