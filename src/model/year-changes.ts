import { adjustedOn } from './adjustment.ts';
import { absolute, compare, equals, subtract, sum, ZERO, type Decimal } from './decimal.ts';
import type { Department } from './department.ts';
import { isSameProject, type ProjectsOverYears } from './over-the-years.ts';
import type { Project } from './project.ts';
import type { Site } from './site.ts';
import { byAmount, type Sums } from './totals.ts';

/**
 * What became of a project: `movedIn` from a department and `movedOut` to one that is not compared, `unknown` where an
 * amount is not stated, `withdrawn` where the later year had it for a time.
 */
export type ChangeKind =
  'new' | 'movedIn' | 'grown' | 'shrunk' | 'same' | 'unknown' | 'ended' | 'withdrawn' | 'movedOut';

/** What became of one project between two years, or of several that were split or merged. */
export interface ProjectChange {
  readonly kind: ChangeKind;
  /** What it was, and what it is; one of both may be empty. */
  readonly then: readonly Project[];
  readonly now: readonly Project[];
  /** What those of the department add up to, in 万元; undefined where it has none, or where one does not state it. */
  readonly amountThen: Decimal | undefined;
  readonly amountNow: Decimal | undefined;
  /** By how much that grew, all of it where it is new; undefined where that is not known. */
  readonly by: Decimal | undefined;
  /** Of a new project: one of the same name in its department that ended, so that both may be the same. */
  readonly namesake?: Project;
  /** Of a project that only one of the years counts: as the other had it until it was withdrawn there. */
  readonly withdrawal?: Project;
}

/** A department, or all departments, in one of the years compared. */
interface Edition {
  readonly year: number;
  readonly projects: readonly Project[];
  readonly withdrawn?: readonly Project[];
}

/** What became of each project between two years, the largest change first, what is not known last. */
export function changesBetween(
  then: Edition,
  now: Edition,
  { beforeIn, afterIn }: ProjectsOverYears,
): readonly ProjectChange[] {
  const own = new Set([...now.projects, ...then.projects]);
  const told = new Set<Project>();
  const changes: ProjectChange[] = [];
  for (const project of own) {
    if (told.has(project)) continue;
    const all = new Set([project]);
    for (const one of all) {
      const others = one.year === now.year ? beforeIn(one, then.year) : afterIn(one, now.year);
      for (const other of others) all.add(other);
    }
    for (const one of all) told.add(one);
    const of = (year: number) => [...all].filter((one) => one.year === year);
    changes.push(changeOf(of(then.year), of(now.year), own));
  }
  const withWithdrawals = changes.map((change) => withWithdrawal(change, then, now));
  const ended = withWithdrawals.flatMap(({ kind, then: projects }) => (kind === 'ended' ? projects : []));
  const byName = new Map(ended.map((one) => [`${one.departmentCode} ${one.name}`, one]));
  const withNamesakes = withWithdrawals.map((change) => {
    const [project] = change.now;
    if (change.kind !== 'new' || change.withdrawal || project === undefined) return change;
    const namesake = byName.get(`${project.departmentCode} ${project.name}`);
    return namesake === undefined ? change : { ...change, namesake };
  });
  return withNamesakes.sort((a, b) => byAmount(a.by && absolute(a.by), b.by && absolute(b.by)));
}

/** What was withdrawn counts in neither year, but where the other has it, it is neither new nor ended without a word. */
function withWithdrawal(change: ProjectChange, then: Edition, now: Edition): ProjectChange {
  const { kind } = change;
  if (kind === 'ended') {
    const withdrawal = now.withdrawn?.find((one) => change.then.some((old) => isSameProject(one, old)));
    return withdrawal === undefined ? change : { ...change, kind: 'withdrawn', withdrawal };
  }
  const withdrawal =
    kind === 'new' && then.withdrawn?.find((one) => change.now.some((own) => isSameProject(own, one)));
  return withdrawal ? { ...change, withdrawal } : change;
}

/** A change of projects, as it is for those of them that are compared. */
function changeOf(
  then: readonly Project[],
  now: readonly Project[],
  own: ReadonlySet<Project>,
): ProjectChange {
  const ownOf = (all: readonly Project[]) => all.filter((project) => own.has(project));
  const [before, after] = [ownOf(then), ownOf(now)];
  const [sumThen, sumNow] = [amountOf(before), amountOf(after)];
  const by = sumThen && sumNow && subtract(sumNow, sumThen);
  const amountThen = before.length === 0 ? undefined : sumThen;
  const amountNow = after.length === 0 ? undefined : sumNow;
  return { kind: kindOf(), then, now, amountThen, amountNow, by };

  function kindOf(): ChangeKind {
    if (before.length === 0) return then.length === 0 ? 'new' : 'movedIn';
    if (after.length === 0) return now.length === 0 ? 'ended' : 'movedOut';
    if (by === undefined) return 'unknown';
    return by.digits === 0n ? 'same' : by.digits > 0n ? 'grown' : 'shrunk';
  }
}

