import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import { readRows } from '../../src/documents/read-rows.ts';
import { labelWords } from '../../src/documents/forms/labels.ts';
import { readTextDump } from '../../src/documents/grid/text-dump.ts';
import { formatFindings } from '../../src/files/format-findings.ts';
import type { Finding } from '../../src/files/finding.ts';
import { checkMarkdown } from '../../src/files/markdown.ts';
import { readAreas } from '../../src/files/read-areas.ts';
import { readDepartment } from '../../src/files/read-department.ts';
import { readImportWords } from '../../src/files/read-import-words.ts';
import { readEverydayWords } from '../../src/files/read-everyday-words.ts';
import { readProject } from '../../src/files/read-project.ts';
import { readGlossary, readSite } from '../../src/files/read-site.ts';
import { indicatorKeyOf } from '../../src/model/shared-indicators.ts';
import { breakWords } from '../../src/site/break-words.ts';
import { wholePieces } from '../../src/site/whole-pieces.ts';
import { contentOf } from '../setup/remarks.ts';
import { sampleProject } from '../setup/sample.ts';

const path = 'content/2022/313001/department.md';
const [ROW] = sampleProject().indicators;
const context = { year: 2022, departmentCode: '313001', record: '甲', unit: '万元' } as const;

/** What a text may be made of that a pattern looks at again and again; the whole with and without a break. */
const UNITS = [
  ...[
    '国',
    'a',
    '1',
    ' ',
    '\u3000',
    '（',
    '【',
    '}',
    '“',
    '"',
    '率',
    'X',
    'ab',
    '甲乙',
    '1 ',
    '1-',
    '1.',
    '1,',
  ],
  ...['1–', '（1', '1、', ': ', ' #', '- ', '13800', 'a\t ', '[bookmark:', '甲\n', 'a@'],
];

const ignore = () => undefined;

/** Everything that reads a text, by what it reads. */
const READERS: Readonly<Record<string, (text: string) => void>> = {
  'a project file and all rules on it': (text) => {
    const value = JSON.stringify(text);
    const row = `{ 二级指标: ${value}, 三级指标: ${value}, 绩效指标描述: ${value}, 指标值: ${value} }`;
    const target = `{ 二级指标: 数量指标, 三级指标: 甲, 指标值: 1人, 指标值确定依据: ${value} }`;
    const yaml = [
      ...['序号: 1', `项目编码: ${value}`, `项目名称: ${value}`, `预算规模: { 预算数: ${value} }`],
      ...[`资金用途: ${value}`, `资金支出计划: { 12月底: ${value} }`, `绩效目标: [${value}]`],
      ...[`绩效指标: { 产出指标: [${row}, ${target}] }`, `上年项目编码: ${value}`, `领域: ${value}`],
      `核对说明: [{ 位置: ${value}, 原文: ${value}, 说明: ${value} }]`,
      `更正: [{ 位置: 资金用途, 原值: ${value}, 依据: ${value} }]`,
    ].join('\n');
    const findings: Finding[] = [];
    const entry = readProject({ path: 'projects/甲.yaml', text: yaml }, context, (one) => findings.push(one));
    if (entry !== undefined) findings.push(...checkContent(contentOf([entry], undefined)));
    formatFindings(findings, 'text');
  },
  'the lines of a broken file': (text) => {
    const lines = [
      `资金用途：${text}`,
      `预算数：１${text}`,
      `绩效目标: ［甲${text}`,
      `项目名称 ${text}`,
      `预算数${text}:1`,
    ];
    for (const line of lines) readProject({ path: 'projects/甲.yaml', text: line }, context, ignore);
  },
  'a list of a broken file': (text) => {
    readProject({ path: 'projects/甲.yaml', text: `绩效目标：\n  - ${text}` }, context, ignore);
  },
  'department.md': (text) => {
    const head = `部门编码: ${JSON.stringify(text)}\n部门名称: ${JSON.stringify(text)}\n年度: 2022\n金额单位: 万元`;
    const entry = readDepartment({ path, text: `---\n${head}\n---\n` }, ignore);
    checkContent(contentOf([], entry));
    readDepartment({ path, text: `---\n${text}` }, ignore);
  },
  'site.yaml': (text) => {
    const value = JSON.stringify(text);
    const yaml = `站点名称: ${value}\n发布机构: ${value}\n网址: ${value}\n联系: { 电子邮箱: ${value} }\n网站标识码: ${value}\n公安备案号: ${value}\n安全联系: { 联系方式: ${value}, 政策: ${value} }`;
    readSite({ path: 'site.yaml', text: yaml }, ignore);
  },
  'glossary.yaml and the lists of words beside it': (text) => {
    const value = JSON.stringify(text);
    const term = `- { 术语: ${value}, 官方解释: ${value}, 通俗解释: ${value}, 别名: [${value}] }`;
    readGlossary({ path: 'glossary.yaml', text: term }, ignore);
    readImportWords({ path: 'w', text: `预算数: [${value}]` }, ignore);
    readEverydayWords({ path: 'w', text: `- { 文件用语: ${value}, 日常用语: [${value}] }` }, ignore);
    readAreas({ path: 'a', text: `- { 领域: ${value}, 词: [${value}] }` }, ignore);
  },
  'an official document': (text) => {
    readTextDump(`1.甲绩效目标表\n\t甲\n\t${text}`, labelWords());
  },
  'a table copied from Excel': (text) => {
    readRows(`数量指标\t${text}\t"${text}\t1\n\t"${text}"\t${text}\t1`);
  },
  'a name beside other names': (text) => {
    if (ROW !== undefined) indicatorKeyOf({ ...ROW, name: text, description: text });
  },
  'a sentence and a heading of a page': (text) => {
    wholePieces(text);
    breakWords(text);
  },
};

