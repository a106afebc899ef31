/** @jsxImportSource preact */
import type { ComponentChildren, JSX } from 'preact';
import { CHANGE_WORDS, rateOf } from '../model/year-change-words.ts';
import type { ProjectChange } from '../model/year-changes.ts';
import { absolute, type Decimal } from '../model/decimal.ts';
import { projectId, type Project } from '../model/project.ts';
import { amountCell, countWords, shareWords } from '../model/words.ts';
import { projectAddress } from '../site/addresses.ts';
import { Links } from './Links.tsx';
import { Figure, Unit } from './Sentence.tsx';
import { Withdrawn } from './Withdrawn.tsx';

interface Props {
  readonly label: string;
  /** What changed, in the order given. */
  readonly changes: readonly ProjectChange[];
  /** The years compared. */
  readonly then: number;
  readonly now: number;
  /** What its department says of a change; '' where it says nothing. */
  readonly reasonOf: (change: ProjectChange) => string;
  /** The name of a project's department in its year. */
  readonly departmentOf: (project: Project) => string;
  /** Whether each row names its department. */
  readonly hasDepartments: boolean;
  /** How many a phone shows at first. */
  readonly first: number;
}

/** What became of projects between two years: a row each, the amounts beside each other. */
export function YearChangesTable(props: Props): JSX.Element {
  const { label, changes, then, now, first } = props;
  const isFolded = changes.length > first;
  return (
    <>
      <div class="scroll" role="region" aria-label={label} tabIndex={0}>
        <table
          class={isFolded ? 'stacked cards folded' : 'stacked cards'}
          data-first={isFolded ? first : undefined}
        >
          <caption>{label}</caption>
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">变化</th>
              {[`${String(then)}年`, `${String(now)}年`, '增减'].map((heading) => (
                <th key={heading} scope="col" class="number">
                  {heading}（<Unit />）
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.map((change, index) => (
              <Row key={keyOf(change)} {...props} change={change} isLater={index >= first} />
            ))}
          </tbody>
        </table>
      </div>
      {isFolded && (
        <button type="button" class="plain unfold">
          显示其余{countWords(changes.length - first)}处变化
        </button>
      )}
    </>
  );
}

const keyOf = ({ then, now }: ProjectChange) => [...now, ...then].slice(0, 1).map(projectId).join('');

function Row(props: Props & { readonly change: ProjectChange; readonly isLater: boolean }): JSX.Element {
  const { change, isLater, then, now, reasonOf } = props;
  const { kind, by, amountThen } = change;
  const { hasDepartments, departmentOf } = props;
  const reason = reasonOf(change);
  const notes = [
    hasDepartments ? named(change.now.length > 0 ? change.now : change.then, departmentOf) : undefined,
    ...changeNotes(change, then, departmentOf),
    reason === '' ? undefined : `说明：${reason}`,
  ];
  const rate = by && amountThen && rateOf(by, amountThen);
  return (
    <tr class={isLater ? 'later' : undefined}>
      <th scope="row">
        <Named projects={change.now.length > 0 ? change.now : change.then} />
        {notes.map(
          (note, index) =>
            note !== undefined && (
              <div key={index} class="note text">
                {note}
              </div>
            ),
        )}
      </th>
      <td data-label="变化">
        {CHANGE_WORDS[kind]}
        {(kind === 'grown' || kind === 'shrunk') && rate && shareWords(rate)}
      </td>
      <AmountOf
        projects={kind === 'movedIn' ? [] : change.then}
        of={amountThen}
        label={`${String(then)}年`}
      />
      <AmountOf
        projects={kind === 'movedOut' ? [] : change.now}
        of={change.amountNow}
        label={`${String(now)}年`}
      />
      <td class="number" data-label="增减" data-money={by && '万元'}>
        {by === undefined ? '不能确定' : <Signed of={by} />}
      </td>
    </tr>
  );
}

/** What projects of one of the years state: their sum, or the words of the one that has no number. */
function AmountOf(props: {
  readonly projects: readonly Project[];
  readonly of: Decimal | undefined;
  readonly label: string;
}): JSX.Element {
  const { projects, of, label } = props;
  const [unknown] = projects.filter(({ budget }) => budget.total.value === undefined);
  return (
    <td
      class="number"
      data-label={projects.length === 0 ? undefined : label}
      data-money={of === undefined ? undefined : '万元'}
    >
      {of === undefined
        ? unknown && amountCell(unknown.budget.total, unknown.unit)
        : projects.length > 0 && <Figure of={of} />}
    </td>
  );
}

const signOf = (by: Decimal) => (by.digits > 0n ? '+' : by.digits < 0n ? '−' : '');

function Signed({ of }: { readonly of: Decimal }): JSX.Element {
  return (
    <>
      {signOf(of)}
      <Figure of={absolute(of)} />
    </>
  );
}

function Named({ projects }: { readonly projects: readonly Project[] }): JSX.Element {
  return <Links to={projects.map((one) => ({ href: projectAddress(one), name: one.name }))} />;
}

/** The names of the departments of projects. */
const named = (projects: readonly Project[], departmentOf: (project: Project) => string) =>
  [...new Set(projects.map(departmentOf))].join('、');

/** What is to be known of a change beside its amounts: other names, codes, departments, and what was split or merged. */
export function changeNotes(
  { then, now, namesake, withdrawal }: ProjectChange,
  year: number,
  departmentOf: (project: Project) => string,
): readonly ComponentChildren[] {
  if (withdrawal !== undefined) return [<Withdrawn project={withdrawal} />];
  const [before] = then;
  const [after] = now;
  if (before === undefined || after === undefined) {
    if (namesake === undefined) return [];
    return [
      <>
        {year}年有同名的“
        <Named projects={[namesake]} />
        ”，编码不同，本站不能确定是不是同一个
      </>,
    ];
  }
  const isMoved = now.some((one) => one.departmentCode !== before.departmentCode);
  const isOne = then.length === 1 && now.length === 1;
  const isOther = before.name !== after.name || before.code !== after.code;
  const became =
    now.length === 1 ? '合并成一个' : `${then.length > 1 ? '重新分成' : '分成'}${String(now.length)}个`;
  return [
    isMoved
      ? `${String(year)}年在${named(then, departmentOf)}，后来在${named(now, departmentOf)}`
      : undefined,
    isOne && !isOther ? undefined : (
      <>
        {year}年是“
        <Named projects={then} />”
        {isOne
          ? before.code !== after.code && `，编码${before.code === '' ? '没有写' : before.code}`
          : `，${became}`}
      </>
    ),
  ];
}
