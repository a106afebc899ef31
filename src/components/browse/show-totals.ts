import type { ShownTotals } from '../../browse/sum-shown.ts';
import type { PlanPoint } from '../../model/disbursement-plan.ts';
import { formatWan } from '../../model/money.ts';
import { amountWords, countWords, shareWords } from '../../site/words.ts';
import { element } from '../element.ts';

/** What the projects shown add up to, as key figures. */
export function totalsList({ projects, budget, withoutBudget, plan }: ShownTotals): HTMLElement {
  return element(
    'dl',
    { className: 'figures' },
    figure(
      '预算数合计',
      formatWan(budget),
      '万元',
      withoutBudget > 0 ? `另有${countWords(withoutBudget)}个项目未列预算数` : '',
    ),
    figure('预算项目', countWords(projects), '个', ''),
    ...plan.map((point) => figure(planName(point), formatWan(point.amount), '万元', planNote(point))),
  );
}

/** With blanks under it a sum is a lower bound and is called one. */
function planName({ period, notStated }: PlanPoint): string {
  return `到${period}计划${notStated.count > 0 ? '至少' : ''}支出`;
}

function planNote({ share, notStated }: PlanPoint): string {
  const part = share === undefined ? '' : `占${shareWords(share)}`;
  if (notStated.count === 0) return part;
  const left = `另有${countWords(notStated.count)}个项目共${amountWords(notStated.amount)}未列明`;
  return part === '' ? left : `${part}；${left}`;
}

function figure(name: string, value: string, unit: string, note: string): HTMLElement {
  const description = element(
    'dd',
    {},
    element(
      'span',
      { className: 'figure' },
      element('span', { className: 'value' }, value),
      element('span', { className: 'unit' }, unit),
    ),
  );
  if (note !== '') description.append(element('span', { className: 'note' }, note));
  return element('div', {}, element('dt', {}, name), description);
}
