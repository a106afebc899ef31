/**
 * Nothing lost, nothing invented: every cell of the official document, read here in a way of its own, stands
 * in the content, and the content holds nothing else. Shares no code with the importer.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';

const FOLDER = 'content/2022/313001';
const source = readFileSync(`${FOLDER}/sources/000_d071826548224e33.txt`, 'utf8');

/** The source without bookmarks and without white space at the ends of lines, parted at the forms' headings. */
const [preamble = '', ...forms] = source
  .replace(/\[bookmark: \w+\]/g, '')
  .split('\n')
  .map((line) => line.replace(/^(\t?)(.*?)\s*$/, '$1$2'))
  .join('\n')
  .split(/\n(?=\d+\.[^\n]+绩效目标表\n)/);

/** A form's cells: what stands behind each tab, without blank lines around it. */
function cellsOf(form: string): readonly string[] {
  return form.split(/\n\t/).map((cell) => cell.trim().replace(/\n +/g, '\n'));
}

type Value = string | Value[] | { [key: string]: Value };

/** A content file as texts, by the YAML library alone. */
function texts(node: ParsedNode | null): Value {
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.map(({ key, value }) => [(key as unknown as { source: string }).source, texts(value)]),
    );
  }
  if (isSeq(node)) return node.items.map((item) => texts(item));
  if (!isScalar(node) || node.value === null) return '';
  return node.type === 'PLAIN' ? node.source : (node.value as string);
}

interface Indicator {
  二级指标: string;
  三级指标: string;
  绩效指标描述: string;
  指标值: string;
  指标值确定依据: string;
}
interface Project {
  序号: string;
  项目编码: string;
  项目名称: string;
  预算规模: { 预算数: string; 财政资金: string; 其他资金: string };
  资金用途: string;
  资金支出计划: Record<'3月底' | '6月底' | '10月底' | '12月底', string>;
  绩效目标: string[];
  绩效指标: Record<string, Indicator[]>;
}

const projects = readdirSync(`${FOLDER}/projects`)
  .map(
    (name) =>
      texts(parseDocument(readFileSync(`${FOLDER}/projects/${name}`, 'utf8')).contents) as unknown as Project,
  )
  .sort((a, b) => Number(a.序号) - Number(b.序号));

/** The form that a content file stands for, as its cells in the order of the paper. */
function formOf(project: Project): readonly string[] {
  const { 预算规模: budget, 资金支出计划: plan } = project;
  return [
    `${project.序号}.${project.项目名称}绩效目标表`,
    '313001保定白沟新城管理委员会组织人事局（本级）',
    '单位：万元',
    ...['项目编码', project.项目编码, '项目名称', project.项目名称],
    ...['预算规模及资金用途', '预算数', budget.预算数, '其中：财政    资金', budget.财政资金],
    ...['其他资金', budget.其他资金, '', project.资金用途],
    ...['资金支出计划（%）', '3月底', '6月底', '10月底', '12月底'],
    ...['', plan['3月底'], plan['6月底'], plan['10月底'], plan['12月底']],
    ...['绩效目标', project.绩效目标.map((goal, index) => `${index + 1}.${goal}`).join('\n')],
    ...['一级指标', '二级指标', '三级指标', '绩效指标描述', '指标值', '指标值确定依据'],
    ...Object.entries(project.绩效指标).flatMap(([category, rows]) =>
      rows.flatMap((row, index) => [
        index === 0 ? category : '',
        ...[row.二级指标, row.三级指标, row.绩效指标描述, row.指标值, row.指标值确定依据],
      ]),
    ),
  ];
}

describe('the published content of 2022', () => {
  it('has a file for each of the 40 forms', () => {
    expect(forms).toHaveLength(40);
    expect(projects).toHaveLength(40);
  });

  it.each(forms.map((form, index) => [form.split('\n', 1)[0], form, index] as const))(
    'has every cell of %s and nothing else',
    (_heading, form, index) => {
      const project = projects[index];
      if (project === undefined) throw new Error('no content file for this form');
      expect(formOf(project)).toEqual(cellsOf(form));
    },
  );

  it('has the overall goals line by line, with their own numbers as text', () => {
    const titles = ['第一部分', '部门整体绩效目标', '第二部分', '预算项目绩效目标'];
    const lines = preamble
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !titles.includes(line));
    const [, , body = ''] = readFileSync(`${FOLDER}/department.md`, 'utf8').split(/^---\n/m);
    const written = body
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.replace(/^#+ /, ''));
    expect(written).toEqual(lines);
    expect(lines).toHaveLength(22);
  });

  it('offers the document itself, unchanged', async () => {
    const { createHash } = await import('node:crypto');
    const bytes = readFileSync(`${FOLDER}/sources/000_d071826548224e33.txt`);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      '0fcc6704888b1299e7707224513c05f6a7d3082b77b891a21c1abcea04a4d593',
    );
  });
});
