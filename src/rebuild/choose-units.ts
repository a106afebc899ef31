/** A department's year, by its name and by how much there is to make of it. */
export interface Unit {
  /** `2022/313001`. */
  readonly name: string;
  readonly projects: number;
}

/**
 * The units that are meant by words such as `2022` (all of a year) or `2022/313001`; those words that mean none are given
 * apart.
 */
export function unitsMeant(
  units: readonly Unit[],
  words: readonly string[],
): { readonly meant: ReadonlySet<string>; readonly unknown: readonly string[] } {
  const of = (word: string) =>
    units.flatMap(({ name }) => (name === word || name.startsWith(`${word}/`) ? [name] : []));
  return {
    meant: new Set(words.flatMap(of)),
    unknown: words.filter((word) => of(word).length === 0),
  };
}

/**
 * One of several shares of the units, so that each unit is in one share and all have about as much to make: the larger ones
 * are given away first, each to whoever has least.
 *
 * @param share counted from 1.
 */
export function unitsOfShare(units: readonly Unit[], share: number, shares: number): ReadonlySet<string> {
  const all = Array.from({ length: shares }, () => ({ projects: 0, names: new Set<string>() }));
  const larger = [...units].sort((a, b) => b.projects - a.projects || (a.name < b.name ? -1 : 1));
  for (const { name, projects } of larger) {
    const least = all.reduce((a, b) => (b.projects < a.projects ? b : a));
    least.names.add(name);
    least.projects += projects;
  }
  return all[share - 1]?.names ?? new Set();
}
