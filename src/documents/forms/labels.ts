import {
  FIELDS_WITH_WORDS,
  FORM_WORDS,
  labelKey,
  type FieldWithWords,
  type ImportWords,
  type LabelMeaning,
} from '../../model/form-words.ts';
import { CATEGORIES, MONTH_ENDS, type Category, type Period } from '../../model/terms.ts';
import { MONEY_UNITS, type MoneyUnit } from '../../model/money-unit.ts';

/** The words of a document beside the program's own; `content/import-words.yaml` adds to them. */
export type LabelWords = ReadonlyMap<string, ReadonlySet<LabelMeaning>>;

/** Longer texts are no labels. */
const MOST_CHARACTERS = 40;

/** All words with what they can stand for; one word may have a meaning in a head and another over a column. */
export function labelWords(added: ImportWords = {}): LabelWords {
  const words = new Map<string, Set<LabelMeaning>>();
  const own = Object.entries(added).map(([field, texts]) => [
    FIELDS_WITH_WORDS[field as FieldWithWords],
    texts,
  ]);
  for (const [meaning, texts] of [...Object.entries(FORM_WORDS), ...own] as [
    LabelMeaning,
    readonly string[],
  ][]) {
    for (const text of texts) {
      const key = labelKey(text);
      words.set(key, (words.get(key) ?? new Set()).add(meaning));
    }
  }
  return words;
}

/** What a text may stand for as a label. */
export function meaningsOf(text: string, words: LabelWords): ReadonlySet<LabelMeaning> {
  return (text.length <= MOST_CHARACTERS ? words.get(labelKey(text)) : undefined) ?? NONE;
}

const NONE: ReadonlySet<LabelMeaning> = new Set();

/** What may stand over a column of indicators. */
const OVER_INDICATORS: ReadonlySet<LabelMeaning> = new Set<LabelMeaning>([
  ...(['category', 'kind', 'indicatorName', 'description', 'target', 'basis', 'weight'] as const),
  ...(['comparator', 'measure'] as const),
]);

/** What a label over a column of indicators means. */
export function columnMeaning(text: string, words: LabelWords): LabelMeaning | undefined {
  return [...meaningsOf(text, words)].find((meaning) => OVER_INDICATORS.has(meaning));
}

/** The words that may stand over a column of indicators, to find what a mistyped one was meant to be. */
export function columnWords(): readonly string[] {
  return [...OVER_INDICATORS].flatMap((meaning) => FORM_WORDS[meaning]);
}

const CATEGORY_WORDS = new Map<string, Category>(
  CATEGORIES.flatMap((category) => [
    [category, category],
    [category.replace('指标', ''), category],
    [category.replace('指标', '类指标'), category],
  ]),
);

/** The first level of indicators that a text names, also without `指标`, and numbered: `一、产出指标`. */
export function categoryOf(text: string): Category | undefined {
  const key = labelKey(text);
  return CATEGORY_WORDS.get(key) ?? CATEGORY_WORDS.get(key.replace(/^[一二三四1-4]|\d+分$/g, ''));
}

/** The month-end for which a column of the plan stands: `９月底`, `9月30日`, `三季度末`, `上半年`, `年底`. */
export function readPeriod(text: string): Period | undefined {
  const key = labelKey(text).replace(/^(?:20\d\d年)?(?:截至|截止|到|至)?|(?:前|止)$/g, '');
  const [, month] = /^0?(\d{1,2})月(?:底|末|份|2[89]日|3[01]日)?$/.exec(key) ?? [];
  const [, quarter = ''] = /^第?([一二三四1-4])季度?[底末]?$/.exec(key) ?? [];
  const ofYear = /^上半年[底末]?$/.test(key) ? 6 : /^(?:全年|年[底末])$/.test(key) ? 12 : 0;
  const ofQuarter = quarter === '' ? 0 : 3 * ('一二三四'.indexOf(quarter) + 1 || Number(quarter));
  return MONTH_ENDS[(month === undefined ? ofYear || ofQuarter : Number(month)) - 1];
}

/** The first year that a text names, in digits of any width or in Chinese: `２０２６年`, `二〇二六年`. */
export function readYear(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/二[〇○零][〇○零一二三四五六七八九]{2}(?=\s*年)/, (year) =>
      [...year].map((digit) => Math.max('〇一二三四五六七八九'.indexOf(digit), 0)).join(''),
    );
  return Number(/(20\d\d)\s*年/.exec(plain)?.[1]) || undefined;
}

/** The unit of amounts that a label names in brackets, or a text alone: `项目资金（元）`, `单位：万元`. */
export function readUnit(text: string): MoneyUnit | undefined {
  const named = unitNamed(text);
  return MONEY_UNITS.find((unit) => unit === named);
}

/** A unit that a text names in the same way and the content has not: `单位：千元`, `项目资金（万美元）`. */
export function otherUnit(text: string): string | undefined {
  const named = unitNamed(text);
  return named !== undefined && OTHER_UNIT.test(named) ? named : undefined;
}

const OTHER_UNIT = /^(?:[十百千]+万?|[十百千万亿]*[美欧港日])元$/;

function unitNamed(text: string): string | undefined {
  if (text.length > 2 * MOST_CHARACTERS) return undefined;
  const plain = text.normalize('NFKC').replace(/\s+/g, '').replaceAll('圆', '元');
  const [, stated] = /\((?:[^()]*[,、;])?(?:金额)?(?:单位:?)?(?:人民币)?([^()]*元)\)/.exec(plain) ?? [];
  const [, inline] = /(?:^|金额)单位[:：]?(?:人民币)?\(?([十百千万亿美欧港日]*元)\)?$/.exec(plain) ?? [];
  return stated ?? inline;
}