/** A change as a whole, wherever its projects are. */
export const wholeChange = (change: ProjectChange): ProjectChange => {
  const { kind, then, now } = change;
  return kind === 'withdrawn' ? change : changeOf(then, now, new Set([...then, ...now]));
};

/** What all of some projects state; undefined where one does not state it. */
function amountOf(projects: readonly Project[]): Decimal | undefined {
  const amounts = projects.flatMap(({ budget: { total } }) => total.value ?? []);
  return amounts.length === projects.length ? sum(amounts) : undefined;
}

/**
 * What departments say of a change, line by line: 变动说明 of the projects that are, 结束项目 of those that are no more.
 *
 * @param departments those of the later year.
 */
export function reasonsOf(
  departments: readonly Pick<Department, 'code' | 'endedProjects'>[],
): (change: Pick<ProjectChange, 'then' | 'now'>) => string {
  const key = (department: string, code: string) => `${department} ${code}`;
  const ended = new Map(
    departments.flatMap(({ code: department, endedProjects }) =>
      endedProjects.map(({ code, reason }) => [key(department, code), reason]),
    ),
  );
  return ({ then, now }) =>
    [
      ...now.map(({ changeReason }) => changeReason),
      ...then.map(({ departmentCode, code }) => ended.get(key(departmentCode, code)) ?? ''),
    ]
      .filter((reason) => reason !== '')
      .join('\n');
}

/** A change of one project, with the years of its department that are compared, and what the department says of it. */
export interface OwnChange {
  readonly then: number;
  readonly now: number;
  readonly change: ProjectChange;
  readonly reason: string;
  /** The day of the last adjustment after which the earlier amount stands, if any. */
  readonly adjustedOn: string | undefined;
}

/**
 * The largest of changes that stand with the largest first, of those of which it is known how large they are: several
 * that are as large, none of nothing.
 */
export function largestChanges(changes: readonly ProjectChange[]): readonly ProjectChange[] {
  const [most] = changes.flatMap(({ by }) => (by === undefined || by.digits === 0n ? [] : absolute(by)));
  return changes.filter(({ by }) => most !== undefined && by !== undefined && equals(absolute(by), most));
}

/** What the departments of some codes had for a time in either of two years. */
export const withdrawnIn = (
  { departments }: Pick<Site, 'departments'>,
  years: readonly number[],
  of: readonly Pick<Department, 'code'>[],
): readonly Project[] =>
  departments
    .filter(({ year, code }) => years.includes(year) && of.some((one) => one.code === code))
    .flatMap(({ withdrawn = [] }) => withdrawn);

/** What became of each project since its department's year before, and of those that the next year has no more. */
export function changesOfProjects(
  site: Pick<Site, 'departments'>,
  links: ProjectsOverYears,
): { readonly since: ReadonlyMap<Project, OwnChange>; readonly ending: ReadonlyMap<Project, OwnChange> } {
  const since = new Map<Project, OwnChange>();
  const ending = new Map<Project, OwnChange>();
  for (const department of site.departments) {
    const before = departmentBefore(site, department);
    if (before === undefined) continue;
    const reasonOf = reasonsOf([department]);
    for (const change of changesBetween(before, department, links)) {
      const whole = { ...change, ...wholeChange(change) };
      const [adjusted] = change.then
        .filter(({ departmentCode }) => departmentCode === before.code)
        .flatMap((project) => adjustedOn(before, project) ?? [])
        .sort()
        .reverse();
      const years = { then: before.year, now: department.year };
      const own = { ...years, change: whole, reason: reasonOf(change), adjustedOn: adjusted };
      for (const project of change.now) since.set(project, own);
      const isGone = ['ended', 'withdrawn', 'movedOut'].includes(change.kind);
      for (const project of isGone ? change.then : []) ending.set(project, own);
    }
  }
  return { since, ending };
}

/** By how much a sum changed, in 万元. */
export interface SumChange {
  readonly by: Decimal;
  /** Whether it is only known that it changed by as much or more, because some amounts are not stated. */
  readonly isLeast: boolean;
}

/** By how much the budgets of two years differ; undefined where what is not stated may be more than what is. */
export function changeOfSums(then: Sums, now: Sums): SumChange | undefined {
  if (then.budget === undefined || now.budget === undefined) return undefined;
  const by = subtract(now.budget, then.budget);
  const [before, after] = [then.withoutBudget, now.withoutBudget];
  if (before.count === 0 && after.count === 0) return { by, isLeast: false };
  // What is blank would only add to its own year; what cannot be read may be anything.
  const isSure = before.unread === 0 && after.unread === 0;
  const isLeast =
    (before.count === 0 && compare(by, ZERO) > 0) || (after.count === 0 && compare(by, ZERO) < 0);
  return isSure && isLeast ? { by, isLeast } : undefined;
}

/** A department in the latest earlier year that the site has of it. */
export function departmentBefore(
  { departments }: Pick<Site, 'departments'>,
  { year, code }: Pick<Department, 'year' | 'code'>,
): Department | undefined {
  return departments.find((one) => one.code === code && one.year < year);
}
