import { type ComponentChildren, type JSX } from 'preact';
import { plansCompared } from '../charts/project-plan.ts';
import { LiveChart } from '../components/chart/LiveChart.tsx';
import { formatPath } from '../files/value-path.ts';
import { parseDecimal, type Decimal } from '../model/decimal.ts';
import { countedShares, isRefused } from '../model/disbursement-plan.ts';
import { BUDGET_FIELDS, TEXT_FIELDS } from '../model/form.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Project } from '../model/project.ts';
import { isBlank, type Stated } from '../model/stated.ts';
import { LABELS as L, NOT_STATED } from '../model/terms.ts';
import { amountCell, countWords, rankWords, shareWords } from '../model/words.ts';
import type { ProjectData } from '../open-data/project-data.ts';
import { projectAddress } from '../site/addresses.ts';
import { isWithin } from '../site/notes.ts';
import { Amount } from '../views/Sentence.tsx';
import { Target } from '../views/Target.tsx';
import { alignIndicators, type AlignedKind } from './align-indicators.ts';

/** A project in the comparison, with the letter that stands for it. */
export interface Compared {
  readonly letter: string;
  readonly key: string;
  readonly data: ProjectData;
  readonly project: Project;
}

/** Projects side by side; `remove` takes one away. */
export function Comparison(props: {
  readonly compared: readonly Compared[];
  readonly remove: (gone: Compared) => void;
}): JSX.Element | null {
  const { compared, remove } = props;
  if (compared.length === 0) return null;
  const isOdd = compared.some(({ project }) => countedShares(project.disbursementPlan).some(isRefused));
  const [total, ...others] = BUDGET_FIELDS;
  // What not every form has is compared only where a project states it.
  const parts = others.filter(
    (field) => !('optional' in field) || compared.some(({ project }) => !isBlank(project.budget[field.name])),
  );
  const kinds = alignIndicators(compared.map(({ project }) => project));
  const each = (content: (one: Compared) => ComponentChildren) => compared.map(content);
  return (
    <>
      <Chosen compared={compared} remove={remove} />
      <h2>金额</h2>
      <SideBySide caption="金额" compared={compared}>
        <Row
          name={total.label}
          compared={compared}
          cells={each((one) => (
            <>
              <StatedAmount of={one.project.budget[total.name]} />
              <Notes of={one} part={L.budget} />
            </>
          ))}
        />
        <Row name="占本部门项目预算" compared={compared} cells={each(shareOf)} />
        <Row name="在本部门的名次" compared={compared} cells={each(rankOf)} />
        {parts.map(({ name, label }) => (
          <Row
            key={name}
            name={label}
            compared={compared}
            cells={each(({ project }) => (
              <StatedAmount of={project.budget[name]} />
            ))}
          />
        ))}
      </SideBySide>
      <h2>{L.disbursementPlan}</h2>
      <p class="note">到每个月底累计支出占预算的比例，照录原文。这是年初的计划，不是实际支出。</p>
      <LiveChart chart={plansCompared(compared)} tableFirst saysTwice />
      {each((one) => (
        <Notes key={one.key} of={one} part={L.disbursementPlan} before={`${one.letter}：`} />
      ))}
      {isOdd && <p class="note">不可能成立的比例只列在表里，图上没有它的点。</p>}
      <h2>用途和目标</h2>
      <SideBySide caption="用途和目标" compared={compared}>
        {TEXT_FIELDS.map(({ name, label }) => (
          <Row
            key={name}
            name={label}
            compared={compared}
            cells={each((one) => (
              <>
                {one.data[name] || NOT_STATED}
                <Notes of={one} part={label} />
              </>
            ))}
          />
        ))}
        <Row
          name={L.goals}
          compared={compared}
          cells={each((one) => (
            <>
              <Goals of={one.data.goals} />
              <Notes of={one} part={L.goals} />
            </>
          ))}
        />
      </SideBySide>
      <h2>{L.indicators}</h2>
      {kinds.length === 0 ? (
        <p>{NOT_STATED}</p>
      ) : (
        <>
          <p class="note on-phone">一组里没有列出的项目，没有对应的指标。</p>
          <SideBySide caption="绩效指标，按二级指标对齐" compared={compared}>
            {kinds.map((kind) => (
              <Kind key={`${kind.category} ${kind.kind}`} {...kind} compared={compared} />
            ))}
          </SideBySide>
        </>
      )}
    </>
  );
}

