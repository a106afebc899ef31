import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/files/decode.ts';
import { FORMATS, type FormatName } from '../../../src/files/fix/formats.ts';
import { fixText } from '../../../src/files/fix/fix-text.ts';
import { writeProject } from '../../../src/files/write-project.ts';
import { sampleProject } from '../../setup/sample.ts';
import { commented, mangles } from './mangles.ts';

const FOLDER = 'content/2022/313001/projects';
const REAL = readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name), 'utf8'));

function fix(text: string, format: FormatName = 'project'): string | undefined {
  const { text: decoded = '' } = decode(Buffer.from(text)) ?? {};
  const file = { path: 'x.yaml', text: decoded.replaceAll('\r\n', '\n') };
  const fixed = fixText(file, FORMATS[format]);
  return fixed.kind === 'fixed' ? fixed.text : undefined;
}

describe('fixing a project file', () => {
  it('leaves every published file as it is', () => {
    expect(REAL).toHaveLength(40);
    for (const text of REAL) expect(fix(text)).toBe(text);
  });

  it('restores the published bytes, whatever was done to them that has one meaning', () => {
    let changed = 0;
    fc.assert(
      fc.property(fc.constantFrom(...REAL), mangles, (text, mangle) => {
        const mangled = mangle(text, 1);
        if (mangled !== text) changed += 1;
        expect(fix(mangled)).toBe(text);
      }),
      { numRuns: 60 },
    );
    expect(changed).toBeGreaterThan(40);
  });

  it('keeps every comment at the value it belongs to', () => {
    const oneLine = REAL.filter((text) => !/\|-$/m.test(text));
    const files = fc.constantFrom(...oneLine).chain(commented);
    fc.assert(
      fc.property(files, mangles, (text, mangle) => {
        expect(fix(text)).toBe(text);
        expect(fix(mangle(text, 1))).toBe(text);
      }),
      { numRuns: 60 },
    );
  });
});

const good = writeProject(sampleProject({ purpose: '第一行\n　　预算数：第二行' }));

/** The good file with one text replaced, which must be there. */
function changed(before: string, after: string): string {
  expect(good).toContain(before);
  return good.replace(before, after);
}

describe('a comment', () => {
  it.each([
    ['behind a literal block', '资金用途: |-', '资金用途: |- # 批注'],
    ['after a literal block', '资金支出计划:', '# 批注\n资金支出计划:'],
    ['at the end of a group', '资金用途: |-', '  # 批注：其他资金未列\n资金用途: |-'],
    ['in place of the items of a list', '  满意度指标: []', '  满意度指标: []\n    # - 旧的一行'],
    ['about the whole file', '序号: 1', '# 本文件由某某填写\n# 2099年\n\n序号: 1'],
    ['behind a field left blank', '绩效指标:', '绩效指标: # 批注'],
  ])('%s stays there', (_what, before, after) => {
    const text = changed(before, after);
    expect(fix(text)).toBe(text);
  });

  it('keeps a blank field that is otherwise left out', () => {
    const text = `${good}上年项目编码: # 待查\n`;
    expect(fix(text)).toBe(text);
    expect(fix(`上年项目编码: # 待查\n${good}`)).toBe(text);
  });

  it('moves with its value from a list in brackets', () => {
    const text = changed('绩效目标:\n  - 虚构目标', '绩效目标: [虚构目标, # 甲\n  "目标二"] # 乙');
    expect(fix(text)).toBe(
      changed('绩效目标:\n  - 虚构目标', '绩效目标:\n  - 虚构目标 # 甲\n  - 目标二 # 乙'),
    );
  });

  it('gets its blank where it would read like a part of the text', () => {
    expect(fix(changed('项目名称: 虚构项目', '项目名称: "虚构项目" #批注'))).toBe(
      changed('项目名称: 虚构项目', '项目名称: 虚构项目 # 批注'),
    );
  });
});

