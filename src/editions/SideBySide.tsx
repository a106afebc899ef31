/** @jsxImportSource preact */
import type { ComponentChildren, JSX } from 'preact';
import { countedShares, isRefused, periodsOf, shareAt } from '../model/disbursement-plan.ts';
import { TEXT_FIELDS } from '../model/form.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Project } from '../model/project.ts';
import { LABELS as L, type Period } from '../model/terms.ts';
import { NOT_STATED } from '../model/stated.ts';
import { indicatorAddress, projectAddress } from '../site/addresses.ts';
import { Target } from '../views/Target.tsx';
import type { Aligned, Row } from './align.ts';
import { changedWords } from './changed-words.ts';
import { changedFields } from './changes.ts';

interface Editions {
  /** The earliest first. */
  readonly editions: readonly Project[];
}

/** The plans of a project's years, as they stand, month-end by month-end. */
export function PlansByYear({ editions }: Editions): JSX.Element {
  const refused = new Map(
    editions.map((edition) => [
      edition,
      countedShares(edition.disbursementPlan)
        .filter(isRefused)
        .map(({ period }) => period),
    ]),
  );
  const shareIn = (edition: Project, period: Period): string => {
    if (!edition.disbursementPlan.some((one) => one.period === period)) return '表上没有这一栏';
    const { text } = shareAt(edition.disbursementPlan, period);
    return text === '' ? NOT_STATED : `${text}${refused.get(edition)?.includes(period) === true ? '※' : ''}`;
  };
  return (
    <Years editions={editions} caption={L.disbursementPlan} of="截至">
      {periodsOf(editions).map((period) => (
        <tr key={period}>
          <th scope="row">{period}</th>
          {editions.map((edition, place) => {
            const [previous, share] = [editions[place - 1], shareIn(edition, period)];
            const before = previous && shareIn(previous, period);
            return cell(
              edition,
              <>
                {share}
                {previous && before !== share && <Mark>{`${String(previous.year)}年：${before ?? ''}`}</Mark>}
              </>,
            );
          })}
        </tr>
      ))}
    </Years>
  );
}

/** What the money of a project's years is for and what it is to reach, and what their forms have besides. */
export function TextsByYear({ editions, aligned }: Editions & { readonly aligned: Aligned }): JSX.Element {
  const rows: readonly { readonly label: string; readonly row: Row<string> }[] = [
    ...TEXT_FIELDS.map(({ name, label }) => ({ label, row: editions.map((edition) => edition[name]) })),
    ...aligned.goals.map((row) => ({ label: L.goals, row })),
    ...aligned.additional,
  ];
  return (
    <Years editions={editions} caption="用途和目标" of="内容">
      {rows.map(({ label, row }, line) => (
        <tr key={line}>
          <th scope="row">
            <span class={rows[line - 1]?.label === label ? 'again' : undefined}>{label}</span>
          </th>
          {editions.map((edition, place) => cell(edition, textOf(row, place, editions[place - 1])))}
        </tr>
      ))}
    </Years>
  );
}

/** The indicators of a project's years, each in one row. */
export function IndicatorsByYear(props: Editions & Pick<Aligned, 'categories'>): JSX.Element {
  const { editions, categories } = props;
  if (categories.length === 0) return <p>{NOT_STATED}</p>;
  return (
    <Years editions={editions} caption={L.indicators} of={L.indicatorName}>
      {categories.flatMap(({ category, rows }) =>
        rows.map((row, line) => {
          const last = row.findLast((one) => one !== undefined);
          return (
            <tr key={`${category}${String(line)}`}>
              <th scope="row">
                <span class="kind">
                  <span class="whole">{category} ·</span> <span class="whole">{last?.kind}</span>
                </span>
                <b>{last?.name}</b>
              </th>
              {editions.map((edition, place) =>
                cell(edition, indicatorIn(row, place, edition, editions[place - 1])),
              )}
            </tr>
          );
        }),
      )}
    </Years>
  );
}

/** A table with a column a year; on a phone each cell names its year. */
function Years(props: Editions & { caption: string; of: string; children: ComponentChildren }): JSX.Element {
  const { editions, caption, of, children } = props;
  return (
    <div class="scroll" role="region" aria-label={`${caption}，逐年对照`} tabIndex={0}>
      <table class="stacked side-by-side editions">
        <caption class="hidden">{caption}，逐年对照</caption>
        <thead class="read-out">
          <tr>
            <th scope="col">{of}</th>
            {editions.map((edition) => (
              <th key={edition.year} scope="col">
                <a href={projectAddress(edition)}>{edition.year}年</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

const cell = ({ year }: Project, content: ComponentChildren): JSX.Element => (
  <td key={year} data-label={`${String(year)}年`}>
    <div>{content}</div>
  </td>
);

const Mark = ({ children }: { readonly children: string }): JSX.Element => (
  <span class="change">{children}</span>
);

/** A text as a year has it, next to what it was in the year before. */
function textOf(row: Row<string>, place: number, previous: Project | undefined): ComponentChildren {
  const [before, text] = [row[place - 1], row[place]];
  if (text === undefined) return missing(before);
  if (previous === undefined) return shown(text);
  if (before === text) return <span class="same">与{previous.year}年相同</span>;
  if (before === undefined)
    return (
      <>
        <Mark>新增</Mark>
        {text}
      </>
    );
  return (
    <>
      <Mark>{before === '' ? `${String(previous.year)}年未列` : '有改动'}</Mark>
      <Reworded before={before} after={text} />
    </>
  );
}

const shown = (text: string): ComponentChildren =>
  text === '' ? <span class="absent">{NOT_STATED}</span> : text;

const missing = (before: unknown): JSX.Element =>
  before === undefined ? <span class="absent">没有</span> : <Mark>不再列</Mark>;

/** A text that was worded otherwise, with its words that are new and gone; without them where most of it is another. */
function Reworded({ before, after }: { readonly before: string; readonly after: string }): JSX.Element {
  const pieces = after === '' ? undefined : changedWords(before, after);
  if (pieces === undefined) return <>{shown(after)}</>;
  return (
    <>
      {pieces.map(({ text, kind }, index) => {
        if (kind === 'same') return text;
        const Piece = kind === 'added' ? 'ins' : 'del';
        return (
          <Piece key={index}>
            <span class="hidden">{kind === 'added' ? '（新加：）' : '（删去：）'}</span>
            {text}
          </Piece>
        );
      })}
    </>
  );
}

/** What a year promises of an indicator, and what of its row is otherwise than the year before. */
function indicatorIn(
  row: Row<Indicator>,
  place: number,
  edition: Project,
  previous: Project | undefined,
): ComponentChildren {
  const [before, now] = [row[place - 1], row[place]];
  if (now === undefined) return missing(before);
  const fields = before === undefined ? [] : changedFields(before, now);
  return (
    <>
      <a class="target" href={indicatorAddress(edition, now.row)}>
        <Target target={now.target} />
      </a>
      {previous !== undefined && before === undefined && <Mark>新增</Mark>}
      {fields.map(({ labels, before: was, after }) =>
        labels.includes(L.target) && previous !== undefined ? (
          <Mark key={L.target}>{`${String(previous.year)}年：${was === '' ? NOT_STATED : was}`}</Mark>
        ) : (
          <span key={labels[0]} class="field">
            <span class="change">{labels.join('、')}有改动</span>
            <Reworded before={was} after={after} />
          </span>
        ),
      )}
    </>
  );
}
