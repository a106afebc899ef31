import { asFragment } from '../model/fragments.ts';
import { projectId, type ProjectKey } from '../model/project.ts';
import type { FeedFormat } from '../open-data/feed.ts';
import type { SharedIndicator } from '../model/shared-indicators.ts';

/** The addresses of the site: a contract. All of them begin with the base path and end in a slash. */
const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');

/** A path below the site's root as an address: `address('search/')`. */
export const address = (path = ''): string => `${base}${path}`;

export const yearAddress = (year: number): string => address(`${year}/`);

export const departmentAddress = ({ year, code }: { readonly year: number; readonly code: string }): string =>
  address(`${year}/${code}/`);

export const projectAddress = (project: ProjectKey): string => address(`${projectId(project)}/`);

/** A project as it stood until an adjustment. */
export const earlierAddress = (project: ProjectKey, until: string): string =>
  `${projectAddress(project)}earlier/${until}/`;

/** All forms of a department in one page, for printing. */
export const bookAddress = (department: { readonly year: number; readonly code: string }): string =>
  `${departmentAddress(department)}print/`;

/** All forms of a department as a Word document or an Excel workbook. */
export const formsAddress = (
  department: { readonly year: number; readonly code: string },
  format: 'docx' | 'xlsx',
): string => `${departmentAddress(department)}forms.${format}`;

/** The folder of the open data of everything, of a year, or of a department in its year. */
export const dataFolderAddress = ({
  year,
  code,
}: { readonly year?: number; readonly code?: string } = {}): string =>
  address(['data', year, code].flatMap((name) => (name === undefined ? [] : [`${String(name)}/`])).join(''));

/** What changed lately, of the site or of a department in its year. */
export const feedAddress = (
  format: FeedFormat,
  department?: { readonly year: number; readonly code: string },
): string => `${department === undefined ? base : departmentAddress(department)}feed.${format}`;

/** What was changed in the content: the newest changes, or an older page of them. */
export const changesAddress = (part?: number): string =>
  address(`changes/${part === undefined ? '' : `${part}/`}`);

/** The newest changes for feed readers. */
export const changesFeedAddress = (format: FeedFormat): string => address(`changes.${format}`);

/** The list of changes, narrowed by its script; without scripts it shows all. */
export const changesWhere = (query: Readonly<Record<string, string>>): string =>
  `${changesAddress()}?${new URLSearchParams(query).toString()}`;

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

/**
 * The list of a year's indicators: the latest year's at its root, others below their year; or a part of it, from 1.
 *
 * @param year left out of the latest.
 */
export const indicatorsAddress = (part = 1, year?: number): string =>
  address(`indicators/${year === undefined ? '' : `${year}/`}${part === 1 ? '' : `${part}/`}`);

/** All indicators of a year as a table to take away. */
export const indicatorsFileAddress = (year: number): string => `${dataFolderAddress({ year })}indicators.csv`;

/** All projects of a year as a table to take away. */
export const projectsFileAddress = (year: number): string => address(`data/${String(year)}/projects.csv`);

/** The indicators that several projects of a year have, or a part of them, from 1; as `indicatorsAddress`. */
export const sharedIndicatorsAddress = (part = 1, year?: number): string =>
  address(`indicators/shared/${year === undefined ? '' : `${year}/`}${part === 1 ? '' : `${part}/`}`);

/** Where a shared indicator stands on its page; the first of several pages leads on from there. */
export const sharedIndicatorFragment = ({ category, kind, key }: SharedIndicator): string =>
  asFragment(`${category}-${kind}-${key}`);

/** The data notes of a department, or a part of them, from 1: on sites that have too many for one page. */
export const departmentNotesAddress = (
  { year, code }: { readonly year: number; readonly code: string },
  part = 1,
): string => address(`checks/${year}/${code}/${part === 1 ? '' : `${part}/`}`);

/** The page that shows projects side by side, each named by its id. */
export const compareAddress = (ids: readonly string[] = []): string =>
  `${address('compare/')}${ids.map((id, index) => `${index === 0 ? '?' : '&'}p=${id}`).join('')}`;

/**
 * The small page of a page, or of one of its charts, that other sites show in a frame: below `embed/`, where its page
 * stands.
 *
 * @param page the address of the page.
 */
export const embedAddress = (page: string, chart?: string): string =>
  address(`embed/${page.slice(base.length)}${chart === undefined ? '' : `${chart}/`}`);

/** The numbers of a chart as a file; `.csv-metadata.json` beside it says what they are (CSV on the Web). */
export const chartFileAddress = (page: string, chart: string, ending = 'csv'): string =>
  `${page}charts/${chart}.${ending}`;
