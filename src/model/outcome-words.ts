import { OUTCOMES, type ResultSums } from './outcome.ts';
import { countWords } from './words.ts';

/** How many results reach their targets: `完成3项，未完成1项`. */
export function outcomeWords(outcomes: ResultSums['outcomes']): string {
  return OUTCOMES.filter((outcome) => outcomes[outcome] > 0)
    .map((outcome) => `${outcome}${countWords(outcomes[outcome])}项`)
    .join('，');
}
