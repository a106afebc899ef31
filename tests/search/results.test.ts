import { expect, it } from 'vitest';
import { buildIndex } from '../../src/search/build-index.ts';
import { SearchEngine } from '../../src/search/search-engine.ts';
import { searchableDocuments } from '../../src/search/searchable-documents.ts';
import { madeUpDepartment } from '../setup/made-up-content.ts';
import { evaluationOf, sampleProject } from '../setup/sample.ts';

const project = sampleProject({
  evaluation: evaluationOf({ spent: '98.50', achieved: '虚构湿地已巡护完毕。' }, [
    { name: '测试数量', achieved: '8次', reason: '虚构汛期道路中断。' },
    { name: '虚构新增', achieved: '虚构成效' },
  ]),
});
const departments = [madeUpDepartment({ year: 2099, code: '999001', projects: [project] })];
const files = buildIndex(searchableDocuments({ departments, glossary: [], pages: [] }));
const engine = new SearchEngine((name) => Promise.resolve(JSON.parse(files.get(name) ?? 'null')));

it.each([
  ['汛期道路', '自评 · 测试数量', 'indicator-1'],
  ['虚构成效', '自评 · 虚构新增', 'evaluation'],
  ['巡护完毕', '自评 · 目标完成情况', 'evaluation'],
  ['98.50万元', '自评 · 全年执行数', 'evaluation'],
])('“%s” is found in %s', async (query, label, fragment) => {
  const { exact, also } = await engine.ask(query);
  const hits = [...exact, ...also.flatMap((found) => found.hits)];
  expect(hits.flatMap(({ parts }) => parts.map(([own, to]) => [own, to]))).toContainEqual([label, fragment]);
});