/** The projects with their letters, and what can be done with the choice. */
function Chosen(props: {
  readonly compared: readonly Compared[];
  readonly remove: (gone: Compared) => void;
}): JSX.Element {
  return (
    <ol class="chosen">
      {props.compared.map((one) => {
        const { letter, key, data, project } = one;
        return (
          <li key={key}>
            <div>
              <b>{letter}</b> <a href={projectAddress(project)}>{data.name}</a>
              <span class="note">
                {data.year}年，{data.department.name}
                {data.code !== '' && (
                  <>
                    ，<span class="whole">编码{data.code}</span>
                  </>
                )}
              </span>
            </div>
            <button
              type="button"
              class="offer"
              aria-label={`移出${letter}：${data.name}`}
              onClick={() => {
                props.remove(one);
              }}
            >
              移出
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** A table with one column a project; on a phone each cell names its project. */
function SideBySide(props: {
  readonly caption: string;
  readonly compared: readonly Compared[];
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <table class="side-by-side">
      <caption class="hidden">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">比较内容</th>
          {props.compared.map(({ letter, key, data }) => (
            <th key={key} scope="col">
              {letter} {data.name}
            </th>
          ))}
        </tr>
      </thead>
      {props.children}
    </table>
  );
}

/** A row by itself. */
function Row(props: {
  readonly name: string;
  readonly compared: readonly Compared[];
  readonly cells: readonly ComponentChildren[];
}): JSX.Element {
  return (
    <tbody>
      <tr>
        <th scope="row">
          <span class="whole">{props.name}</span>
        </th>
        {props.cells.map((content, index) => (
          <td key={index} data-label={props.compared[index]?.letter}>
            <div>{content}</div>
          </td>
        ))}
      </tr>
    </tbody>
  );
}

/** A kind of indicators with its lines; on a desk its name is seen at the first of them, and read out at each. */
function Kind(props: AlignedKind & { readonly compared: readonly Compared[] }): JSX.Element {
  const { category, kind, rows, compared } = props;
  return (
    <tbody>
      {rows.map(({ cells, isSame }, line) => (
        <tr key={line}>
          <th scope="row">
            <span class={line === 0 ? undefined : 'again'}>
              <span class="whole">{category} ·</span> <span class="whole">{kind}</span>
            </span>
          </th>
          {compared.map((one, column) => {
            const indicator = cells[column];
            return (
              <td key={one.key} class={indicator === undefined ? 'none' : undefined} data-label={one.letter}>
                <div>
                  {indicator === undefined ? (
                    <span class="absent">没有对应的指标</span>
                  ) : (
                    <IndicatorCell indicator={indicator} of={one} isSame={isSame} />
                  )}
                </div>
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}

/** @param isSame whether the cells beside it promise the same thing. */
function IndicatorCell(props: {
  readonly indicator: Indicator;
  readonly of: Compared;
  readonly isSame: boolean;
}): JSX.Element {
  const { name, row, target, category, place } = props.indicator;
  return (
    <>
      <a href={`${projectAddress(props.of.project)}#indicator-${String(row)}`}>{name}</a>
      {props.isSame && <span class="whole">（同一指标）</span>}
      <span class="target">
        <Target target={target} />
      </span>
      <Notes of={props.of} part={formatPath([L.indicators, category, place - 1])} />
    </>
  );
}

/** The notes on one part of a project's form, as its page words them. */
function Notes(props: {
  readonly of: Compared;
  readonly part: string;
  readonly before?: string;
}): JSX.Element {
  const own = props.of.data.notes.filter(({ location }) => isWithin(location, props.part));
  // Name and description of an indicator are often one text with one fault.
  const different = own.filter(
    ({ message }, place) => own.findIndex((other) => other.message === message) === place,
  );
  return (
    <>
      {different.map(({ message, explanation }) => (
        <span key={message} class="data-note">
          {props.before}数据说明：{message}
          {explanation !== null && <span class="answer">核对说明：{explanation}</span>}
        </span>
      ))}
    </>
  );
}

function StatedAmount({ of }: { readonly of: Stated<Decimal> }): JSX.Element {
  return of.value === undefined ? <>{amountCell(of)}</> : <Amount of={of.value} />;
}

function Goals({ of }: { readonly of: readonly string[] }): JSX.Element {
  if (of.length === 0) return <>{NOT_STATED}</>;
  return (
    <ol>
      {of.map((goal, index) => (
        <li key={index}>{goal}</li>
      ))}
    </ol>
  );
}

function shareOf({ data: { standing }, project }: Compared): string {
  const share = standing?.share ?? undefined;
  return shareWords(share === undefined ? undefined : parseDecimal(share), project.budget.total.text !== '');
}

function rankOf({ data: { standing } }: Compared): string {
  return standing === null ? NOT_STATED : `${rankWords(standing)}名，共${countWords(standing.of)}个项目`;
}
