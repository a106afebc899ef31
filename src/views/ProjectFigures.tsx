/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { BUDGET_FIELDS } from '../model/form.ts';
import { formatYuan } from '../model/money.ts';
import type { Project } from '../model/project.ts';
import { isBlank } from '../model/stated.ts';
import { LABELS } from '../model/terms.ts';
import type { Standing } from '../model/totals.ts';
import { amountCell, countWords, rankWords, shareOfHundredWords, shareWords } from '../model/words.ts';
import { Figures, type KeyFigure } from './Figures.tsx';

interface Props {
  readonly project: Project;
  /** Undefined where the project's budget is not stated. */
  readonly standing: Standing | undefined;
}

/** What a project costs, and how much that is among those of its department. */
export function ProjectFigures({ project, standing }: Props): JSX.Element {
  return <Figures figures={projectFigures(project, standing)} />;
}

export function projectFigures(project: Project, standing: Standing | undefined): readonly KeyFigure[] {
  const share = standing?.share;
  const [total, ...parts] = amountFigures(project);
  return [
    ...(total === undefined ? [] : [total]),
    {
      name: '占本部门项目预算',
      value: shareWords(share, project.budget.total.text !== ''),
      note: share === undefined ? undefined : shareOfHundredWords(share),
    },
    ...(standing === undefined
      ? []
      : [
          {
            name: '在本部门的名次',
            value: `${rankWords(standing)}名`,
            note: `${standing.without === 0 ? '共' : '有预算数的'}${countWords(standing.of)}个项目，按预算数排列`,
          },
        ]),
    ...parts,
  ];
}

/** The amounts of a project alone: the total, and what it is made of. */
export function amountFigures({ budget, unit }: Project): readonly KeyFigure[] {
  const parts = BUDGET_FIELDS.slice(1).filter(
    (field) => !('optional' in field) || !isBlank(budget[field.name]),
  );
  return [
    {
      name: LABELS.total,
      value: budget.total.value ?? amountCell(budget.total, unit),
      note: budget.total.value === undefined ? undefined : `合${formatYuan(budget.total.value)}元`,
      isInYuan: true,
    },
    ...parts.map((field, place) => ({
      name: `${place === 0 ? '其中' : ''}${field.label}`,
      value: budget[field.name].value ?? amountCell(budget[field.name], unit),
    })),
  ];
}
