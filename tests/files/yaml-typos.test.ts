import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/files/finding.ts';
import { readProject } from '../../src/files/read-project.ts';
import { placeOf } from '../../src/files/source-file.ts';
import { writeProject } from '../../src/files/write-project.ts';
import { sampleProject } from '../setup/sample.ts';

const good = writeProject(sampleProject());

/** What the reader says of a text: rule, line and column, message and hint in one line. */
function said(text: string): readonly string[] {
  const findings: Finding[] = [];
  const context = { year: 2099, departmentCode: '999001', record: 'x', unit: '万元' } as const;
  readProject({ path: 'x.yaml', text }, context, (finding) => findings.push(finding));
  return findings.map(({ rule, range, message, hint }) => {
    const { line, column } = placeOf(text, range.start);
    return `${rule} ${line}:${column} ${message} ${hint ?? ''}`;
  });
}

describe('a typo of Chinese input', () => {
  it.each([
    ['a full-width colon', '预算数: 100.00', '预算数：100.00', '5:6', '全角冒号', '应写作“预算数: 100.00”。'],
    [
      'a full-width colon at the left',
      '资金用途: 测试用途',
      '资金用途：测试用途',
      '8:5',
      '全角冒号',
      '应写作“资金用途: 测试用途”。',
    ],
    [
      'a colon without its blank',
      '财政资金: 100.00',
      '财政资金:100.00',
      '6:7',
      '要空一格',
      '应写作“财政资金: 100.00”。',
    ],
    [
      'a full-width blank behind the colon',
      '项目名称: 虚构项目',
      '项目名称:　虚构项目',
      '3:6',
      '全角空格',
      '应写作“项目名称: 虚构项目”。',
    ],
    [
      'a full-width blank as indentation',
      '  预算数: 100.00',
      '　　预算数: 100.00',
      '5:1',
      '全角空格',
      '应写作“预算数: 100.00”，左边空2格。',
    ],
    [
      'a tab as indentation',
      '  预算数: 100.00',
      '\t预算数: 100.00',
      '5:1',
      'Tab',
      '应写作“预算数: 100.00”，左边空2格。',
    ],
    ['a full-width dash', '  - 虚构目标', '  － 虚构目标', '15:3', '短横', '应写作“- 虚构目标”。'],
    [
      'a dash without its blank',
      '  - 虚构目标',
      '  -虚构目标',
      '15:3',
      '短横后面要空一格',
      '应写作“- 虚构目标”。',
    ],
    [
      'a colon and a blank in a text',
      '资金用途: 测试用途',
      '资金用途: 用于: 测试',
      '8:7',
      '冒号加空格',
      '应写作“资金用途: "用于: 测试"”。',
    ],
    [
      'a key in Chinese quotes',
      '  财政资金: 100.00',
      '  “财政资金”: 100.00',
      '6:3',
      '中文引号',
      '应写作“财政资金: 100.00”。',
    ],
    [
      'a full-width figure in a key',
      '  3月底: 25%',
      '  ３月底: 25%',
      '10:3',
      '全角字符',
      '应写作“3月底: 25%”。',
    ],
    [
      'a semicolon for the colon',
      '财政资金: 100.00',
      '财政资金；100.00',
      '6:7',
      '分号',
      '应写作“财政资金: 100.00”。',
    ],
    [
      'a key without colon',
      '财政资金: 100.00',
      '财政资金 100.00',
      '6:3',
      '少了冒号',
      '应写作“财政资金: 100.00”。',
    ],
    [
      'a blank that does not break as indentation',
      '  财政资金: 100.00',
      '\u00a0\u00a0财政资金: 100.00',
      '6:1',
      '不间断空格',
      '应写作“财政资金: 100.00”，左边空2格。',
    ],
    [
      'a key set in too far',
      '  6月底: 50%',
      '    6月底: 50%',
      '11:5',
      '属于“资金支出计划”',
      '应写作“6月底: 50%”，左边空2格。',
    ],
    [
      'full-width brackets',
      '绩效目标:\n  - 虚构目标',
      '绩效目标: ［甲，“乙”］',
      '14:7',
      '全角括号',
      '应写作“绩效目标: [甲, 乙]”。',
    ],
    [
      'a colon and a blank in a list',
      '  - 虚构目标',
      '  - 目标: 虚构',
      '15:5',
      '冒号加空格',
      '应写作“- "目标: 虚构"”。',
    ],
    [
      'a # in a text',
      '资金用途: 测试用途',
      '资金用途: 用于 #3 楼',
      '8:7',
      '批注',
      '应写作“资金用途: "用于 #3 楼"”。',
    ],
    [
      'a text that begins with %',
      '指标值: ≥10次',
      '指标值: %100%',
      '21:12',
      '特殊含义',
      '应写作“指标值: "%100%"”。',
    ],
    [
      'a text that begins with >',
      '指标值: ≥10次',
      '指标值: >10百分比',
      '21:12',
      '特殊含义',
      '应写作“指标值: ">10百分比"”。',
    ],
    [
      'words behind a quote',
      '项目名称: 虚构项目',
      '项目名称: "虚构"项目',
      '3:7',
      '引号后面',
      '应写作“项目名称: "\\"虚构\\"项目"”。',
    ],
  ])('%s is named at its place, with the line as it should be', (_what, before, after, place, name, hint) => {
    const text = good.replace(before, after);
    expect(text).not.toBe(good);
    const findings = said(text);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(new RegExp(`^yaml/syntax ${place} `));
    expect(findings[0]).toContain(name);
    expect(findings[0]).toContain(hint);
  });

  it('is named at every line that has it', () => {
    expect(said(good.replaceAll(/: (?=\S)/g, '：'))).toHaveLength(good.match(/: (?=\S)/g)?.length ?? 0);
  });

  it.each([
    ['a text that YAML would cut at #', '资金用途: 用于 #3 楼', '8:7', '批注'],
    ['a list with a full-width comma', '资金用途: 测试\n绩效目标: [甲，乙]', '9:7', '全角逗号'],
    ['full-width brackets', '资金用途: 测试\n绩效目标: ［甲］', '9:7', '应写作“绩效目标: [甲]”。'],
    ['a quote that is not closed', '资金用途: "测试', '8:7', '没有配对'],
    ['a text that begins with %', '资金用途: %100%', '8:7', '双引号'],
    ['a text that begins with @', '资金用途: @测试', '8:7', '双引号'],
    ['a text that begins with *', '资金用途: *测试', '8:7', '双引号'],
  ])('%s is named', (_what, lines, place, name) => {
    const [, ...rest] = lines.split('\n');
    const text = good
      .replace('资金用途: 测试用途', lines)
      .replace(rest.length > 0 ? '绩效目标:\n  - 虚构目标\n' : '\u0000', '');
    const findings = said(text);
    expect(findings[0]).toContain(` ${place} `);
    expect(findings.join('\n')).toContain(name);
  });

  it('is reported with all others of its line and its file, and what else is wrong there', () => {
    const text = good
      .replace('  预算数: 100.00', '\t预算数：１００')
      .replace('3月底: 25%', '3月底：25％')
      .replace('项目名称:', '项目名:')
      .replace('  - 虚构目标', '  －虚构目标');
    expect(said(text).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'field/unknown 3:1',
      'yaml/syntax 5:1',
      'yaml/syntax 5:5',
      'money/format 5:6',
      'yaml/syntax 10:6',
      'plan/format 10:7',
      'yaml/syntax 15:3',
    ]);
  });

  it('beside a text over several lines is found, and none in the text', () => {
    const purpose = '预算数：100\n  财政资金:50\n－ 说明：无';
    const text = writeProject(sampleProject({ purpose })).replace('项目名称: ', '项目名称：');
    expect(said(text).map((line) => line.split(' ')[1])).toEqual(['3:5']);
    // What YAML would join with blanks is told besides.
    for (const joined of ['"第一行\n  预算数：100"', '第一行\n  预算数：100']) {
      const joining = good.replace('测试用途', joined).replace('项目名称: ', '项目名称：');
      expect(said(joining).map((line) => line.split(' ')[1])).toEqual(['3:5', '8:7']);
    }
  });

  it('inside a text is no typo', () => {
    const purpose = '预算数：100\n  　财政资金:50\n－ 说明：无';
    expect(said(writeProject(sampleProject({ purpose })))).toEqual([]);
  });

  it('in a number, a share or a code is shown as it should be', () => {
    expect(said(good.replace('序号: 1', '序号: １'))[0]).toContain('应写作“序号: 1”。');
  });
});
