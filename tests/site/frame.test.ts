import { expect, it } from 'vitest';
import { NO_CHANGE_LOG } from '../../src/history/change-log.ts';
import { NO_HISTORY, type History } from '../../src/history/history.ts';
import { frameOf } from '../../src/site/frame.ts';
import { publishedFrom } from '../open-data/published.ts';

it('the frame of pages knows the latest year, whom to ask, and whether anything was adjusted or evaluated', async () => {
  const { site } = await publishedFrom('tests/fixtures/three-departments');
  const frame = (departments = site.departments) =>
    frameOf({ site: { ...site, departments } }, NO_HISTORY, NO_CHANGE_LOG, 'https://site.invalid');
  expect(frame().latest).toBe(site.departments[0]?.year);
  expect(frame().whomToAsk).toContain('对内容有疑问');
  expect(frame().hasResults).toBe(
    site.departments.some(({ projects }) => projects.some(({ evaluation }) => evaluation !== undefined)),
  );
  const adjustment = { date: '2099-07-01', files: [], title: undefined, explanation: undefined, added: [] };
  const [first, ...others] = site.departments;
  if (first === undefined) throw new Error('a site without departments');
  expect(frame([{ ...first, adjustments: [adjustment] }, ...others]).isAdjusted).toBe(true);
  expect(frame([])).toMatchObject({ hasResults: false, isAdjusted: false, latest: undefined, whomToAsk: '' });
});

it('there are feeds where something has a date and an address', async () => {
  const { site } = await publishedFrom('tests/fixtures/three-departments');
  const [department] = site.departments;
  const [project] = department?.projects ?? [];
  if (department === undefined || project === undefined) throw new Error('a site without projects');
  const file = `${String(project.year)}/${department.code}/projects/${project.record}.yaml`;
  const history: History = {
    kind: 'known',
    changes: new Map([[file, { first: 1, last: 1, by: '' }]]),
    uncommitted: [],
  };
  expect(frameOf({ site }, history, NO_CHANGE_LOG, 'https://site.invalid').hasFeed).toBe(true);
  expect(frameOf({ site }, history, NO_CHANGE_LOG, undefined).hasFeed).toBe(false);
  expect(frameOf({ site }, NO_HISTORY, NO_CHANGE_LOG, 'https://site.invalid').hasFeed).toBe(false);
});
