import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/checks/rules.ts';
import type { Finding } from '../../src/files/finding.ts';
import { readProject } from '../../src/files/read-project.ts';
import { READING_RULES } from '../../src/files/reading-rules.ts';
import { writeProject } from '../../src/files/write-project.ts';
import { findingsOf } from '../setup/remarks.ts';
import { sampleProject } from '../setup/sample.ts';

/** Their examples show names and places of files, not lines of one project file. */
const ABOUT_FILES = new Set([
  ...['department/missing', 'department/mismatch', 'project/file-name', 'project/duplicate'],
  ...[
    'project/sequence',
    'project/sequence-gap',
    'code/elsewhere',
    'previous/missing',
    'change/unexplained',
    'ended/project',
    'yaml/encoding',
    'markdown/html',
    'file/kind',
    'glossary/duplicate',
  ],
  ...['words/duplicate', 'words/unused', 'markdown/anchor', 'site/contact', 'site/security'],
  ...['areas/duplicate', 'areas/word', 'areas/unknown', 'areas/unused'],
  ...['adjustment/date', 'adjustment/versions'],
  ...['import-words/conflict', 'source/differs', 'result/file'],
  ...['moved/duplicate', 'moved/target', 'moved/taken'],
]);

/** A made-up project file in which the lines of an example take the place of the fields that they name. */
function fileWith(lines: readonly string[]): string {
  const keys = lines.flatMap((line) => /^([^\s:：#]+)[:：]/.exec(line)?.[1] ?? []);
  // A top-level key and all indented lines below it.
  const blocks = writeProject(sampleProject()).match(/^\S.*\n(?:[ ].*\n)*/gm) ?? [];
  const kept = blocks.filter((block) => !keys.includes(block.slice(0, block.indexOf(':'))));
  return [...kept, ...lines.map((line) => `${line}\n`)].join('');
}

function read(lines: readonly string[]) {
  const findings: Finding[] = [];
  const context = { year: 2022, departmentCode: '999001', record: 'example', unit: '万元' } as const;
  const file = { path: 'projects/example.yaml', text: fileWith(lines) };
  const entry = readProject(file, context, (finding) => findings.push(finding));
  return { project: entry?.project, rules: findings.map(({ rule }) => rule) };
}

describe('the example of a rule', () => {
  it.each(RULES.filter(({ id }) => !ABOUT_FILES.has(id)))(
    '$id is found where wrong and not where right',
    (rule) => {
      const [wrong, right] = [read(rule.example.wrong).project, read(rule.example.right).project];
      if (wrong === undefined || right === undefined) throw new Error('an example cannot be read');
      expect(findingsOf(rule, wrong)).not.toEqual([]);
      expect(findingsOf(rule, right)).toEqual([]);
    },
  );
  it.each(READING_RULES.filter(({ id }) => !ABOUT_FILES.has(id)))(
    '$id stops the reading where wrong alone',
    (rule) => {
      expect(read(rule.example.wrong).rules).toContain(rule.id);
      expect(read(rule.example.right).rules).toEqual([]);
    },
  );
  it.each([...READING_RULES, ...RULES])('$id says both, differently', ({ example: { wrong, right } }) => {
    expect(wrong.length).toBeGreaterThan(0);
    expect(right.length).toBeGreaterThan(0);
    expect(wrong).not.toEqual(right);
  });
});

describe('the rules', () => {
  it('have ids of their own', () => {
    const ids = [...READING_RULES, ...RULES].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
