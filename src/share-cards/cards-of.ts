import type { Decimal } from '../model/decimal.ts';
import { formatWan } from '../model/money.ts';
import type { Project } from '../model/project.ts';
import { printedName, type Site } from '../model/site.ts';
import { leftOutOf } from '../model/stated.ts';
import { LABELS } from '../model/terms.ts';
import { totalBudget } from '../model/totals.ts';
import { amountCell, leftOutWords, unknownWords } from '../model/words.ts';
import { yearsOf } from '../model/years.ts';
import type { ShareCard } from './card.ts';
import { departmentCard, hasProjectCards, projectCardsOf, SITE_CARD } from './card-paths.ts';

/** The cards of a site: its own, one a department, and one a project where there are not too many. */
export function cardsOf(site: Site): readonly ShareCard[] {
  const { name, nature } = site.settings;
  const siteName = printedName(site.settings);
  const [latest] = yearsOf(site);
  const own = {
    path: SITE_CARD,
    title: name,
    ...totalOf(latest?.projects ?? []),
    of: latest === undefined ? '' : `${String(latest.year)}年 · ${String(latest.departments.length)}个部门`,
    site: nature === '官方' ? '' : `${nature}站点`,
  };
  const departments = site.departments.map((department) => ({
    path: departmentCard(department),
    title: department.name,
    ...totalOf(department.projects),
    of: `${String(department.year)}年`,
    site: siteName,
  }));
  if (!hasProjectCards(site)) return [own, ...departments];
  const cardOf = projectCardsOf(site);
  const projects = site.departments.flatMap((department) =>
    department.projects.map((project) => ({
      path: cardOf(project),
      title: project.name,
      ...statedAmountOf(project),
      amountName: LABELS.total,
      of: `${String(project.year)}年 · ${department.name}`,
      site: siteName,
    })),
  );
  return [own, ...departments, ...projects];
}

function totalOf(projects: readonly Project[]): Pick<ShareCard, 'amount' | 'unit' | 'amountName'> {
  if (projects.length === 0) return { amount: '', unit: '', amountName: '' };
  const without = leftOutOf(projects.map(({ budget }) => budget.total));
  const isStated = without.count < projects.length;
  const note = without.count === 0 || !isStated ? '' : `，其中${leftOutWords(without, '个')}，没有计入`;
  return {
    ...(isStated ? amountOf(totalBudget(projects)) : { amount: unknownWords(without), unit: '' }),
    amountName: `${String(projects.length)}个项目的预算${note}`,
  };
}

/** As tables show it: an amount that cannot be read as it is written. */
const statedAmountOf = ({ budget: { total }, unit }: Project): Pick<ShareCard, 'amount' | 'unit'> =>
  total.value === undefined ? { amount: amountCell(total, unit), unit: '' } : amountOf(total.value);

const amountOf = (amount: Decimal): Pick<ShareCard, 'amount' | 'unit'> => ({
  amount: formatWan(amount),
  unit: '万元',
});
