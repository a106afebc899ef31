import type { Budget } from './project.ts';

/** Where a project's money comes from, as far as its form says. */
export const FUNDS_KINDS = ['fiscal', 'other', 'not-stated'] as const;
export type FundsKind = (typeof FUNDS_KINDS)[number];

/**
 * `other` where 其他资金 are stated and not 0; `fiscal` where only 财政资金 are; `not-stated` where neither is
 * (0 in both says nothing of a source either).
 */
export function fundsKindOf({ fiscal, other }: Pick<Budget, 'fiscal' | 'other'>): FundsKind {
  if (other.value !== undefined && other.value.digits > 0n) return 'other';
  return fiscal.value !== undefined && fiscal.value.digits > 0n ? 'fiscal' : 'not-stated';
}
