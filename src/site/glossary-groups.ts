import type { GlossaryTerm } from '../model/site.ts';

/** Terms under one heading of the glossary. */
export interface GlossaryGroup {
  readonly name: string;
  readonly terms: readonly GlossaryTerm[];
}

/** The terms by their groups, in the order in which the file first names these; terms without a group come last. */
export function glossaryGroups(glossary: readonly GlossaryTerm[]): readonly GlossaryGroup[] {
  const names = [...new Set(glossary.map(({ group }) => group).filter((group) => group !== '')), ''];
  const groups = names.map((name) => ({ name, terms: glossary.filter(({ group }) => group === name) }));
  const rest = groups.length > 1 ? '其他术语' : '全部术语';
  return groups
    .filter(({ terms }) => terms.length > 0)
    .map(({ name, terms }) => ({ name: name === '' ? rest : name, terms }));
}
