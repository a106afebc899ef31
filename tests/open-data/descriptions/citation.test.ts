import { Cite } from '@citation-js/core';
import '@citation-js/plugin-cff';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Published } from '../../../src/files/finding.ts';
import { citationText } from '../../../src/open-data/descriptions/citation.ts';
import { madeUpDepartment } from '../../setup/made-up-content.ts';
import { filesOf, publishedFrom } from '../published.ts';

const real = await publishedFrom('content');
const title = '保定白沟新城管理委员会组织人事局预算绩效目标公开（演示站点）：开放数据';
const publisher = '保定白沟新城管理委员会组织人事局';

/** The real site with one made-up department, whose document was published on a known day. */
function madeUp(): Published {
  const source = {
    files: [],
    title: '示例部门2099年项目绩效目标',
    address: 'https://example.gov.cn/2099.pdf',
    published: '2099-02-15',
    approval: undefined,
  };
  const department = { ...madeUpDepartment({ year: 2099, code: '999001', projects: [] }), source };
  return { ...real, site: { ...real.site, departments: [department] } };
}
const citationOf = (content: Published, host?: string) =>
  filesOf(content, { base: '/budget', host }).get('data/CITATION.cff') ?? '';

it('programs that keep references read the data’s title, author, address and day', () => {
  const { data } = new Cite(citationOf(madeUp(), 'https://example.gov.cn'));
  expect(data[0]).toMatchObject({
    type: 'dataset',
    title,
    author: [{ literal: publisher }],
    URL: 'https://example.gov.cn/budget/data/',
    issued: { 'date-parts': [[2099, 2, 15]] },
  });
});

it('the file has what its format wants, and the official documents as references', () => {
  expect(parse(citationOf(madeUp(), 'https://example.gov.cn'))).toMatchObject({
    'cff-version': '1.2.0',
    message: expect.stringMatching(/./) as string,
    type: 'dataset',
    title,
    authors: [{ name: publisher }],
    references: [
      {
        type: 'government-document',
        title: expect.stringContaining('示例部门2099年项目绩效目标') as string,
        authors: [{ name: expect.stringMatching(/./) as string }],
        year: 2099,
        url: 'https://example.gov.cn/2099.pdf',
      },
    ],
  });
});

it('what is not known is left out: the address of the site, and when a document was published', () => {
  const file = parse(citationOf(real)) as Record<string, unknown>;
  expect(file).not.toHaveProperty('url');
  expect(file).not.toHaveProperty('date-released');
});

it('is an entry of a list of references by the national standard', () => {
  const page = 'https://example.gov.cn/budget/data/';
  expect(citationText(madeUp(), page, '2099-11-28')).toBe(
    `${publisher}. ${title}[DS/OL]. (2099-02-15)[2099-11-28]. ${page}.`,
  );
  expect(citationText(real, page)).toBe(`${publisher}. ${title}[DS/OL]. ${page}.`);
});
