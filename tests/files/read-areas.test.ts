import { expect, it } from 'vitest';
import type { Finding } from '../../src/files/finding.ts';
import { readAreas } from '../../src/files/read-areas.ts';
import { placeOf } from '../../src/files/source-file.ts';

function read(text: string) {
  const findings: Finding[] = [];
  const entry = readAreas({ path: 'areas.yaml', text }, (finding) => findings.push(finding));
  const found = findings.map(({ file, range, severity, rule, message }) =>
    [placeOf(file.text, range.start).line, severity, rule, message].join(' '),
  );
  return { areas: entry?.areas, found };
}

it('reads areas in their order, with or without a description and words', () => {
  expect(read('- 领域: 甲类\n  词: [甲乙, 丙丁]\n- 领域: 乙类\n  说明: 虚构。\n  词:\n')).toEqual({
    areas: [
      { name: '甲类', description: '', words: ['甲乙', '丙丁'] },
      { name: '乙类', description: '虚构。', words: [] },
    ],
    found: [],
  });
});

it.each([
  ['- 领域: 甲类\n- 领域: 甲类\n', ['2 error areas/duplicate 领域“甲类”写了两次。']],
  ['- 领域: 其他\n  词: [甲乙]\n', ['1 error areas/duplicate “其他”不用写，归不进别的领域的项目都在那里。']],
  [
    '- 领域: 甲类\n  词: [甲乙, 甲乙]\n',
    ['2 error areas/duplicate “甲乙”已经写在“甲类”里，一个词只能归入一个领域。'],
  ],
  [
    '- 领域: 甲类\n  词:\n    - 甲乙\n- 领域: 乙类\n  词:\n    - 甲乙\n',
    ['6 error areas/duplicate “甲乙”已经写在“甲类”里，一个词只能归入一个领域。'],
  ],
  ['- 领域: 甲类\n  词: [老]\n', ['2 error areas/word “老”只有一个字，会把不相干的项目也归进来。']],
  ['- 领域: 甲类\n  词: [𠮷]\n', ['2 error areas/word “𠮷”只有一个字，会把不相干的项目也归进来。']],
  // The next area is no item of the words before it.
  [
    '- 领域：甲类\n  词: [甲乙]\n- 领域: 乙类\n  词:\n    - 丙丁\n',
    ['1 error yaml/syntax “领域”后面用了全角冒号“：”，应该用半角冒号“:”，后面空一格。'],
  ],
  ['- 领域:\n', ['1 error field/missing “[1].领域”不能留空。']],
  ['- 领域: 甲类\n  词: 甲乙\n', [expect.stringContaining('2 error field/type') as string]],
  ['- 领域: 甲类\n  词语: [甲乙]\n', [expect.stringContaining('2 error field/unknown') as string]],
])('refuses %j', (text, found) => {
  expect(read(text).found).toEqual(found);
});
