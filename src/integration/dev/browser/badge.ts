import type { StateMessage } from '../message.ts';
import { element } from './element.ts';

/** The button in the corner that says how many findings there are and opens their list. */
export function createBadge(
  { errorCount, warningCount, explainedCount }: StateMessage,
  open: () => void,
): HTMLButtonElement {
  const explained =
    explainedCount === 0
      ? ''
      : explainedCount === warningCount
        ? '（均已说明）'
        : `（${explainedCount}个已说明）`;
  const parts = [
    ...(errorCount > 0 ? [`${errorCount}个错误`] : []),
    ...(warningCount > 0 ? [`${warningCount}个警告${explained}`] : []),
  ];
  const badge = element('button', {
    type: 'button',
    className: errorCount > 0 ? 'badge error' : 'badge',
    textContent: parts.join('，'),
  });
  badge.addEventListener('click', open);
  return badge;
}
