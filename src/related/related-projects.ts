import type { Department } from '../model/department.ts';
import { onceEach } from '../model/kept.ts';
import type { Project } from '../model/project.ts';
import { commonPhrase } from './common-phrase.ts';
import { endsOfName, fundingLevelOf } from './project-names.ts';
import { isTelling, projectWords, type ProjectWords } from './words.ts';

/** A project that has to do with another, and why, in words that stand in both. */
export interface RelatedProject {
  readonly project: Project;
  readonly reason: string;
  /** The name of its department, where it is another one. */
  readonly department: string | undefined;
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

/** Gives the related projects of one; they are found when they are asked for. */
export type RelatedOf = (project: Project) => readonly RelatedProject[];

/**
 * For each project the other projects of its year that have most to do with it, best first: those with which
 * it shares rare words, the rarer the better, then those of the same kind of funds. What it costs grows with
 * the number of projects, not with its square: candidates come from lists of who has a word.
 */
export function relatedProjects(departments: readonly Department[]): RelatedOf {
  const inYear = onceEach((year: number) => relatedAmong(departments.filter((one) => one.year === year)));
  return (project) => inYear(project.year)(project);
}

function relatedAmong(departments: readonly Department[]): RelatedOf {
  const all = projectWords(departments);
  const places = new Map(all.map(({ project }, index) => [project, index]));
  const { candidatesOf, weightIn, sharedEnd } = weigh(all);
  return (project) => {
    const index = places.get(project) ?? -1;
    const own = all[index];
    if (own === undefined) return [];
    const weightOf = weightIn(index);
    return candidatesOf(index, weightOf)
      .flatMap(([other, shared]) => {
        const words = all[other];
        if (words === undefined) return [];
        const reason = reasonOf(own, words, weightOf, sharedEnd(index, other));
        return reason === undefined ? [] : [{ ...reason, words, other, score: reason.weight + shared / 4 }];
      })
      .sort((a, b) => b.score - a.score || a.other - b.other)
      .slice(0, MOST)
      .map(({ words: { project: found, department }, reason }) => ({
        project: found,
        reason,
        department: department === own.department ? undefined : department.name,
      }));
  };
}

/** A word's weight; 0 where it tells nothing. */
type WeightOf = (word: string) => number;

/** A kind of funds that two projects share, and how much that tells. */
interface SharedEnd {
  readonly end: string;
  readonly weight: number;
}

/** How much the words and kinds of funds of projects tell, by how few have them. */
function weigh(all: readonly ProjectWords[]) {
  const telling = all.map(({ name, purpose, departmentWords }) =>
    [...new Set([...name, ...purpose])].filter((word) => isTelling(word) && !departmentWords.has(word)),
  );
  const ends = all.map(({ name }) => endsOfName(name));
  const [holders, endHolders] = [invert(telling), invert(ends)];
  const most = Math.min(MOST_HOLDERS, Math.max(3, Math.floor(all.length * COMMON_PART)));
  // Squared, so that one rare word leads before two that many have.
  const rarity = (count: number) => (count === 0 || count > most ? 0 : Math.log(all.length / count) ** 2);

  const weightIn = (index: number): WeightOf => {
    const weights = new Map(
      (telling[index] ?? []).map((word) => {
        // A single character is seldom a whole word.
        return [word, rarity(holders.get(word)?.length ?? 0) * (word.length === 1 ? 0.25 : 1)];
      }),
    );
    return (word) => weights.get(word) ?? 0;
  };

  /** How much each project shares with the one at hand; 0 between two. */
  const scores = new Float64Array(all.length);

  /** The projects that share most with one, each with how much it is. */
  const candidatesOf = (index: number, weightOf: WeightOf): readonly (readonly [number, number])[] => {
    const met: number[] = [];
    const give = (to: readonly number[], weight: number) => {
      if (weight === 0) return;
      for (const one of to) {
        const before = scores[one] ?? 0;
        if (before === 0) met.push(one);
        scores[one] = before + weight;
      }
    };
    for (const word of telling[index] ?? []) give(holders.get(word) ?? [], weightOf(word));
    for (const end of ends[index] ?? []) {
      const who = endHolders.get(end) ?? [];
      give(who, rarity(who.length) / 2);
    }
    const best: [number, number][] = [];
    for (const one of met) {
      const score = scores[one] ?? 0;
      scores[one] = 0;
      if (one === index) continue;
      const place =
        best.findLastIndex(([other, more]) => more > score || (more === score && other < one)) + 1;
      if (place < MOST_CANDIDATES) best.splice(place, 0, [one, score]);
      best.length = Math.min(best.length, MOST_CANDIDATES);
    }
    return best;
  };

  const sharedEnd = (index: number, other: number): SharedEnd | undefined => {
    const end = ends[index]?.find((one) => ends[other]?.includes(one));
    const weight = end === undefined ? 0 : rarity(endHolders.get(end)?.length ?? 0);
    return end === undefined || weight === 0 ? undefined : { end, weight };
  };

  return { weightIn, candidatesOf, sharedEnd };
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

interface Reason {
  readonly reason: string;
  readonly weight: number;
}

/** Why two projects belong together, in the words that both have; undefined where nothing says it well. */
function reasonOf(
  a: ProjectWords,
  b: ProjectWords,
  weightOf: WeightOf,
  end: SharedEnd | undefined,
): Reason | undefined {
  const inBoth = (
    [one, other]: readonly [ProjectWords['name'], ProjectWords['name']],
    least: number,
    factor: number,
    say: (text: string) => string,
  ): (Reason & { readonly length: number }) | undefined => {
    const { text = '', weight = 0 } = commonPhrase(one, other, weightOf) ?? {};
    return text.length < Math.max(1, least)
      ? undefined
      : { reason: say(text), weight: weight * factor, length: text.length };
  };
  const both = (text: string) => `都写到“${text}”`;
  // A name says what a project is; a purpose also says much else.
  const names = inBoth([a.name, b.name], 2, 1.3, (text) =>
    text.length < 4 ? `名称都有“${text}”` : `同为“${text}”`,
  );
  const reasons: readonly Reason[] = [
    names,
    inBoth([a.purpose, b.purpose], LEAST_IN_PURPOSE, 0.7, (text) => `用途${both(text)}`),
    inBoth([a.name, b.purpose], LEAST_IN_PURPOSE, 0.7, both),
    inBoth([a.purpose, b.name], LEAST_IN_PURPOSE, 0.7, both),
    end === undefined ? undefined : { reason: `同为“${end.end}”`, weight: end.weight * 0.7 },
  ].filter((reason) => reason !== undefined);
  const [best] = [...reasons].sort((one, other) => other.weight - one.weight);
  if (best === undefined || best.weight <= LEAST_WEIGHT) return undefined;
  // What both names say is said first, also where the purposes have more words in common.
  const inNames = names !== undefined && names.length >= 4 && names.weight > LEAST_WEIGHT;
  const { reason } = inNames ? names : best;
  const level = fundingLevelOf(a.project.name);
  const sameLevel = level !== undefined && level === fundingLevelOf(b.project.name);
  return {
    reason: sameLevel && !reason.includes(level.slice(0, 2)) ? `${reason}，都是${level}` : reason,
    weight: best.weight + (sameLevel ? 0.5 : 0),
  };
}
