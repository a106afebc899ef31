import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/browse/write-csv.ts';
import { readAmount } from '../../src/model/money.ts';
import { periodsOf } from '../../src/model/disbursement-plan.ts';
import { LIST } from './made-up-list.ts';

const [first, , , last] = LIST;
if (first === undefined || last === undefined) throw new Error('the list is empty');
const write = (change: Partial<typeof first>) =>
  writeCsv([{ ...first, ...change }], periodsOf(LIST), ({ code }) => `/${code}/`);
const lineOf = (change: Partial<typeof first>) => write(change).split('\r\n')[1];

describe('the list as CSV', () => {
  it('begins with the mark by which Excel knows UTF-8, and ends every line as RFC 4180 has it', () => {
    const text = writeCsv([first], periodsOf(LIST), () => '/a/');
    expect(text.startsWith('\uFEFF年度,部门编码,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(3);
  });

  it('says in the headings what a blank means', () => {
    const [heading = ''] = write({}).split('\r\n');
    expect(heading).toContain(',预算数（万元，空白为未列）,财政资金（万元，空白为未列）,');
    expect(heading).toContain(',3月底（空白为未列）,');
    expect(heading).toContain(',项目名称,');
  });

  it('has amounts as plain numbers and blanks as blanks', () => {
    expect(lineOf({})).toBe(
      '2099,999001,虚构部门999001,1,A1,虚构养老补助,0.10,0.10,,测试用途,25%,50%,75%,100%,虚构保障,0,/A1/',
    );
    expect(writeCsv([last], periodsOf(LIST), () => '')).toContain(',虚构未列,,,5,测试用途,,,,100%,');
  });

  it('has the area of each project, and no such column on a site without areas', () => {
    expect(write({})).toContain(',12月底（空白为未列）,领域（本站归类）,数据说明（条）,');
    expect(write({ area: '' })).not.toContain('领域');
  });

  it('has the text of the source in a column of its own where it is another', () => {
    const budget = { ...first.budget, total: readAmount('1900000', '元') };
    const [heading = '', line = ''] = write({ budget, unit: '元' }).split('\r\n');
    expect(heading).toContain('其他资金（万元，空白为未列）,预算数的原文,原文的金额单位,资金用途');
    expect(line).toContain(',190.0000,0.10,,1900000,元,测试用途,');
  });

  it('quotes what holds commas, quotes or line breaks', () => {
    expect(write({ name: '甲,乙', purpose: '一\n"二"' })).toContain(',"甲,乙",0.10,0.10,,"一\n""二""",');
  });

  it.each(['=1+1', '+cmd', '-甲', '@SUM(A1)', '\t=1', '＝1+1'])('makes no formula of %j', (name) => {
    expect(lineOf({ name })).toContain(`,'${name},`);
  });

  it.each(['-5', '-5%', '2022-甲', '100%'])('leaves %j as it is', (name) => {
    expect(lineOf({ name })).toContain(`,${name},`);
  });
});
