import { projectId, type ProjectKey } from '../model/project.ts';

/** The addresses of the site: a contract. All of them begin with the base path and end in a slash. */
const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');

/** A path below the site's root as an address: `address('search/')`. */
export const address = (path = ''): string => `${base}${path}`;

export const yearAddress = (year: number): string => address(`${year}/`);

export const departmentAddress = ({ year, code }: { readonly year: number; readonly code: string }): string =>
  address(`${year}/${code}/`);

export const projectAddress = (project: ProjectKey): string => address(`${projectId(project)}/`);

/** All forms of a department in one page, for printing. */
export const bookAddress = (department: { readonly year: number; readonly code: string }): string =>
  `${departmentAddress(department)}print/`;

/** The address of a code over all years and departments. */
export const permanentAddress = (code: string): string => address(`projects/${code}/`);

export const documentAddress = (
  department: { readonly year: number; readonly code: string },
  fileName: string,
): string => `${departmentAddress(department)}sources/${encodeURIComponent(fileName)}`;

/** The address of an indicator's row on its project's page. */
export const indicatorAddress = (project: ProjectKey, row: number): string =>
  `${projectAddress(project)}#indicator-${row}`;

/** Where a rule stands on the pages about checks. */
export const ruleFragment = (rule: string): string => rule.replace('/', '-');

/** The id of the list of projects that leave a field blank; the field as `completenessOf` names it. */
export const blanksId = (year: number, field: string): string =>
  `blank-${String(year)}-${field.replaceAll(' · ', '-')}`;

/** Where the projects of a year that leave a field blank are listed. */
export const blanksAddress = (year: number, field: string): string =>
  `${address('checks/completeness/')}#${blanksId(year, field)}`;

/** A part of the list of all indicators, from 1; the first stands at its root. */
export const indicatorsAddress = (part = 1): string =>
  address(part === 1 ? 'indicators/' : `indicators/${part}/`);

/** The page that shows projects side by side. */
export const compareAddress = (projects: readonly ProjectKey[] = []): string =>
  `${address('compare/')}${projects.map((project, index) => `${index === 0 ? '?' : '&'}p=${projectId(project)}`).join('')}`;
