import type { ChartDescription, ChartPage } from '../../charts/chart.ts';
import { projectFrameHeight } from '../../charts/frame-height.ts';
import { projectPlan } from '../../charts/project-plan.ts';
import { adjustmentsOfProject } from '../../model/adjustment.ts';
import type { Department } from '../../model/department.ts';
import type { PlanPoint } from '../../model/disbursement-plan.ts';
import type { Project } from '../../model/project.ts';
import { standingsOf, totalsOf, type Standing } from '../../model/totals.ts';
import { embedAddress, projectAddress } from '../../site/addresses.ts';
import { chartSource } from '../../site/chart-source.ts';
import { projectFigures } from '../../views/ProjectFigures.tsx';

/** What a frame of another site shows of a project: its key figures and its plan in one small page. */
export interface ProjectFrame {
  readonly page: ChartPage;
  /** Undefined where its form has none. */
  readonly plan: ChartDescription | undefined;
  /** The address of the small page. */
  readonly path: string;
  readonly title: string;
  /** How high it is; found where it is asked for, which the small page itself does not. */
  readonly height: number;
}

/** How a project stands among those of its department. */
export interface AmongOthers {
  /** Of all of them. */
  readonly plan: readonly PlanPoint[];
  /** Undefined where the project's budget is not stated. */
  readonly standing: Standing | undefined;
}

/** Finds it for all projects of a department at once. */
export function amongOthers(department: Department, project: Project): AmongOthers {
  let found = amongAll.get(department);
  if (found === undefined) {
    const { projects } = department;
    found = { plan: totalsOf(projects).plan, standings: standingsOf(projects) };
    amongAll.set(department, found);
  }
  return { plan: found.plan, standing: found.standings.get(project) };
}

const amongAll = new WeakMap<
  Department,
  { readonly plan: readonly PlanPoint[]; readonly standings: ReadonlyMap<Project, Standing> }
>();

/** Since when a project has been planned as it is. */
export const plannedSince = (department: Department, project: Project): string =>
  adjustmentsOfProject(department, project).length > 0 ? '预算调整以后' : '年初';

/** @param departmentPlan of which the project's plan is shown beside the average. */
export function projectFrame(
  project: Project,
  department: Department,
  standing: Standing | undefined,
  departmentPlan: readonly PlanPoint[],
): ProjectFrame {
  const page = {
    address: projectAddress(project),
    name: project.name,
    source: `${chartSource(department)}，第${String(project.sequence)}张`,
  };
  const since = plannedSince(department, project);
  const plan =
    project.disbursementPlan.length === 0 ? undefined : projectPlan(project, departmentPlan, since);
  return {
    page,
    plan,
    path: embedAddress(page.address),
    title: `${project.name}（${String(project.year)}年，${department.name}）`,
    get height() {
      return projectFrameHeight(projectFigures(project, standing).length, plan, page);
    },
  };
}
