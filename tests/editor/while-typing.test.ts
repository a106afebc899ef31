import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hoverOn, offeredAt, schemaFor, settings, underlined } from './language-server.ts';

const PATH = 'content/2099/999001/projects/99990099P00000010001A.yaml';
const PROJECT = `序号: 1
项目编码: 99990099P00000010001A
项目名称: 虚构项目
预算规模:
  预算数: 190.00
  财政资金: 190.00
  其他资金:
资金用途: |-
  第一行
  第二行
资金支出计划:
  3月底:
  6月底: 50%
  12月底: 100%
更正:
  - 位置: 预算规模.预算数
    原值: 180.00
    依据: 虚构文号
    日期: 2099-06-30
绩效目标:
  - 虚构目标
绩效指标:
  产出指标:
    - 二级指标: 数量指标
      三级指标: 测试数量
      绩效指标描述:
      指标值: ≤190万元
      指标值确定依据: 11
  效益指标:
  满意度指标: []
`;

describe('the settings for VS Code', () => {
  it('give each kind of YAML file its schema, and no other file', () => {
    expect(schemaFor(PATH)).toBe('./public/schema/project.schema.json');
    expect(schemaFor('content/site.yaml')).toBe('./public/schema/site.schema.json');
    expect(schemaFor('content/glossary.yaml')).toBe('./public/schema/glossary.schema.json');
    expect(schemaFor('content/import-words.yaml')).toBe('./public/schema/import-words.schema.json');
    expect(schemaFor('content/everyday-words.yaml')).toBe('./public/schema/everyday-words.schema.json');
    expect(schemaFor('content/areas.yaml')).toBe('./public/schema/areas.schema.json');
    expect(schemaFor('.gitlab-ci.yml')).toBeUndefined();
    expect(schemaFor('content/2099/999001/department.md')).toBeUndefined();
  });

  it('keep what would change an official text switched off', () => {
    expect(settings).toMatchObject({
      'yaml.format.enable': false,
      'files.eol': '\n',
      'files.encoding': 'utf8',
    });
  });
});

describe('while an editor types', () => {
  it('nothing is underlined in the published files', async () => {
    const files = globSync('content/**/*.yaml').map((path) => path.replaceAll('\\', '/'));
    expect(files.length).toBeGreaterThanOrEqual(42);
    const found = await Promise.all(
      files.map(async (path) => [path, await underlined(path, readFileSync(path, 'utf8'))] as const),
    );
    expect(found.filter(([, faults]) => faults.length > 0)).toEqual([]);
  });

  it('amounts, shares, dates, signs, blanks and texts of several lines are all in order', async () => {
    expect(await underlined(PATH, PROJECT)).toEqual([]);
  });

  it.each([
    ['a misspelt key', '资金用途:', '资金用处:', '8: Property 资金用处 is not allowed.'],
    ['a full-width colon', '预算数: 190', '预算数：190', '5: Implicit keys need to be on a single line'],
    ['no blank after the colon', '6月底: 50%', '6月底:50%', '13: Implicit keys'],
    ['a text where a list belongs', '绩效目标:\n  - 虚构目标', '绩效目标: 虚构目标', '20: Incorrect type'],
    ['a list where a text belongs', '6月底: 50%', '6月底: [50%]', '13: Incorrect type'],
    ['a blank where a name must stand', '项目名称: 虚构项目', '项目名称:', '3: Incorrect type'],
    ['a missing key', '  预算数: 190.00\n', '', '4: Missing property "预算数"'],
    ['a key twice', '序号: 1\n', '序号: 1\n序号: 2\n', '2: Map keys must be unique'],
    ['a code with other signs', '项目编码: 9', '项目编码: 9_9', '2: 项目编码只用数字、字母和“-”'],
  ])('%s is underlined in its line', async (_, right, wrong, message) => {
    expect(PROJECT).toContain(right);
    expect(await underlined(PATH, PROJECT.replace(right, wrong))).toContainEqual(
      expect.stringContaining(message),
    );
  });

  it('keys are explained in Chinese under the mouse', async () => {
    expect(await hoverOn(PATH, PROJECT, '6月底')).toContain('到6月底累计支出的比例');
    expect(await hoverOn(PATH, PROJECT, '二级指标')).toContain('产出指标之下可填：数量指标');
    expect(await hoverOn('content/site.yaml', '发布机构: 虚构机构\n', '发布')).toContain('发布机构');
    expect(await hoverOn('content/glossary.yaml', '- 术语: 虚构\n', '术语')).toContain('术语');
  });

  it('the keys that are still missing are offered, and what a second level may be', async () => {
    expect(await offeredAt(PATH, PROJECT.replace('12月底: 100%\n', '‸\n'))).toEqual(
      expect.arrayContaining(['9月底', '10月底', '12月底']),
    );
    expect(await offeredAt(PATH, PROJECT.replace('数量指标\n', '‸\n'))).toEqual(
      expect.arrayContaining(['数量指标', '质量指标', '时效指标', '成本指标']),
    );
  });
});
