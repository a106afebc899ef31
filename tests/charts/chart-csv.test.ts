import { expect, it } from 'vitest';
import { budgetByProject } from '../../src/charts/budget-by-project.ts';
import { chartCsv, describeChartFile } from '../../src/charts/chart-csv.ts';
import type { ChartDescription, ChartSeries } from '../../src/charts/chart.ts';
import { plansCompared } from '../../src/charts/project-plan.ts';
import { fileName } from '../../src/components/save-file.ts';
import { csvMetadata } from '../../src/open-data/descriptions/csv-metadata.ts';
import { planOf, sampleProject } from '../setup/sample.ts';

const chart = (series: readonly ChartSeries[], labels: readonly string[]): ChartDescription => ({
  id: 'chart',
  title: '虚构的图',
  sentence: ['虚构。'],
  drawing: 'bars',
  categoryName: '项目',
  categories: labels.map((label) => ({ label })),
  series,
});
const linesOf = (description: ChartDescription) => chartCsv(description).split('\r\n').slice(0, -1);

it('a chart becomes a file that Excel reads: with its mark, its line ends, its head with units, plain numbers', () => {
  const series = { name: '预算数', unit: '万元', cells: [{ value: '1392' }], drawn: true };
  expect(chartCsv(chart([series], ['甲']))).toBe('\uFEFF项目,预算数（万元）\r\n甲,1392.00\r\n');
});

it('a blank is what is not stated, as the heading says; a lower bound and the text of the source stand beside', () => {
  const cells = [{ value: '14.67', isLeast: true }, {}, { text: '750000%', refused: '不能采信' }] as const;
  expect(linesOf(chart([{ name: '累计', unit: '%', cells, drawn: true }], ['一', '二', '三']))).toEqual([
    '\uFEFF项目,累计（%，空白为未列）,累计是否只是下限,累计的原文',
    '一,14.67,是,',
    '二,,否,',
    '三,,否,750000%',
  ]);
});

it('compared projects have their names, and not the letters of the page', () => {
  const odd = sampleProject({ name: '虚构乙', disbursementPlan: planOf('25%', '50%', '750000%', '100%') });
  const projects = [
    { letter: '甲', title: '虚构甲', project: sampleProject({ name: '虚构甲' }) },
    { letter: '乙', title: '虚构乙', project: odd },
  ];
  const lines = linesOf(plansCompared(projects));
  expect(lines[0]).toBe('\uFEFF截至,甲 虚构甲（%）,乙 虚构乙（%，空白为未列）,乙 虚构乙的原文');
  expect(lines[3]).toBe('10月底,75.00,,750000%');
});

it('all rows are in the file, also those that are not drawn; where not even the file has all, it says so', () => {
  const many = Array.from({ length: 300 }, () => sampleProject());
  expect(linesOf(budgetByProject(many, () => ''))).toHaveLength(301);
  const lines = linesOf(budgetByProject(many, () => '', { drawn: 100, most: 200 }));
  expect(lines).toHaveLength(202);
  expect(lines.at(-1)).toBe('只列出前200项，共300项');
});

it('the name of a row stays as it is, but does nothing in a spreadsheet', () => {
  const labels = ['1,000', '未列', '=1+1', '甲,"乙"'];
  expect(linesOf(chart([], labels)).slice(1)).toEqual(['"1,000"', '未列', "'=1+1", '"甲,""乙"""']);
});

it('a file is named for what it shows, without what no system allows in names', () => {
  expect(fileName(['计划累计支出', '某局/本级：“一”'], 'png')).toBe('计划累计支出-某局本级：“一”.png');
  expect(fileName(['图', ' ', '甲*乙?\n'], 'csv')).toBe('图-甲乙.csv');
  expect([...fileName(['图', '𠮷'.repeat(100)], 'svg')]).toHaveLength(60 + '.svg'.length);
});

it('a share of nothing is no blank and no text of the source', () => {
  const cells = [{ refused: '—' }] as const;
  expect(linesOf(chart([{ name: '占比', unit: '%', cells, drawn: true }], ['甲']))).toEqual([
    '\uFEFF项目,占比（%）',
    '甲,—',
  ]);
});

it('a number that cannot be said for another has its reason beside it, which is not called the text of the source', () => {
  const cells = [{ refused: '读不出' }] as const;
  expect(linesOf(chart([{ name: '金额', unit: '万元', cells, drawn: true }], ['甲']))).toEqual([
    '\uFEFF项目,金额（万元，空白为未列）,金额为什么没有数',
    '甲,,读不出',
  ]);
});

it('what a file holds is told beside it: a column for each of its columns, with type, unit and what a blank means', () => {
  const cells = [
    { value: '14.67', isLeast: true },
    { refused: '—' },
    { text: '很多', refused: '读不出' },
  ] as const;
  const described = chart([{ name: '累计', unit: '%', cells, drawn: true }], ['一', '二', '三']);
  const metadata = csvMetadata(
    describeChartFile(described, {
      url: 'chart.csv',
      subject: '虚构的局',
      sources: [],
      page: 'https://example.org/2099/#chart',
    }),
    { publisher: '虚构机构', licence: { name: '', address: 'https://example.org/licence' } },
  );
  expect(metadata).toMatchObject({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh-CN' }],
    url: 'chart.csv',
    'dc:title': '虚构的图：虚构的局',
    'dc:license': 'https://example.org/licence',
    tableSchema: {
      columns: [
        { titles: '项目', datatype: 'string' },
        { titles: '累计（%，空白为未列）', datatype: 'decimal', null: ['', '—'], 'schema:unitText': '%' },
        { titles: '累计是否只是下限', datatype: { base: 'boolean', format: '是|否' } },
        { titles: '累计的原文', datatype: 'string' },
      ],
    },
  });
  expect(metadata).not.toHaveProperty('dc:source');
});
