import type { Severity } from './finding.ts';

/** What `/checks/rules/` says of a rule, be it one of the reader or of the checks. All texts are Chinese. */
export interface RuleExplanation {
  /** Permanent id, for example `plan/range`. */
  readonly id: string;
  /** What it finds, in a few words for a heading. */
  readonly title: string;
  readonly severity: Severity;
  /** One plain sentence why the rule exists. */
  readonly reason: string;
  /** Lines of content files: as they should not be, and as they should. */
  readonly example: { readonly wrong: readonly string[]; readonly right: readonly string[] };
}
