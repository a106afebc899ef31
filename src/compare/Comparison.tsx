/** @jsxImportSource preact */
import type { ComponentChildren, JSX } from 'preact';
import { plansCompared } from '../charts/project-plan.ts';
import { LiveChart } from '../components/chart/LiveChart.tsx';
import { formatPath } from '../files/value-path.ts';
import { parseDecimal } from '../model/decimal.ts';
import { countedShares, isRefused } from '../model/disbursement-plan.ts';
import { rateOf, type Evaluation } from '../model/evaluation.ts';
import { BUDGET_FIELDS, TEXT_FIELDS } from '../model/form.ts';
import type { Indicator } from '../model/indicator.ts';
import { answeredRows } from '../model/outcome.ts';
import type { Project } from '../model/project.ts';
import { isBlank, NOT_STATED } from '../model/stated.ts';
import { EVALUATION_LABELS as E, LABELS as L } from '../model/terms.ts';
import { countWords, dayWords, rankWords, shareWords } from '../model/words.ts';
import type { ProjectData } from '../open-data/project-data.ts';
import { projectAddress } from '../site/addresses.ts';
import { within } from '../files/notes.ts';
import { StatedAmount } from '../views/Sentence.tsx';
import { Result } from '../views/Result.tsx';
import { Target } from '../views/Target.tsx';
import { alignIndicators, type AlignedKind } from './align-indicators.ts';

/** A project in the comparison, with the letter that stands for it. */
export interface Compared {
  readonly letter: string;
  /** Its name, with its year or department where another has the same. */
  readonly title: string;
  readonly key: string;
  readonly data: ProjectData;
  readonly project: Project;
}

interface Props {
  readonly compared: readonly Compared[];
  /** Takes one away. */
  readonly remove: (gone: Compared) => void;
}

/** Projects side by side. */
export function Comparison({ compared, remove }: Props): JSX.Element | null {
  if (compared.length === 0) return null;
  const isOdd = compared.some(({ project }) => countedShares(project.disbursementPlan).some(isRefused));
  const [total, ...others] = BUDGET_FIELDS;
  // What not every form has is compared only where a project states it.
  const parts = others.filter(
    (field) => !('optional' in field) || compared.some(({ project }) => !isBlank(project.budget[field.name])),
  );
  const kinds = alignIndicators(compared.map(({ project }) => project));
  const row = (name: string, content: (one: Compared) => ComponentChildren, part?: string) => (
    <tbody>
      <tr>
        <th scope="row">{name}</th>
        {compared.map((one) => cell(one, content(one), part === undefined ? [] : notesOn(one, part)))}
      </tr>
    </tbody>
  );
  const evaluationRow = (name: string, content: (own: Evaluation, project: Project) => ComponentChildren) =>
    row(name, ({ project }) =>
      project.evaluation === undefined ? '没有公开' : content(project.evaluation, project),
    );
  return (
    <>
      <ol class="chosen bare">{compared.map((one) => chosen(one, remove))}</ol>
      <h2>金额</h2>
      <SideBySide caption="金额" compared={compared}>
        {row(
          total.label,
          ({ project }) => (
            <StatedAmount of={project.budget[total.name]} unit={project.unit} />
          ),
          L.budget,
        )}
        {row('占本部门项目预算', shareOf)}
        {row('在本部门的名次', rankOf)}
        {parts.map(({ name, label }) =>
          row(label, ({ project }) => <StatedAmount of={project.budget[name]} unit={project.unit} />),
        )}
      </SideBySide>
      <h2>{L.disbursementPlan}</h2>
      <p class="note">到每个月底累计支出占预算的比例，照录原文。这是计划，不是实际支出。</p>
      <LiveChart chart={plansCompared(compared)} tableFirst saysTwice />
      {compared.map((one) => notesOn(one, L.disbursementPlan, `${one.letter}：`))}
      {isOdd && <p class="note">不可能成立的比例只列在表里，图上没有它的点。</p>}
      <h2>用途和目标</h2>
      <SideBySide caption="用途和目标" compared={compared}>
        {TEXT_FIELDS.map(({ name, label }) => row(label, ({ data }) => data[name] || NOT_STATED, label))}
        {row(L.goals, ({ data }) => goalsOf(data), L.goals)}
      </SideBySide>
      {compared.some(({ project }) => project.evaluation !== undefined) && (
        <>
          <h2>绩效自评</h2>
          <SideBySide caption="绩效自评" compared={compared}>
            {evaluationRow(E.spent, ({ spent }, { unit }) => (
              <StatedAmount of={spent} unit={unit} />
            ))}
            {evaluationRow(E.rate, (own) => own.rate.text || shareWords(rateOf(own)))}
            {evaluationRow(`自评${E.total}`, ({ total: points }) => points.text || NOT_STATED)}
          </SideBySide>
        </>
      )}
      <h2>{L.indicators}</h2>
      {kinds.length === 0 ? (
        <p>{NOT_STATED}</p>
      ) : (
        <>
          <p class="note on-phone">一组里没有列出的项目，没有对应的指标。</p>
          <SideBySide caption="绩效指标，按二级指标对齐" compared={compared}>
            {kinds.map((kind) => rowsOf(kind, compared))}
          </SideBySide>
        </>
      )}
    </>
  );
}

