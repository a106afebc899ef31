import { expect, it } from 'vitest';
import { plain } from '../../src/model/words.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { SearchEngine } from '../../src/search/search-engine.ts';
import { searchableDocuments } from '../../src/search/searchable-documents.ts';
import { madeUpDepartment } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';

/** Two departments that share a code, and a year before in which more money was planned. */
const departments = (
  [
    [2099, '999001', '100'],
    [2099, '999002', '300'],
    [2098, '999001', '900'],
  ] as const
).map(([year, code, amount]) =>
  madeUpDepartment({
    year,
    code,
    name: `虚构部门${code}`,
    projects: [sampleProject({ year, departmentCode: code, code: 'A1', name: '虚构湿地巡护', amount })],
  }),
);
const files = buildIndex(searchableDocuments({ departments, glossary: [], pages: [] }));
const engine = new SearchEngine((name) => Promise.resolve(JSON.parse(files.get(name) ?? 'null')));

it.each(['湿地巡护', 'a1', 'shidixunhu', '湿地巡沪'])('“%s” finds the latest year first', async (query) => {
  const paths = (await engine.ask(query)).exact.map(({ document }) => document.path);
  expect(paths).toEqual(['2099/999002/A1/', '2099/999001/A1/', '2098/999001/A1/']);
});

it('an amount finds the latest year first, and each hit says its year and department', async () => {
  const [found] = (await engine.ask('300万元')).also;
  const exact = (await engine.ask('湿地巡护')).exact.map(({ document }) =>
    document.facts.map((fact) => plain(fact)),
  );
  expect(found?.hits ?? (await engine.ask('300万元')).exact).toHaveLength(1);
  expect(exact).toEqual([
    ['预算数300.00万元；计划3月底付25%，6月底50%，10月底75%，12月底付完', '2099年', '虚构部门999002'],
    ['预算数100.00万元；计划3月底付25%，6月底50%，10月底75%，12月底付完', '2099年', '虚构部门999001'],
    ['预算数900.00万元；计划3月底付25%，6月底50%，10月底75%，12月底付完', '2098年', '虚构部门999001'],
  ]);
});
