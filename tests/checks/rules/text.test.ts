import { describe, expect, it } from 'vitest';
import { textFiller } from '../../../src/checks/rules/text-filler.ts';
import { textInvisible } from '../../../src/checks/rules/text-invisible.ts';
import { textNumbering } from '../../../src/checks/rules/text-numbering.ts';
import { personalDataIn, textPersonalData } from '../../../src/checks/rules/text-personal-data.ts';
import { textPlaceholder } from '../../../src/checks/rules/text-placeholder.ts';
import { textRepeated } from '../../../src/checks/rules/text-repeated.ts';
import { numberIndicators } from '../../../src/model/indicator.ts';
import { findingsOf, valuesFound } from '../../setup/remarks.ts';
import { sampleProject } from '../../setup/sample.ts';

const withPurpose = (purpose: string) => sampleProject({ purpose });
const withName = (name: string) =>
  sampleProject({
    indicators: numberIndicators({
      产出指标: [{ kind: '质量指标', name, description: '', target: '100%', basis: '' }],
    }),
  });

describe('text/placeholder', () => {
  it.each(['目标内容1', '知晓率(≥**%)', '××单位', 'XX项目', 'xx', '由___负责'])('doubts %j', (text) => {
    expect(valuesFound(textPlaceholder, withPurpose(text))).toEqual([text]);
  });
  it.each(['3×4米', '长×宽', 'XXL号', 'FOXX', '目标明确，内容具体', '5*4', 'X光机', '__proto'])(
    'accepts %j',
    (text) => {
      expect(findingsOf(textPlaceholder, withPurpose(text))).toEqual([]);
    },
  );
});

describe('text/placeholder of what programs write for nothing', () => {
  it.each(['null', '~', 'NULL', '#N/A', '#REF!', 'NaN'])('doubts %j', (text) => {
    expect(valuesFound(textPlaceholder, withPurpose(text))).toEqual([text]);
  });
  it.each(['null值处理', '见表~', 'NONE-1'])('accepts %j', (text) => {
    expect(findingsOf(textPlaceholder, withPurpose(text))).toEqual([]);
  });
});

describe('text/invisible', () => {
  const said = (purpose: string) =>
    findingsOf(textInvisible, withPurpose(purpose)).map(({ severity, hint }) => [severity, hint]);
  it('doubts characters that cannot be seen, and shows the text without them', () => {
    expect(said('养\u200b老\u2060')).toEqual([
      ['warning', '应写作“资金用途: 养老”。若原文如此，请在“核对说明”中说明。'],
    ]);
  });
  it('shows the sign that one of the Symbol font was to be', () => {
    expect(said('\uf0b390%')[0]?.[1]).toContain('应写作“资金用途: ≥90%”');
  });
  it('leaves it to the editor what a tab stands for', () => {
    expect(said('养\t老')[0]?.[1]).toContain('换成空格');
  });
  it('stops a value of which nothing can be seen', () => {
    expect(said('\u200b \u2060')[0]?.[0]).toBe('error');
    const [finding] = findingsOf(textInvisible, sampleProject({ name: '　' }));
    expect(finding).toMatchObject({ severity: 'error', message: '“项目名称”里只有空格，读者什么也看不到。' });
  });
  it('is answered once, though the answer repeats the value', () => {
    const explanations = [{ location: '资金用途', original: '养\u200b老', text: '虚构的说明。' }];
    const found = findingsOf(textInvisible, sampleProject({ purpose: '养\u200b老', explanations }));
    expect(found.map(({ explanation }) => explanation)).toEqual(['虚构的说明。']);
  });
  it('looks at every text of the file, and at labels that are no keys of the format', () => {
    const additional = [{ label: '实施\u200b单位', text: '测试' }];
    expect(findingsOf(textInvisible, sampleProject({ additional }))).toHaveLength(1);
    const explanations = [{ location: '资金用途', original: '测试用途', text: '说\u200b明' }];
    expect(findingsOf(textInvisible, sampleProject({ explanations }))).toHaveLength(1);
  });
  it.each(['养老 保险', '第一行\n第二行'])('accepts %j', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('text/repeated', () => {
  it('doubts a text of four Chinese characters or more twice in a row, and hints at the text once', () => {
    const [finding] = findingsOf(textRepeated, withPurpose('保障资金运行保障资金运行'));
    expect(finding?.hint).toContain('原文应为“保障资金运行”');
    expect(findingsOf(textRepeated, withPurpose('做好保障，做好保障，共同提高'))).toHaveLength(1);
  });
  it.each(['基础养老金养老金发放总金额', '高高兴兴', '做好做好', '2022年2022年', '保障甲方，保障乙方'])(
    'accepts %j',
    (text) => {
      expect(findingsOf(textRepeated, withPurpose(text))).toEqual([]);
    },
  );
});

describe('text/numbering', () => {
  it.each(['1.做好保障', '2、提高水平', '（1）提高', '1. 做好'])('doubts the goal %j', (goal) => {
    expect(valuesFound(textNumbering, sampleProject({ goals: [goal] }))).toEqual([goal]);
  });
  it.each(['做好1.做好', '2022.12前完成', '1.5万人参保', '16-59周岁参保', '3个村'])('accepts %j', (goal) => {
    expect(findingsOf(textNumbering, sampleProject({ goals: [goal] }))).toEqual([]);
  });
  it('finds no fault with a list inside a purpose', () => {
    expect(findingsOf(textNumbering, withPurpose('1、提高水平。2、做好保障。'))).toEqual([]);
  });
});

describe('text/filler', () => {
  it.each(['生态效益指标', '服务对象满意度指标', '成本指标', '三级指标'])('doubts the name %j', (name) => {
    expect(valuesFound(textFiller, withName(name))).toEqual([name]);
  });
  it.each(['生态指标', '满意度', '生态效益增长率'])('accepts %j', (name) => {
    expect(findingsOf(textFiller, withName(name))).toEqual([]);
  });
});

describe('text/personal-data', () => {
  // Made-up numbers of the right form: GB 11643-1999 gives the last character.
  it.each([
    '身份证11010519491231002X号',
    '１１０１０５１９４９１２３１００２Ｘ',
    '联系人13800138000',
    '138 0013 8000',
  ])('stops %j', (text) => {
    const [finding] = findingsOf(textPersonalData, withPurpose(text));
    expect(finding?.severity).toBe('error');
    expect(`${finding?.message ?? ''}${finding?.value ?? ''}`).not.toMatch(/\d{5}/);
  });
  it.each([
    '13060522P004064100019',
    '110105194912310021',
    '12345678901',
    '1380013800元',
    '139.00',
    '0312-5860000',
  ])('lets %j pass', (text) => {
    expect(personalDataIn(text)).toEqual([]);
  });
  it('stops a number in whatever figures it is written', () => {
    const figures = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((sign) =>
      /^\d$/.test(sign.normalize('NFKC')),
    );
    expect(figures.length).toBeGreaterThan(30);
    for (const figure of figures) {
      const number = '13456789012'.replaceAll(figure.normalize('NFKC'), figure);
      expect([figure, personalDataIn(`联系人${number}`)]).toEqual([figure, ['手机号码']]);
    }
  });
  it('names every kind that a text holds, so that none is left after the first is fixed', () => {
    const found = findingsOf(textPersonalData, withPurpose('身份证11010519491231002X，电话13800138000'));
    expect(found.map(({ message }) => message)).toEqual(['这段文字里有身份证号和手机号码，不能公开。']);
  });
});