/** Milliseconds of this thread's own work, the least of a few times: a busy machine only ever adds to it. */
function timeOf(action: () => void, times: number): number {
  const all = Array.from({ length: times }, () => {
    const start = process.threadCpuUsage();
    action();
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...all);
}

/** By how much the time grows with ten times the text: 10 where in proportion, 100 for a square, 1,000 for a cube. */
function growthOf(read: (text: string) => void, textOf: (length: number) => string): number {
  const [short, long] = [textOf(2_000), textOf(20_000)];
  const time = (text: string, times: number) =>
    timeOf(() => {
      read(text);
    }, times);
  const once = time(long, 1);
  // Below 2 ms a time says little; what takes more with the square of the length takes 120 ms and more then.
  if (once / 2 < BOUND) return once / 2;
  const least = Math.max(2, time(short, 5));
  return once / least < BOUND ? once / least : time(long, 3) / least;
}

const BOUND = 60;

describe.each(Object.entries(READERS))('the time to read %s', (_, read) => {
  it.each(UNITS)('grows in proportion to a text of %j', (unit) => {
    for (const end of ['', '！x']) {
      const growth = growthOf(read, (length) => `≥1${unit.repeat(length / unit.length)}${end}`);
      expect(growth).toBeLessThan(BOUND);
    }
  });
});

describe('the time to read Markdown', () => {
  const read = (text: string) => {
    checkMarkdown(text, 0, { path: 'content/pages/x.md', text }, ignore);
  };
  it.each([
    ...[
      '*a_',
      '[a](',
      '[a][b]',
      '[',
      '![a](',
      '<a ',
      '`a',
      '~~a ',
      '\\*',
      '&#x41;',
      '> a\n\n',
      '- a\n\n> b\n\n',
      'a\n',
    ],
    ...[
      '| a ',
      '# a\n',
      '[a]: b\n',
      '[^1]: a\n\n',
      'www.',
      'a@b.',
      `${'*a_'.repeat(320)}\n\n`,
      `> a\n${'b\n'.repeat(400)}\n`,
    ],
  ])('grows in proportion to a text of %j', (unit) => {
    expect(growthOf(read, (length) => unit.repeat(length / unit.length))).toBeLessThan(BOUND);
  });
});
