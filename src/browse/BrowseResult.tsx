/** @jsxImportSource preact */
import { Fragment, type ComponentChildren, type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { budgetByProject } from '../charts/budget-by-project.ts';
import { plannedDisbursement } from '../charts/planned-disbursement.ts';
import { LiveChart } from '../components/chart/LiveChart.tsx';
import { sumPlans, type PlanPoint } from '../model/disbursement-plan.ts';
import type { Period } from '../model/terms.ts';
import type { Sums } from '../model/totals.ts';
import {
  amount,
  countWords,
  leftOutWords,
  shareWords,
  unknownWords,
  words,
  type Words,
} from '../model/words.ts';
import { excerptOf, foldText, type Piece } from '../search/exact-match.ts';
import { Figures, type KeyFigure } from '../views/Figures.tsx';
import type { ColumnName } from '../views/project-columns.ts';
import { ProjectTable, type Sorting } from '../views/ProjectTable.tsx';
import { monthOf, type BrowseState, type Sort, type SortKey } from './browse-state.ts';
import type { ListedProject } from './listed-project.ts';
import type { ShownTable } from './shown-table.ts';

/** How many bars are drawn at most: more are no picture any more, and the table has them all. */
const MOST_BARS = 20;

interface Props {
  readonly state: BrowseState;
  /** All that pass; only the first `state.shown` rows are drawn. */
  readonly table: ShownTable;
  /** The words to mark. */
  readonly found: readonly string[];
  readonly sort: (sort: Sort) => void;
  readonly more: () => void;
}

/** What comes after the controls: sums, charts, and the table. Parts that a reader has opened stay open. */
export function BrowseResult(props: Props): JSX.Element {
  const { table, state } = props;
  const { rows: projects, totals, hasDepartments = false } = table;
  // Forms without a plan have no sum of plans.
  const plan = sumPlans(projects);
  const drawn = projects.slice(0, state.shown);
  const rest = projects.length - drawn.length;
  const cut =
    rest > 0
      ? `只显示前${countWords(drawn.length)}个，共${countWords(projects.length)}个，还有${countWords(rest)}个没有显示。`
      : '';
  return (
    <>
      <h2 class="hidden">筛选结果</h2>
      {/* One project adds up to itself. */}
      <Fold name="合计" className="sums" isHidden={projects.length < 2} isOpenOnDesk>
        {totals.map((sums) => (
          <Fragment key={sums.year}>
            {sums.year !== undefined && <h3>{sums.year}年</h3>}
            <Figures figures={figuresOf(sums)} />
          </Fragment>
        ))}
      </Fold>
      {/* A chart of several years would add them up. */}
      <Fold name="图表" isHidden={totals.length !== 1}>
        <div class="charts">
          {plan.length > 0 && (
            <LiveChart
              chart={plannedDisbursement(plan, '筛选出的项目', totals[0]?.withoutBudget.count === 0)}
            />
          )}
          <LiveChart
            chart={budgetByProject(projects, ({ href }) => href, {
              departmentOf: hasDepartments ? ({ departmentName }) => departmentName : undefined,
              drawn: MOST_BARS,
              most: Infinity,
            })}
          />
        </div>
      </Fold>
      <div class="choosing row" hidden={projects.length === 0} />
      {projects.length > 0 && (
        <ProjectTable caption={cut} label="筛选出的项目" {...table} rows={drawn} sorting={sortingOf(props)} />
      )}
      {rest > 0 && (
        <>
          <p class="note">{cut}</p>
          <button type="button" class="plain" onClick={props.more}>
            再显示一些
          </button>
        </>
      )}
    </>
  );
}

/** A part that readers open and close; what it holds is made when it is first seen. */
function Fold(props: {
  readonly name: string;
  readonly className?: string;
  readonly isHidden: boolean;
  /** A phone shows the projects first; what they add up to stands in the sentence above, too. */
  readonly isOpenOnDesk?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { name, className, isHidden, isOpenOnDesk = false, children } = props;
  const [isOpen, setOpen] = useState(isOpenOnDesk && matchMedia('(min-width: 46.01em)').matches);
  return (
    <details
      class={className}
      hidden={isHidden}
      open={isOpen}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>{name}</summary>
      {isOpen && !isHidden && children}
    </details>
  );
}

/** What the projects of one year add up to, as key figures. */
function figuresOf({ projects, budget, withoutBudget: without, plan }: Sums): readonly KeyFigure[] {
  return [
    {
      name: '预算数合计',
      value: budget ?? unknownWords(without),
      note:
        without.count > 0
          ? `${budget === undefined ? '' : '另有'}${leftOutWords(without, '个项目', '预算数')}`
          : undefined,
    },
    { name: '预算项目', value: countWords(projects), unit: '个' },
    ...(budget === undefined ? [] : plan).map((point) => ({
      // With blanks under it a sum is a lower bound and is called one.
      name: `到${point.period}计划${point.notStated.count > 0 ? '至少' : ''}支出`,
      value: point.amount,
      note: planNote(point),
    })),
  ];
}

function planNote({ share, notStated }: PlanPoint): Words | undefined {
  const part = share === undefined ? '' : `占${shareWords(share)}`;
  if (notStated.count === 0) return part === '' ? undefined : [part];
  const left = words`另有${countWords(notStated.count)}个项目共${amount(notStated.amount)}未列明`;
  return part === '' ? left : words`${part}；${left}`;
}

/** How the address calls a column. */
const keyOf = (column: ColumnName): SortKey => (isPeriod(column) ? monthOf(column) : column);

const isPeriod = (column: ColumnName): column is Period => column.endsWith('月底');

function sortingOf({ state, found, sort }: Props): Sorting<ListedProject> {
  return {
    direction: (column) => {
      if (state.sort.key !== keyOf(column)) return undefined;
      return state.sort.isAscending ? 'ascending' : 'descending';
    },
    heading: (column, content) => {
      const key = keyOf(column);
      const isText = key === 'name' || key === 'department';
      return (
        <button
          type="button"
          class="sort"
          onClick={() => {
            // A column that is sorted is turned round; another begins as its kind is mostly read.
            sort({ key, isAscending: state.sort.key === key ? !state.sort.isAscending : isText });
          }}
        >
          {content}
        </button>
      );
    },
    name: ({ name }) => <Marked pieces={excerptOf(name, found, 500)} />,
    below: (project) => <Elsewhere project={project} words={found} />,
  };
}

/** A text with the words found in it marked. */
function Marked({ pieces }: { readonly pieces: readonly Piece[] }): JSX.Element {
  return <>{pieces.map(({ text, found }) => (found ? <mark>{text}</mark> : text))}</>;
}

/** Where the words stand, if not in the name that is read anyway. */
function Elsewhere(props: {
  readonly project: ListedProject;
  readonly words: readonly string[];
}): JSX.Element {
  const { code, name, purpose } = props.project;
  const missing = props.words.filter((word) => !foldText(name).includes(word));
  const places = [
    { label: '编码', text: code },
    { label: '用途', text: purpose },
  ].filter(({ text }) => missing.some((word) => foldText(text).includes(word)));
  return (
    <>
      {places.map(({ label, text }) => (
        <span key={label} class="note">
          {label}：
          <Marked pieces={excerptOf(text, missing, 60)} />
        </span>
      ))}
    </>
  );
}
