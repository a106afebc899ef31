import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesOf, filesOf, publishedFrom } from '../open-data/published.ts';
import { readCsv } from '../open-data/read-csv.ts';
import { REAL_SITE, THREE_DEPARTMENTS } from '../setup/sites.ts';
import { fileOf, listPages } from './built-pages.ts';

describe.each([
  { ...REAL_SITE, content: 'content' },
  { ...THREE_DEPARTMENTS, content: 'tests/fixtures/three-departments' },
])('the site of $title', ({ content, folder }) => {
  it('has every file of the open data, as the content says', async () => {
    for (const [path, text] of filesOf(await publishedFrom(content))) {
      expect(readFileSync(fileOf(folder, `/${path}`), 'utf8') === text, path).toBe(true);
    }
  });

  it('has the workbooks and the database, as the content says', async () => {
    const published = await publishedFrom(content);
    for (const path of ['data/data.xlsx', 'data/2022/data.xlsx', 'data/data.sqlite']) {
      const file = readFileSync(fileOf(folder, `/${path}`));
      expect(file.equals(bytesOf(published, path)), path).toBe(true);
    }
  });

  it('has each page that the data name', () => {
    const pages = new Set(listPages(folder));
    for (const table of [
      'projects',
      'indicators',
      'disbursement-plan',
      'departments',
      'findings',
      'corrections',
    ]) {
      const rows = JSON.parse(readFileSync(fileOf(folder, `/data/${table}.json`), 'utf8')) as readonly {
        readonly address: string;
      }[];
      for (const { address } of rows) expect(pages).toContain(address.replace(/#.*/, ''));
    }
  });
});

it('a year’s indicators are offered at its list', () => {
  const page = readFileSync(fileOf(REAL_SITE.folder, '/indicators/'), 'utf8');
  const [, href = '', name] = /href="([^"]+)" download="([^"]+)"/.exec(page) ?? [];
  expect(name).toBe('绩效指标-2022.csv');
  expect(href).toBe('/data/2022/indicators.csv');
  const rows = readCsv(readFileSync(fileOf(REAL_SITE.folder, href), 'utf8'));
  expect(rows).toHaveLength(317);
  expect(existsSync(fileOf(REAL_SITE.folder, '/indicators/2022.csv'))).toBe(false);
});

it('a project’s page offers its data in each format', () => {
  const path = '/2022/313001/13060522P00416610001C/';
  const page = readFileSync(fileOf(REAL_SITE.folder, path), 'utf8');
  for (const ending of ['csv', 'json', 'yaml']) {
    expect(page).toContain(
      `href="${path}project.${ending}" download="2022-313001-13060522P00416610001C.${ending}"`,
    );
  }
});
