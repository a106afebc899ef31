import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/files/finding.ts';
import { readImportWords } from '../../src/files/read-import-words.ts';

function read(text: string) {
  const findings: Finding[] = [];
  const words = readImportWords({ path: 'import-words.yaml', text }, (finding) => findings.push(finding));
  return { words, found: findings.map(({ rule, value, message }) => ({ rule, value, message })) };
}

describe('the words that a department has for labels', () => {
  it('are given by the fields of the form', () => {
    const { words, found } = read('预算数: [核定预算]\n三级指标:\n  - 考核点\n');
    expect(found).toEqual([]);
    expect(words).toMatchObject({ total: ['核定预算'], indicatorName: ['考核点'], fiscal: [] });
    expect(read('').found).toEqual([]);
  });

  it('may repeat what is known, and give a word of no other field', () => {
    expect(read('预算数: [年度资金总额]\n').found).toEqual([]);
    expect(read('其他资金: [财政 拨款]\n').found).toMatchObject(
      [{ rule: 'import-words/conflict', value: '财政 拨款', message: /另一栏的栏名/ }].map((one) => ({
        ...one,
        message: expect.stringMatching(one.message) as string,
      })),
    );
  });

  it.each([
    [
      'in two fields',
      '预算数: [核定预算]\n财政资金: [核定  预算：]\n',
      '既写在“预算数”里，又写在“财政资金”里',
    ],
    ['twice in one', '预算数: [核定预算, 核定预算]\n', '写了两次'],
    ['of signs alone', '预算数: ["——"]\n', '没有字'],
  ])('are refused %s', (_what, text, words) => {
    const { found } = read(text);
    expect(found.map(({ rule }) => rule)).toEqual(['import-words/conflict']);
    expect(found[0]?.message).toContain(words);
  });

  it('are refused under a key that is no field, with the nearest', () => {
    expect(read('预算总数: [核定预算]\n').found.map(({ rule }) => rule)).toEqual(['field/unknown']);
  });
});
