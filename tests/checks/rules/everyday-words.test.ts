import { expect, it } from 'vitest';
import { checkContent } from '../../../src/checks/check-content.ts';
import { everydayWordsUnused } from '../../../src/checks/rules/everyday-words-unused.ts';
import { readContent } from '../../../src/files/read-content.ts';
import { readEverydayWords } from '../../../src/files/read-everyday-words.ts';

const content = await readContent('content');

function valuesFound(text: string) {
  const file = { path: 'everyday-words.yaml', text };
  const everydayWords = readEverydayWords(file, (finding) => {
    throw new Error(finding.message);
  });
  return checkContent({ ...content, findings: [], everydayWords }, [everydayWordsUnused]);
}

it('finds an official word that stands nowhere, at its place', () => {
  const found = valuesFound(
    '- 文件用语: 养老\n  日常用语: [老人]\n- 文件用语: 养老保阿险\n  日常用语: [社保]\n',
  );
  expect(found.map(({ severity, value, range }) => [severity, value, range.start])).toEqual([
    ['information', '养老保阿险', 32],
  ]);
});

it('has nothing to say of the published list', () => {
  expect(content.everydayWords?.words.length).toBeGreaterThan(10);
  expect(checkContent({ ...content, findings: [] }, [everydayWordsUnused])).toEqual([]);
});
