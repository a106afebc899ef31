import type { Finding } from '../files/finding.ts';

/** The findings as `--strict` sees them: a warning that nobody has explained is an error. */
export function withStrictness(findings: readonly Finding[], strict: boolean): readonly Finding[] {
  if (!strict) return findings;
  return findings.map((finding) =>
    finding.severity === 'warning' && finding.explanation === undefined
      ? { ...finding, severity: 'error' }
      : finding,
  );
}