/** A project with its letter, and what can be done with it. */
function chosen(one: Compared, remove: Props['remove']): JSX.Element {
  const { letter, title, key, data, project } = one;
  const code = data.code === '' ? '' : `编码${data.code}`;
  return (
    <li key={key}>
      <div>
        <b>{letter}</b> <a href={projectAddress(project)}>{data.name}</a>
        <span class="note">
          {data.year}年，{data.department.name}
          {code !== '' && '，'}
          <span class="whole">{code}</span>
          {data.adjustedOn != null && `，${dayWords(data.adjustedOn)}预算调整后`}
        </span>
      </div>
      <button
        type="button"
        class="offer"
        aria-label={`移出${letter}：${title}`}
        onClick={() => {
          remove(one);
        }}
      >
        移出
      </button>
    </li>
  );
}

/** A table with one column a project; on a phone each cell names its project. */
function SideBySide(props: Pick<Props, 'compared'> & { caption: string; children: ComponentChildren }) {
  return (
    <table class="stacked side-by-side">
      <caption class="hidden">{props.caption}</caption>
      <thead class="read-out">
        <tr>
          <th scope="col">比较内容</th>
          {props.compared.map(({ letter, title, key }) => (
            <th key={key} scope="col">
              {letter} {title}
            </th>
          ))}
        </tr>
      </thead>
      {props.children}
    </table>
  );
}

function cell(one: Compared, content: ComponentChildren, notes: ComponentChildren): JSX.Element {
  return (
    <td key={one.key} data-label={one.letter}>
      <div>
        {content}
        {notes}
      </div>
    </td>
  );
}

/** A kind of indicators with its lines; on a desk its name is seen at the first of them, and read out at each. */
function rowsOf({ category, kind, rows }: AlignedKind, compared: readonly Compared[]): JSX.Element {
  return (
    <tbody key={`${category} ${kind}`}>
      {rows.map(({ cells, isSame }, line) => (
        <tr key={line}>
          <th scope="row">
            <span class={line === 0 ? undefined : 'again'}>
              <span class="whole">{category} ·</span> <span class="whole">{kind}</span>
            </span>
          </th>
          {compared.map((one, column) => indicatorCell(cells[column], one, isSame))}
        </tr>
      ))}
    </tbody>
  );
}

/** @param isSame whether the cells beside it promise the same thing. */
function indicatorCell(indicator: Indicator | undefined, one: Compared, isSame: boolean): JSX.Element {
  if (indicator === undefined)
    return (
      <td key={one.key} class="none" data-label={one.letter}>
        <div class="absent">没有对应的指标</div>
      </td>
    );
  const { name, row, target, category, place } = indicator;
  const answer = answeredRows(one.project).find((own) => own.indicator === indicator);
  const content = (
    <>
      <a href={`${projectAddress(one.project)}#indicator-${String(row)}`}>{name}</a>
      {isSame && <span class="whole">（同一指标）</span>}
      <span class="target">
        <Target target={target} />
      </span>
      {answer !== undefined && (
        <span class="target">
          自评：
          <Result {...answer} />
        </span>
      )}
    </>
  );
  return cell(one, content, notesOn(one, formatPath([L.indicators, category, place - 1])));
}

/** The notes on one part of a project's form, as its page words them. */
function notesOn({ data }: Compared, part: string, before = ''): readonly JSX.Element[] {
  const own = within(data.notes, part);
  // Name and description of an indicator are often one text with one fault.
  return own
    .filter(({ message }, place) => own.findIndex((other) => other.message === message) === place)
    .map(({ message, explanation }) => (
      <span key={before + message} class="data-note">
        {before}数据说明：{message}
        {explanation !== null && <span class="answer">核对说明：{explanation}</span>}
      </span>
    ));
}

function goalsOf({ goals }: ProjectData): ComponentChildren {
  if (goals.length === 0) return NOT_STATED;
  return (
    <ol>
      {goals.map((goal, index) => (
        <li key={index}>{goal}</li>
      ))}
    </ol>
  );
}

function shareOf({ data: { standing }, project }: Compared): string {
  const share = standing?.share == null ? undefined : parseDecimal(standing.share);
  return shareWords(share, project.budget.total.text !== '');
}

function rankOf({ data: { standing }, project }: Compared): string {
  return standing === null
    ? shareWords(undefined, !isBlank(project.budget.total))
    : `${rankWords(standing)}名，有预算数的共${countWords(standing.of)}个项目`;
}
