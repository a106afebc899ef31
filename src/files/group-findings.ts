import { SEVERITY_NAMES, sortFindings, type Finding, type Severity } from './finding.ts';

/** Findings as a person reads them: what stops the publication first, and nothing said twice. */
export interface GroupedFindings {
  /** In each group the findings of one sentence, by file and position. */
  readonly groups: readonly (readonly [Finding, ...(readonly Finding[])])[];
  /** How many more there are, which differ from those of the groups in their values alone, by severity and rule. */
  readonly left: ReadonlyMap<string, number>;
}

const SEVERITIES = Object.keys(SEVERITY_NAMES) as readonly Severity[];

/** How many sentences of one cause are shown: of few all, for each value has its own mend; of many some examples. */
const mostSentences = (findings: number) => (findings <= 100 ? 100 : 3);

/** Groups findings: errors, then warnings, then information, each by file and position of its first place. */
export function groupFindings(findings: readonly Finding[]): GroupedFindings {
  const sorted = sortFindings(findings);
  const ordered = SEVERITIES.flatMap((one) =>
    sorted
      .filter(({ severity }) => severity === one)
      .map((finding) => ({ finding, cause: causeOf(finding) })),
  );
  const causes = new Map<string, number>();
  for (const { cause } of ordered) count(causes, cause);
  const groups = new Map<string, [Finding, ...Finding[]]>();
  const [shown, left] = [new Map<string, number>(), new Map<string, number>()];
  for (const { finding, cause } of ordered) {
    const { severity, rule, message, hint = '', explanation = '' } = finding;
    const sentence = [severity, rule, message, hint, explanation].join('\0');
    const group = groups.get(sentence);
    if (group !== undefined) group.push(finding);
    else if ((shown.get(cause) ?? 0) < mostSentences(causes.get(cause) ?? 0)) {
      groups.set(sentence, [finding]);
      count(shown, cause);
    } else count(left, kindOf(finding));
  }
  return { groups: [...groups.values()], left };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** What is quoted and counted in a message is the value's; the other words are the cause. */
function causeOf(finding: Finding): string {
  return `${kindOf(finding)} ${finding.message.replace(/“[^”]*”|[\d.]+/g, '')}`;
}

function kindOf({ severity, rule }: Finding): string {
  return `${SEVERITY_NAMES[severity]} ${rule}`;
}
