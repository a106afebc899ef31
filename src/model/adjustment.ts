import { subtract, sum, ZERO, type Decimal } from './decimal.ts';
import type { Department } from './department.ts';
import type { Project } from './project.ts';

/** 预算调整: a later official document that replaced projects of a department within its year. */
export interface Adjustment {
  /** The day from which on it holds, YYYY-MM-DD. */
  readonly date: string;
  /** The documents in `sources/` that say so, where there are any. */
  readonly files: readonly string[];
  readonly title: string | undefined;
  readonly explanation: string | undefined;
  /** The records of the projects that came with it. */
  readonly added: readonly string[];
}

/** The projects that an adjustment replaced or ended, as they stood until then. */
export interface EarlierVersions<Version = Project> {
  /** The adjustment's day. */
  readonly until: string;
  readonly projects: readonly Version[];
}

/** 撤销: a project that was withdrawn after it was published. It counts in no sum and stands in no list. */
export interface Withdrawal {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly grounds: string;
}

/** A project before and after an adjustment; one that came with it has no before, one that it ended no after. */
export type AdjustedProject =
  | { readonly before: Project; readonly after: Project | undefined }
  | { readonly before: undefined; readonly after: Project };

/** What an adjustment came to. */
export interface AppliedAdjustment extends Adjustment {
  readonly projects: readonly AdjustedProject[];
  /** By how much the budgets grew that are known before and after, in 万元; undefined where none is. */
  readonly change: Decimal | undefined;
  /** How many projects are not in it, because an amount is not stated or cannot be read. */
  readonly unknown: number;
}

/**
 * How each record stood from a day on: as an adjustment after that day found it, else as it stands now.
 *
 * @param now what stands there now, withdrawn or not.
 * @param from '' for the time before all adjustments.
 */
export function standingFrom<Version>(
  now: readonly Version[],
  earlier: readonly EarlierVersions<Version>[],
  from: string,
  recordOf: (version: Version) => string,
): ReadonlyMap<string, Version> {
  const replacedLater = earlier.filter(({ until }) => until > from).reverse();
  // The first adjustment after that day speaks last.
  const all = [...now, ...replacedLater.flatMap(({ projects }) => projects)];
  return new Map(all.map((version) => [recordOf(version), version]));
}

type Adjusted = Pick<Department, 'projects' | 'adjustments' | 'earlier' | 'withdrawn'>;

/** The adjustments of a department with what they changed, oldest first. */
export function adjustmentsOf(department: Adjusted): readonly AppliedAdjustment[] {
  const { adjustments = [], earlier = [], withdrawn = [], projects } = department;
  return adjustments.map((adjustment): AppliedAdjustment => {
    const { date, added } = adjustment;
    const after = standingFrom([...projects, ...withdrawn], earlier, date, ({ record }) => record);
    const replaced = earlier.find(({ until }) => until === date)?.projects ?? [];
    const own: readonly AdjustedProject[] = [
      ...replaced.map((before) => ({ before, after: after.get(before.record) })),
      ...added.flatMap((record) => {
        const own = after.get(record);
        return own === undefined ? [] : [{ before: undefined, after: own }];
      }),
    ];
    const changes = own.flatMap((one) => changeOf(one) ?? []);
    return {
      ...adjustment,
      projects: own,
      change: changes.length === 0 ? undefined : sum(changes),
      unknown: own.length - changes.length,
    };
  });
}

/** By how much a project's budget grew; undefined where that is not known. */
function changeOf({ before, after }: AdjustedProject): Decimal | undefined {
  const [old, now] = [before, after].map((project) => project?.budget.total.value);
  if ((before !== undefined && old === undefined) || (after !== undefined && now === undefined))
    return undefined;
  return subtract(now ?? ZERO, old ?? ZERO);
}

/** An adjustment, and what it changed of one project. */
export interface ProjectAdjustment {
  readonly adjustment: Adjustment;
  readonly own: AdjustedProject;
}

const byRecord = new WeakMap<Adjusted, ReadonlyMap<string, readonly ProjectAdjustment[]>>();

/** The adjustments of a department that changed one of its projects, oldest first. */
export function adjustmentsOfProject(
  department: Adjusted,
  { record }: Pick<Project, 'record'>,
): readonly ProjectAdjustment[] {
  const known = byRecord.get(department);
  if (known !== undefined) return known.get(record) ?? [];
  const all = new Map<string, ProjectAdjustment[]>();
  for (const adjustment of adjustmentsOf(department)) {
    for (const own of adjustment.projects) {
      const key = (own.before ?? own.after).record;
      all.set(key, [...(all.get(key) ?? []), { adjustment, own }]);
    }
  }
  byRecord.set(department, all);
  return all.get(record) ?? [];
}

/** The day of the last adjustment after which a project stands as it does; undefined where there was none within the year. */
export const adjustedOn = (department: Adjusted, project: Pick<Project, 'record'>): string | undefined =>
  adjustmentsOfProject(department, project).at(-1)?.adjustment.date;

/** The projects that an adjustment ended: they stand in no list any more. */
export function endedByAdjustment(
  department: Adjusted,
): readonly { readonly project: Project; readonly date: string }[] {
  return adjustmentsOf(department).flatMap(({ date, projects }) =>
    projects.flatMap(({ before, after }) =>
      after === undefined && before !== undefined ? [{ project: before, date }] : [],
    ),
  );
}