describe('what needs judgement', () => {
  it.each([
    ['a separator in an amount', '预算数: 100.00', '预算数: 1,100.00'],
    ['an amount with its unit', '预算数: 100.00', '预算数: １００万元'],
    ['a power in an amount', '预算数: 100.00', '预算数: 10²'],
    ['a share without its sign', '3月底: 25%', '3月底: ２５'],
    ['a full-width sign in a target', '指标值: ≥10次', '指标值: ≥１０％'],
    ['a quoted-looking text', '三级指标: 测试数量', '三级指标: “测试数量”'],
    ['a colon and a blank in a text', '项目名称: 虚构项目', '项目名称: 用于: 测试'],
    ['a text that begins with %', '指标值: ≥10次', '指标值: %100%'],
    ['what may be a comment', '指标值: ≥10次', '指标值: ≥10次 #3 楼'],
    ['a quote that is not closed', '项目名称: 虚构项目', '项目名称: "虚构项目'],
    ['a missing colon', '预算数: 100.00', '预算数 100.00'],
    ['a semicolon for a colon', '预算数: 100.00', '预算数；100.00'],
    ['a misspelt key', '项目名称: 虚构项目', '项目名: 虚构项目'],
    ['a full-width colon behind an unknown key', '项目名称: 虚构项目', '项目名：虚构项目'],
    ['a key twice', '项目名称: 虚构项目', '项目名称: 虚构项目\n项目名称：另一个'],
    ['a comma in brackets', '绩效目标:\n  - 虚构目标', '绩效目标: [甲，乙]'],
    ['full-width brackets with a text', '绩效目标:\n  - 虚构目标', '绩效目标：［甲］'],
    ['a line set in too far', '  财政资金: 100.00', '     财政资金: 100.00'],
    ['paragraphs of a text at the left', '  第一行\n', '　　第一行\n'],
    ['a tab in a text', '项目名称: 虚构项目', '项目名称: 虚构\t项目'],
    ['a text over several lines', '项目名称: 虚构项目', '项目名称: 虚构\n  项目'],
    ['an anchor before a text', '项目名称: 虚构项目', '项目名称: &甲 虚构项目'],
    ['a lost indentation', '  财政资金: 100.00', '财政资金: 100.00'],
    ['a lost dash', '    - 二级指标', '      二级指标'],
    ['two fields in a line', '100.00\n  财政资金', '100.00 财政资金'],
    ['a long dash', '  - 虚构目标', '  — 虚构目标'],
  ])('%s stays as it is', (_what, before, after) => {
    const text = changed(before, after);
    expect(fix(text) ?? text).toBe(text);
  });

  it('is left whole, with what could be fixed beside it', () => {
    const text = changed('预算数: 100.00', '预算数：100.00').replace('≥10次', '%100%');
    expect(fix(text)).toBeUndefined();
  });

  it('is a figure whose wording an editor has confirmed', () => {
    const explanations = [{ location: '预算规模.预算数', original: '１００', text: '按原文公开。' }];
    const text = writeProject(sampleProject({ explanations })).replace('预算数: 100.00', '预算数: １００');
    expect(fix(text)).toBe(text);
    expect(fix(text.replace('财政资金: ', '财政资金：'))).toBe(text);
  });

  it('is not a full-width sign in a text over several lines, also beside a typo', () => {
    expect(fix(changed('序号: 1', '序号：１'))).toBe(good);
  });
});

describe('fixing the other files', () => {
  it('puts the front matter in order and leaves the body alone', () => {
    const body = '## 目标\n\n1）预算数：１００   \n\n\n\t代码\n';
    const text = `---\n年度：２０９９\n部门编码: 999001 # 批注\n金额单位:万元\n部门名称: "虚构局"\n---\n${body}`;
    expect(fix(text, 'department')).toBe(
      `---\n部门编码: "999001" # 批注\n部门名称: 虚构局\n年度: 2099\n金额单位: 万元\n---\n${body}`,
    );
  });

  it('puts the site, the glossary and pages in order', () => {
    expect(fix('发布机构：虚构局\n站点名称: 虚构站点\n联系:\n    电子邮箱: # 待定\n', 'site')).toBe(
      '站点名称: 虚构站点\n发布机构: 虚构局\n联系:\n  电子邮箱: # 待定\n',
    );
    // The next area, or one that begins with its words, is no item of the words before.
    expect(fix('- 领域：甲类\n  词:\n    - 甲乙\n- 词：\n    - 丙丁\n  领域: 乙类\n', 'areas')).toBe(
      '- 领域: 甲类\n  词:\n    - 甲乙\n- 领域: 乙类\n  词:\n    - 丙丁\n',
    );
    expect(fix('# 词汇\n- 通俗解释：甲\n  术语: 乙\n  别名: [丙, 丁]\n', 'glossary')).toBe(
      '# 词汇\n- 术语: 乙\n  通俗解释: 甲\n  别名:\n    - 丙\n    - 丁\n',
    );
    expect(fix('---\n顺序: ２\n标题：关于\n---\n正文：甲\n', 'page')).toBe(
      '---\n标题: 关于\n顺序: 2\n---\n正文：甲\n',
    );
  });
});
