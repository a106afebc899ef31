import { correctedWords, toldCorrections } from '../files/value-words.ts';
import { changeOfProject, chinaTime, type History } from '../history/history.ts';
import type { Change } from '../history/read-log.ts';
import { areaOf } from '../model/area.ts';
import type { Department } from '../model/department.ts';
import type { Project } from '../model/project.ts';
import { printedName, type Site } from '../model/site.ts';
import { BUDGET_FIELDS, TEXT_FIELDS } from '../model/form.ts';
import { isBlank } from '../model/stated.ts';
import { dayWords, statedAmountWords } from '../model/words.ts';
import type { Feed, FeedEntry } from '../open-data/feed.ts';
import { element, escapeXml } from '../files/write-xml.ts';
import { address, departmentAddress, feedAddress, projectAddress } from './addresses.ts';

/** How many a feed names: who asks once a week misses none but of a whole year that is published at once. */
const MOST = 50;

/**
 * The projects that came or were changed last, of the site or of a department in its year. Undefined where nothing can
 * be said: without the site's host an entry has no address, without a history no date.
 */
export function feedOf(
  site: Site,
  history: History,
  host: string | URL | undefined,
  only?: Department,
): Feed | undefined {
  const { settings } = site;
  if (host === undefined) return undefined;
  const whole = (path: string) => new URL(path, host).href;
  const changed = (only === undefined ? site.departments : [only]).flatMap((department) =>
    department.projects.flatMap((project) => {
      const change = changeOfProject(history, project);
      return change === undefined ? [] : [{ department, project, change }];
    }),
  );
  if (changed.length === 0) return undefined;
  const entries = changed
    .sort((a, b) => b.change.last - a.change.last)
    .slice(0, MOST)
    .map(({ department, project, change }): FeedEntry => {
      const area = areaOf(project, site.areas)?.name;
      const who = settings.showNames ? [change.by] : [];
      return {
        address: whole(projectAddress(project)),
        title: `${project.name}（${String(project.year)}年）`,
        published: chinaTime(change.first),
        updated: chinaTime(change.last),
        authors: [department.name, ...who],
        tags: [`${String(project.year)}年`, ...(area === undefined ? [] : [area])],
        html: htmlOf(project, department, change),
      };
    });
  const name = printedName(settings);
  return {
    title: only === undefined ? name : `${only.name}（${String(only.year)}年） - ${name}`,
    page: whole(only === undefined ? address() : departmentAddress(only)),
    addresses: { atom: whole(feedAddress('atom', only)), json: whole(feedAddress('json', only)) },
    author: settings.nature === '官方' ? settings.publisher : name,
    licence: settings.licence.name,
    entries,
  };
}

/** What a reader of feeds shows of a project. */
function htmlOf(project: Project, department: Department, { first, last }: Change): string {
  const paragraph = (text: string) => element('p', {}, escapeXml(text).replaceAll('\n', '<br/>'));
  const amounts = BUDGET_FIELDS.filter(({ name }) => name === 'total' || !isBlank(project.budget[name]));
  const day = (at: number) => dayWords(chinaTime(at).slice(0, 10));
  return [
    first === last ? `${day(first)}收入本站。` : `${day(first)}收入本站，${day(last)}有改动。`,
    `部门：${department.name}`,
    amounts
      .map(({ name, label }) => `${label}：${statedAmountWords(project.budget[name], project.unit)}`)
      .join('；'),
    ...TEXT_FIELDS.filter(({ name }) => project[name] !== '').map(
      ({ name, label }) => `${label}：${project[name]}`,
    ),
    ...toldCorrections(project).map(
      (one) =>
        `更正：${one.name}${correctedWords(one)}。依据：${one.grounds}${one.date === '' ? '' : `（${dayWords(one.date)}）`}`,
    ),
  ]
    .map(paragraph)
    .join('');
}
