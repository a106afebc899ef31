/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { againstWords } from '../model/year-change-words.ts';
import type { OwnChange } from '../model/year-changes.ts';
import type { Project } from '../model/project.ts';
import { LABELS } from '../model/terms.ts';
import { dayWords } from '../model/words.ts';
import { projectAddress } from '../site/addresses.ts';
import { changeNotes } from './YearChangesTable.tsx';
import { Sentence } from './Sentence.tsx';
import { Withdrawn } from './Withdrawn.tsx';

interface Props {
  readonly project: Project;
  /** Against the year before; undefined where the site has none of its department. */
  readonly since: OwnChange | undefined;
  /** Where its department's next year has it no more. */
  readonly ending: OwnChange | undefined;
  /** The name of a project's department in its year. */
  readonly departmentOf: (project: Project) => string;
}

/** Beside a project's amount: what it was the year before, why it is another now, and whether it goes on. */
export function SinceYearBefore({ project, since, ending, departmentOf }: Props): JSX.Element {
  return (
    <>
      {since && (
        <p>
          <Since project={project} {...since} />
          {changeNotes(since.change, since.then, departmentOf).map(
            (note, index) => note !== undefined && <span key={index}>{note}。</span>,
          )}
        </p>
      )}
      {project.changeReason !== '' && (
        <p class="text">
          {LABELS.changeReason}：{project.changeReason}
        </p>
      )}
      {ending && (
        <p class="text">
          <Ending {...ending} project={project} departmentOf={departmentOf} />
          {ending.reason !== '' && `部门的说明：${ending.reason}`}
        </p>
      )}
    </>
  );
}

function Ending(props: OwnChange & Pick<Props, 'project' | 'departmentOf'>): JSX.Element {
  const { project, departmentOf, now, change } = props;
  if (change.withdrawal !== undefined)
    return (
      <>
        <Withdrawn project={change.withdrawal} />。
      </>
    );
  if (change.kind === 'ended') return <>{`${String(now)}年本部门没有${named(project)}了。`}</>;
  return <>{`${String(now)}年这个项目在${change.now.map(departmentOf).join('、')}。`}</>;
}

/** What a project is known by from year to year. */
const named = ({ code }: Project) => (code === '' ? '同名的项目' : '这个编码的项目');

function Since({
  project,
  then,
  change,
  adjustedOn,
}: OwnChange & { readonly project: Project }): JSX.Element {
  const [before] = change.then;
  // Why stands behind it.
  if (change.withdrawal !== undefined) return <>算作新增：</>;
  if (before === undefined) {
    return <>{`本部门${String(then)}年没有${named(project)}，算作新增。`}</>;
  }
  const isOne = change.then.length === 1 && change.now.length === 1;
  return (
    <>
      {!isOne && `合起来算，预算数`}
      <Sentence of={againstWords(change, then)} />
      {isOne && (
        <>
          （<a href={projectAddress(before)}>看{then}年的</a>
          {adjustedOn !== undefined && `，是${dayWords(adjustedOn)}预算调整以后的`}）
        </>
      )}
      。
    </>
  );
}
