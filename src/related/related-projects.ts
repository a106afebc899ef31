import type { Department } from '../model/department.ts';
import type { Project } from '../model/project.ts';
import { commonPhrase, type CommonPhrase } from './common-phrase.ts';
import { fundingLevelOf } from './funding-level.ts';
import { endsOfName } from './kinds-of-funds.ts';
import { isTelling, projectWords, type ProjectWords } from './words.ts';

/** A project that has to do with another, and why, in words that stand in both. */
export interface RelatedProject {
  readonly project: Project;
  readonly reason: string;
}

/** How many related projects are given at most, and how many are looked at closely to choose them. */
const MOST = 5;
const MOST_CANDIDATES = 12;

/** What stands in more projects than this leads to none of them: it would tell little, and cost much. */
const MOST_HOLDERS = 300;

/** What stands in a greater part of the projects than this tells nothing. */
const COMMON_PART = 0.35;

/** A phrase that tells less than this is no reason. */
const LEAST_WEIGHT = 1.5;

/** Between a name and a purpose, or two purposes, a phrase has to be this long to be more than chance. */
const LEAST_IN_PURPOSE = 4;

/**
 * For each project the other projects of its year that have most to do with it, best first: those with which
 * it shares rare words, the rarer the better, then those of the same kind of funds. What it costs grows with
 * the number of projects, not with its square: candidates come from lists of who has a word.
 */
export function relatedProjects(
  departments: readonly Department[],
): ReadonlyMap<Project, readonly RelatedProject[]> {
  const years = new Set(departments.map(({ year }) => year));
  return new Map(
    [...years].flatMap((year) => [...relatedInYear(departments.filter((one) => one.year === year))]),
  );
}

function relatedInYear(departments: readonly Department[]): ReadonlyMap<Project, readonly RelatedProject[]> {
  const all = projectWords(departments);
  const telling = all.map(({ name, purpose, departmentWords }) =>
    [...new Set([...name, ...purpose])].filter((word) => isTelling(word) && !departmentWords.has(word)),
  );
  const holders = invert(telling);
  const ends = all.map(({ name }) => endsOfName(name));
  const endHolders = invert(ends);
  const most = Math.min(MOST_HOLDERS, Math.max(3, Math.floor(all.length * COMMON_PART)));
  // Squared, so that one rare word leads before two that many have.
  const rarity = (count: number) => (count === 0 || count > most ? 0 : Math.log(all.length / count) ** 2);

  return new Map(
    all.map((own, index) => {
      const known = new Set(telling[index]);
      // A single character is seldom a whole word.
      const weightOf = (word: string) =>
        known.has(word) ? rarity(holders.get(word)?.length ?? 0) * (word.length === 1 ? 0.25 : 1) : 0;
      const scores = new Map<number, number>();
      const give = (to: readonly number[], weight: number) => {
        if (weight > 0) for (const one of to) scores.set(one, (scores.get(one) ?? 0) + weight);
      };
      for (const word of known) give(holders.get(word) ?? [], weightOf(word));
      for (const end of ends[index] ?? []) {
        const who = endHolders.get(end) ?? [];
        give(who, rarity(who.length) / 2);
      }
      scores.delete(index);
      const found = [...scores]
        .sort(([a, x], [b, y]) => y - x || a - b)
        .slice(0, MOST_CANDIDATES)
        .flatMap(([other, shared]) => {
          const words = all[other];
          if (words === undefined) return [];
          const end = (ends[index] ?? []).find((one) => ends[other]?.includes(one));
          const ofEnd = end === undefined ? 0 : rarity(endHolders.get(end)?.length ?? 0);
          const reason = reasonOf(own, words, weightOf, ofEnd > 0 ? end : undefined, ofEnd);
          return reason === undefined ? [] : [{ ...reason, score: reason.weight + shared / 4, other }];
        })
        .sort((a, b) => b.score - a.score || a.other - b.other)
        .slice(0, MOST)
        .map(({ project, reason }) => ({ project, reason }));
      return [own.project, found];
    }),
  );
}

/** Which of the lists hold each text. */
function invert(lists: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>();
  lists.forEach((texts, index) => {
    for (const text of new Set(texts)) {
      const own = holders.get(text);
      if (own === undefined) holders.set(text, [index]);
      else own.push(index);
    }
  });
  return holders;
}

/** Why two projects belong together, in the words that both have; undefined where nothing says it well. */
function reasonOf(
  a: ProjectWords,
  b: ProjectWords,
  weightOf: (word: string) => number,
  end: string | undefined,
  endWeight: number,
): { readonly project: Project; readonly reason: string; readonly weight: number } | undefined {
  const names = phraseOf(commonPhrase(a.name, b.name, weightOf), 2);
  const purposes = phraseOf(commonPhrase(a.purpose, b.purpose, weightOf), LEAST_IN_PURPOSE);
  const crossed = [
    phraseOf(commonPhrase(a.name, b.purpose, weightOf), LEAST_IN_PURPOSE),
    phraseOf(commonPhrase(a.purpose, b.name, weightOf), LEAST_IN_PURPOSE),
  ];
  // A name says what a project is; a purpose also says much else.
  const reasons = [
    {
      phrase: names,
      factor: 1.3,
      words: (text: string) => (text.length < 4 ? `名称都有“${text}”` : `同为“${text}”`),
    },
    { phrase: purposes, factor: 0.7, words: (text: string) => `用途都写到“${text}”` },
    ...crossed.map((phrase) => ({ phrase, factor: 0.7, words: (text: string) => `都写到“${text}”` })),
  ].flatMap(({ phrase, factor, words }) =>
    phrase === undefined ? [] : [{ weight: phrase.weight * factor, reason: words(phrase.text) }],
  );
  if (end !== undefined) reasons.push({ weight: endWeight * 0.7, reason: `同为“${end}”` });
  const best = reasons.reduce<(typeof reasons)[number] | undefined>(
    (found, one) => (one.weight > (found?.weight ?? LEAST_WEIGHT) ? one : found),
    undefined,
  );
  if (best === undefined) return undefined;
  // What both names say is said first, also where the purposes have more words in common.
  const [first = best] = reasons;
  const inNames = names !== undefined && names.text.length >= 4 && first.weight > LEAST_WEIGHT;
  const { reason } = inNames ? first : best;
  const level = fundingLevelOf(a.project.name);
  const sameLevel = level !== undefined && level === fundingLevelOf(b.project.name);
  return {
    project: b.project,
    reason: sameLevel && !reason.includes(level.slice(0, 2)) ? `${reason}，都是${level}` : reason,
    weight: best.weight + (sameLevel ? 0.5 : 0),
  };
}

/** A phrase that is long enough to mean something. */
function phraseOf(phrase: CommonPhrase | undefined, least: number): CommonPhrase | undefined {
  return phrase !== undefined && phrase.text.length >= least ? phrase : undefined;
}
