/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { Result as ResultValue } from '../model/evaluation.ts';
import type { Judged } from '../model/outcome.ts';
import { RESULT_LABELS as R } from '../model/terms.ts';
import { Target } from './Target.tsx';

/** What was achieved, as the document has it, and whether that reaches the target, as far as the site can tell. */
export function Result({ result, outcome, why }: Judged & { readonly result: ResultValue }): JSX.Element {
  return (
    <>
      <Target target={result.achieved} />{' '}
      <span class={outcome === '未完成' ? 'outcome missed' : 'outcome'}>
        <span class="short">{outcome}</span>
        {why !== '' && `：${why}`}
      </span>
    </>
  );
}

/** The points that a result was given, and why it differs from its target. */
export function ResultDetails({ result }: { readonly result: ResultValue }): JSX.Element | null {
  const { score, points, reason } = result;
  const scores = [score.text && `${R.score}${score.text}`, points.text && `${R.points}${points.text}`];
  return (
    <>
      {scores.some((text) => text !== '') && <span class="detail">{scores.filter(Boolean).join('，')}</span>}
      {reason.text !== '' && (
        <span class="detail text">
          {R.reason}：{reason.text}
        </span>
      )}
    </>
  );
}
