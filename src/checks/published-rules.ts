import { READING_RULES } from '../files/reading-rules.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { areasUnused } from './rules/areas-unused.ts';
import { everydayWordsUnused } from './rules/everyday-words-unused.ts';
import { siteContact } from './rules/site-contact.ts';

/** The rules by which content is compared with the official document. */
export const SOURCE_RULES: readonly Rule[] = READING_RULES.filter(({ id }) => id === 'source/differs');

/** What concerns the editors' own lists and settings is no note on the official documents. */
const OF_OWN_LISTS: readonly Rule[] = [everydayWordsUnused, areasUnused, siteContact];

/** The rules whose findings pages show as data notes. */
export const PUBLISHED_RULES: readonly Rule[] = [...SOURCE_RULES, ...RULES].filter(
  (rule) => (rule.severity !== 'error' || rule.confirmable) && !OF_OWN_LISTS.includes(rule),
);

/** What cannot be true comes first, then what may be wrong, then what is only worth knowing. */
export const byGravity = (a: Rule, b: Rule): number => gravityOf(a) - gravityOf(b);

const gravityOf = ({ severity, isGrave }: Rule) =>
  isGrave === true ? 0 : severity === 'information' ? 2 : 1;
