import { budgetByArea } from '../charts/budget-by-area.ts';
import { budgetByProject } from '../charts/budget-by-project.ts';
import type { ChartDescription, ChartPage } from '../charts/chart.ts';
import { indicatorKinds } from '../charts/indicators-by-kind.ts';
import { paymentsPerPeriod, plannedDisbursement } from '../charts/planned-disbursement.ts';
import { sizeSpread } from '../charts/size-spread.ts';
import { departmentNamer, type Department } from '../model/department.ts';
import { keepLast } from '../model/kept.ts';
import type { Project } from '../model/project.ts';
import type { Site } from '../model/site.ts';
import { totalsOf, type Totals } from '../model/totals.ts';
import { yearsOf, type Year } from '../model/years.ts';
import { address, departmentAddress, projectAddress, yearAddress } from '../site/addresses.ts';
import { chartSource } from '../site/chart-source.ts';
import { areaPath } from './questions.ts';

/** More bars of the projects of all departments are left to the departments' pages. */
const MOST_OF_A_YEAR = 50;

/** Each chart has the id `chart-` and its name. */
type ChartName = 'areas' | 'plan' | 'payments' | 'budget' | 'sizes' | 'indicators';

/** A page of all projects of a year, or of one department's year, with its charts. */
export interface PageOfProjects extends ChartPage {
  readonly projects: readonly Project[];
  readonly totals: Totals;
  readonly charts: Readonly<Record<ChartName, ChartDescription>>;
}

/** A chart that a page shows, made with those beside it when it is needed. */
export interface ShownChart {
  readonly id: string;
  /** The address of the page. */
  readonly address: string;
  readonly make: () => { readonly chart: ChartDescription; readonly page: ChartPage };
}

/** All charts of many projects: of the first page, of each year's and of each department's. */
export function shownCharts(site: Site, mostBars?: number): readonly ShownChart[] {
  const pages = [homePlan(site), ...yearsOf(site).map(yearPlan), ...site.departments.map(departmentPlan)];
  const made = keepLast((plan: Plan) => pageOf(site, plan, mostBars));
  return pages.flatMap((plan) =>
    shownOf(site, plan).map((name) => ({
      id: `chart-${name}`,
      address: plan.page.address,
      make: () => ({ chart: made(plan).charts[name], page: plan.page }),
    })),
  );
}

/** The first page: the latest year. */
export const homeOf = (site: Site): PageOfProjects => pageOf(site, homePlan(site));

export const yearOf = (site: Site, year: Year): PageOfProjects => pageOf(site, yearPlan(year));

export const departmentOf = (site: Site, department: Department): PageOfProjects =>
  pageOf(site, departmentPlan(department));

/** What a page with charts is about. */
interface Plan {
  readonly page: ChartPage;
  readonly year: number;
  /** Of the department of which all projects are, where they are of one. */
  readonly code?: string;
  /** What its projects are called in a sentence. */
  readonly of: string;
  readonly projects: readonly Project[];
  /** Where they are of several. */
  readonly departments?: readonly Department[] | undefined;
  readonly mostBars?: number;
  /** Which charts it shows, as far as there is something to show. */
  readonly names: readonly ChartName[];
}

const ALL: readonly ChartName[] = ['areas', 'plan', 'payments', 'budget', 'sizes', 'indicators'];

function homePlan(site: Site): Plan {
  const [latest] = yearsOf(site);
  const name = latest === undefined ? '' : `${String(latest.year)}年`;
  return {
    page: { address: address(), name: site.settings.name },
    year: latest?.year ?? 0,
    projects: latest?.projects ?? [],
    of: `${name}全部项目`,
    departments: latest?.departments,
    mostBars: MOST_OF_A_YEAR,
    names: ALL,
  };
}

const yearPlan = ({ year, departments, projects }: Year): Plan => ({
  page: { address: yearAddress(year), name: `${String(year)}年各部门的预算项目` },
  year,
  projects,
  of: `${String(year)}年全部项目`,
  departments,
  mostBars: MOST_OF_A_YEAR,
  names: ['areas', 'plan', 'budget'],
});

const departmentPlan = (department: Department): Plan => ({
  page: {
    address: departmentAddress(department),
    name: `${department.name}（${String(department.year)}年）`,
    source: chartSource(department),
  },
  year: department.year,
  code: department.code,
  projects: department.projects,
  of: '本部门',
  names: ALL,
});

function pageOf(
  site: Site,
  { year, code, of, projects, departments, mostBars, page }: Plan,
  drawn = mostBars,
): PageOfProjects {
  const totals = totalsOf(projects);
  const { plan } = totals;
  const charts = {
    areas: budgetByArea(projects, site.areas, (area) => address(areaPath(site, area, year, code))),
    plan: plannedDisbursement(plan, of, totals.withoutBudget.count === 0),
    payments: paymentsPerPeriod(plan, of),
    budget: budgetByProject(projects, projectAddress, {
      departmentOf: departments && departmentNamer(departments),
      most: Infinity,
      ...(drawn === undefined ? {} : { drawn }),
    }),
    sizes: sizeSpread(projects),
    indicators: indicatorKinds(projects),
  };
  return { ...page, projects, totals, charts };
}

/** The charts of a page that show something. */
function shownOf({ areas }: Site, { projects, names }: Plan): readonly ChartName[] {
  const isPlanned =
    projects.some(({ disbursementPlan }) => disbursementPlan.length > 0) &&
    projects.some(({ budget }) => budget.total.value !== undefined);
  return names.filter((name) => {
    if (name === 'areas') return areas.length > 0;
    return (name !== 'plan' && name !== 'payments') || isPlanned;
  });
}
