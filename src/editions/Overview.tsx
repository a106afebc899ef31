/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { yearsThrough } from '../charts/budget-by-year.ts';
import { projectId, type Project } from '../model/project.ts';
import { LABELS as L } from '../model/terms.ts';
import { countWords, dayWords } from '../model/words.ts';
import { compareAddress, permanentAddress, projectAddress } from '../site/addresses.ts';
import { Sentence, StatedAmount } from '../views/Sentence.tsx';
import { Withdrawn } from '../views/Withdrawn.tsx';
import { budgetDifference, type YearChanges } from './changes.ts';
import { allYears, editionName, type Line, type LineYears } from './lines.ts';

interface Props {
  readonly line: Line;
  readonly departmentName: (project: Project) => string;
}

/** What a project was called and given in each year; a year without it between others keeps its row. */
export function Overview({
  line: { editions, absences, withdrawn, adjusted },
  departmentName,
}: Props): JSX.Element {
  const differs = (valueOf: (project: Project) => string) => new Set(editions.map(valueOf)).size > 1;
  const columns = [
    { label: L.name, of: ({ name }: Project) => name, isShown: differs(({ name }) => name) },
    { label: L.code, of: ({ code }: Project) => code || '没有编码', isShown: differs(({ code }) => code) },
    { label: '部门', of: departmentName, isShown: true },
  ].filter(({ isShown }) => isShown);
  const years = yearsThrough([...editions, ...withdrawn]);
  return (
    <table class="stacked each-year">
      <caption class="hidden">各年的名称、编码、部门和预算数</caption>
      <thead class="read-out">
        <tr>
          {['年度', ...columns.map(({ label }) => label), L.total, '与上一年相比'].map((label) => (
            <th key={label} scope="col" class={label === L.total ? 'number' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map((year) => {
          const place = editions.findIndex((edition) => edition.year === year);
          const [edition, before] = [editions[place], editions[place - 1]];
          if (edition === undefined)
            return (
              <tr key={year}>
                <th scope="row">{year}年</th>
                <td class="absent" colSpan={columns.length + 2}>
                  {withdrawn
                    .filter((one) => one.year === year)
                    .map((one) => (
                      <Withdrawn key={projectId(one)} project={one} />
                    ))}
                  {withdrawn.some((one) => one.year === year)
                    ? ''
                    : absences.some((one) => one.year === year)
                      ? '这个部门的项目里没有它'
                      : '本站没有这个部门这一年的数据'}
                </td>
              </tr>
            );
          return (
            <tr key={year}>
              <th scope="row">
                <a href={projectAddress(edition)}>{year}年</a>
              </th>
              {columns.map(({ label, of }) => (
                <td key={label} data-label={label}>
                  <span>{of(edition)}</span>
                </td>
              ))}
              <td class="number" data-label={L.total}>
                <span>
                  <StatedAmount of={edition.budget.total} unit={edition.unit} />
                  <Adjusted on={adjusted.get(edition)} of={edition} />
                </span>
              </td>
              <td data-label="与上一年相比">
                <span>{before === undefined ? '—' : <Compared before={before} now={edition} />}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** That an amount is the one after an adjustment within its year, and the way to what was adjusted. */
function Adjusted({ on, of }: { readonly on: string | undefined; readonly of: Project }): JSX.Element | null {
  if (on === undefined) return null;
  return (
    <a class="beside" href={`${projectAddress(of)}#adjustments`}>
      {dayWords(on)}预算调整后
    </a>
  );
}

/** How the budget differs from the edition before, and the way to both beside each other. */
function Compared({ before, now }: { readonly before: Project; readonly now: Project }): JSX.Element {
  return (
    <>
      {before.year < now.year - 1 && `与${String(before.year)}年相比，`}
      <Sentence of={budgetDifference(before, now)} />
      <a class="beside screen-only" href={compareAddress([before, now].map(projectId))}>
        并排比较{before.year}年和{now.year}年
      </a>
    </>
  );
}

/** More of a year than these are left to the tables below. */
const MOST_CHANGES = 20;

/** What is otherwise in each year than in the one before, in words. */
export function Changes({ changes }: { readonly changes: readonly YearChanges[] }): JSX.Element {
  return (
    <dl class="year-changes">
      {changes.map(({ year, since, reason, changes: own }) => (
        <div key={year}>
          <dt>
            {year}年与{since}年相比
          </dt>
          {own.length === 0 ? (
            <dd>预算数、支出计划、用途、目标和指标都没有变化。</dd>
          ) : (
            own.slice(0, MOST_CHANGES).map((one, index) => (
              <dd key={index}>
                <Sentence of={one} />。
              </dd>
            ))
          )}
          {own.length > MOST_CHANGES && (
            <dd>另有{countWords(own.length - MOST_CHANGES)}处改动，见下面各表。</dd>
          )}
          {reason !== '' && (
            <dd>
              {L.changeReason}：{reason}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** That a project ended: the last year that has it, and those whose projects are on the site without it. */
export function Ending(props: Pick<Props, 'line'> & { readonly withReasons?: boolean }): JSX.Element | null {
  const { line, withReasons = false } = props;
  const { last, absences } = line;
  const withdrawn = line.withdrawn.filter(({ year }) => year > last.year);
  const later = absences.filter(({ year }) => year > last.year);
  const without = later.filter(({ year }) => !withdrawn.some((one) => one.year === year));
  if (later.length === 0) return null;
  return (
    <>
      {withdrawn.map((one) => (
        <p key={projectId(one)}>
          <Withdrawn project={one} />。
        </p>
      ))}
      {without.length > 0 && (
        <p>
          {withdrawn.length === 0 && `这个项目最后一次列出是在${String(last.year)}年；`}
          {without.map(({ year }) => `${String(year)}年`).join('、')}
          这个部门的项目里没有它。
        </p>
      )}
      {later.flatMap(({ year, name, endedProjects }) =>
        endedProjects
          .filter(({ code }) => withReasons && code === last.code)
          .map(({ reason }) => (
            <p key={year}>
              {year}年{name}的说明：{reason}
            </p>
          )),
      )}
    </>
  );
}

/** Which other projects it goes back to or became, where projects were merged or split. */
export function Branches({ line }: Pick<Props, 'line'>): JSX.Element | null {
  const linkTo = ({ code, name, year, ...project }: Project) => (
    <a href={projectAddress({ year, ...project })}>
      {year}年的“{name}”{code !== '' && `（${code}）`}
    </a>
  );
  if (line.branches.length === 0) return null;
  return (
    <ul>
      {line.branches.map(({ from, to }) => (
        <li key={`${projectId(from)} ${projectId(to)}`}>
          {line.editions.includes(to) ? (
            <>
              {to.year}年的这个项目{to === line.editions[0] ? '' : '还'}接续{linkTo(from)}。
            </>
          ) : (
            <>
              接续{from.year}年这个项目的，{from === line.last ? '' : '还'}有{linkTo(to)}。
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The ways from a year's page of a project to its other years, and to all of them side by side; nothing where it has none. */
export function YearLinks({
  line,
  of,
}: {
  readonly line: LineYears;
  readonly of: Project;
}): JSX.Element | null {
  const years = allYears(line);
  if (years.length < 2) return null;
  const place = years.indexOf(of);
  return (
    <nav aria-label="历年">
      <p class="row">
        <span>历年：</span>
        {years.map((edition, index) =>
          edition === of ? (
            <b key={projectId(edition)} aria-current="page">
              {editionName(edition)}
            </b>
          ) : (
            <a
              key={projectId(edition)}
              href={projectAddress(edition)}
              rel={index === place - 1 ? 'prev' : index === place + 1 ? 'next' : undefined}
            >
              {editionName(edition)}
            </a>
          ),
        )}
        {line.editions.length > 1 && line.code !== undefined && (
          <a href={permanentAddress(line.code)}>逐年对照</a>
        )}
      </p>
    </nav>
  );
}
