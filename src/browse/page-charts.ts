import { budgetByArea } from '../charts/budget-by-area.ts';
import { budgetByProject } from '../charts/budget-by-project.ts';
import type { ChartDescription, ChartPage } from '../charts/chart.ts';
import { indicatorKinds } from '../charts/indicators-by-kind.ts';
import { paymentsPerPeriod, plannedDisbursement } from '../charts/planned-disbursement.ts';
import { sizeSpread } from '../charts/size-spread.ts';
import { departmentNamer, type Department } from '../model/department.ts';
import type { Project } from '../model/project.ts';
import type { Site } from '../model/site.ts';
import { totalsOf, type Totals } from '../model/totals.ts';
import { yearsOf, type Year } from '../model/years.ts';
import { address, departmentAddress, projectAddress, yearAddress } from '../site/addresses.ts';
import { chartSource } from '../site/chart-source.ts';
import { areaPath } from './questions.ts';

/** More bars of the projects of all departments are left to the departments' pages. */
const MOST_OF_A_YEAR = 50;

type ChartName = 'areas' | 'plan' | 'payments' | 'budget' | 'sizes' | 'kinds';

/** A page of all projects of a year, or of one department's year, with its charts. */
export interface PageOfProjects extends ChartPage {
  readonly projects: readonly Project[];
  readonly totals: Totals;
  readonly charts: Readonly<Record<ChartName, ChartDescription>>;
  /** Those of the charts that the page shows. */
  readonly shown: readonly ChartDescription[];
}

/** The pages that show charts of many projects: the first page, each year's and each department's. */
export function pagesOfProjects(site: Site, mostBars?: number): readonly PageOfProjects[] {
  return [
    homeOf(site, mostBars),
    ...yearsOf(site).map((year) => yearOf(site, year, mostBars)),
    ...site.departments.map((department) => departmentOf(site, department, mostBars)),
  ];
}

/** The first page: the latest year. */
export function homeOf(site: Site, mostBars = MOST_OF_A_YEAR): PageOfProjects {
  const [latest] = yearsOf(site);
  const name = latest === undefined ? '' : `${String(latest.year)}年`;
  return pageOf(site, {
    address: address(),
    name: site.settings.name,
    year: latest?.year ?? 0,
    projects: latest?.projects ?? [],
    of: `${name}全部项目`,
    departments: latest?.departments,
    mostBars,
  });
}

export function yearOf(
  site: Site,
  { year, departments, projects }: Year,
  mostBars = MOST_OF_A_YEAR,
): PageOfProjects {
  return pageOf(
    site,
    {
      address: yearAddress(year),
      name: `${String(year)}年各部门的预算项目`,
      year,
      projects,
      of: `${String(year)}年全部项目`,
      departments,
      mostBars,
    },
    ['areas', 'plan', 'budget'],
  );
}

export function departmentOf(site: Site, department: Department, mostBars?: number): PageOfProjects {
  return pageOf(site, {
    address: departmentAddress(department),
    name: `${department.name}（${String(department.year)}年）`,
    source: chartSource(department),
    year: department.year,
    code: department.code,
    projects: department.projects,
    of: '本部门',
    mostBars,
  });
}

interface Plan extends ChartPage {
  readonly year: number;
  /** Of the department of which all projects are, where they are of one. */
  readonly code?: string;
  /** What its projects are called in a sentence. */
  readonly of: string;
  readonly projects: readonly Project[];
  /** Where they are of several. */
  readonly departments?: readonly Department[] | undefined;
  readonly mostBars: number | undefined;
}

function pageOf(
  site: Site,
  { year, code, of, projects, departments, mostBars, ...page }: Plan,
  names: readonly ChartName[] = ['areas', 'plan', 'payments', 'budget', 'sizes', 'kinds'],
): PageOfProjects {
  const totals = totalsOf(projects);
  const { plan, budget } = totals;
  const charts = {
    areas: budgetByArea(projects, site.areas, (area) => address(areaPath(site, area, year, code))),
    plan: plannedDisbursement(plan, of, totals.withoutBudget.count === 0),
    payments: paymentsPerPeriod(plan, of),
    budget: budgetByProject(projects, projectAddress, {
      departmentOf: departments && departmentNamer(departments),
      most: Infinity,
      ...(mostBars === undefined ? {} : { drawn: mostBars }),
    }),
    sizes: sizeSpread(projects),
    kinds: indicatorKinds(projects),
  };
  const isShown = (name: ChartName) => {
    if (name === 'areas') return site.areas.length > 0;
    return (name !== 'plan' && name !== 'payments') || (plan.length > 0 && budget !== undefined);
  };
  const shown = names.filter(isShown).map((name) => charts[name]);
  return { ...page, projects, totals, charts, shown };
}
