/** What of an indicator's row the list of all indicators can be narrowed by. */
export interface FilterableRow {
  /** All words of the row, folded by `foldText`. */
  readonly words: string;
  /** `产出指标·数量指标`. */
  readonly level: string;
  /** Its code, where the list has several. */
  readonly department: string;
  readonly comparator: string;
  readonly unit: string;
  /** One of `TARGET_TYPES`. */
  readonly type: string;
  readonly hasNotes: boolean;
  /** One of `OUTCOMES`; '' where no result is published. */
  readonly outcome: string;
}

/** What is asked for; '' where anything goes. */
export interface IndicatorFilter {
  /** Folded words, all of which are to stand in the row. */
  readonly words: readonly string[];
  /** A first level, or a first and second level: `产出指标` or `产出指标·数量指标`. */
  readonly level: string;
  readonly department: string;
  readonly comparator: string;
  readonly unit: string;
  readonly type: string;
  readonly notes: '' | '有' | '无';
  readonly outcome: string;
}

/** Whether a row is what a filter asks for. */
export function isWanted(row: FilterableRow, filter: IndicatorFilter): boolean {
  const { words, level, department, comparator, unit, type, notes, outcome } = filter;
  return (
    (level === '' || row.level === level || row.level.startsWith(`${level}·`)) &&
    (department === '' || row.department === department) &&
    (comparator === '' || row.comparator === comparator) &&
    (unit === '' || row.unit === unit) &&
    (type === '' || row.type === type) &&
    (outcome === '' || row.outcome === outcome) &&
    (notes === '' || row.hasNotes === (notes === '有')) &&
    words.every((word) => row.words.includes(word))
  );
}
