/** Which level of government a project's money comes from, as its name says. */
const LEVELS = ['中央', '省级', '市级'] as const;

/** The level as a reader reads it: `中央资金`; undefined where the name says none or several. */
export function fundingLevelOf(name: string): string | undefined {
  const named = LEVELS.filter((level) => name.includes(level));
  return named.length === 1 ? `${named[0] ?? ''}资金` : undefined;
}
