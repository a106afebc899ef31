import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import { sortFindings, type Finding } from '../../src/files/finding.ts';
import { FORMATS } from '../../src/files/fix/formats.ts';
import { readProject } from '../../src/files/read-project.ts';
import { obeyHint } from '../setup/obey-hint.ts';
import { contentOf } from '../setup/remarks.ts';
import { AS_IT_STANDS, GOOD, MENDED_BY_HINTS, OTHER_FILES, TOLD_IN_WORDS } from './breakages.ts';

const record = '13060522P00416610001C';
const context = { year: 2022, departmentCode: '999001', record, unit: '万元' } as const;

/** All that is said of a file, by the reader and, where it can be read, by the rules. */
function findingsIn(text: string): readonly Finding[] {
  const found: Finding[] = [];
  const entry = readProject({ path: `${record}.yaml`, text }, context, (finding) => found.push(finding));
  if (entry !== undefined) found.push(...checkContent(contentOf([entry], undefined)));
  return sortFindings(found.filter(({ rule }) => rule !== 'department/missing'));
}

function broken(before: string, after: string): string {
  expect(GOOD).toContain(before);
  return GOOD.replace(before, () => after);
}

const said = (findings: readonly Finding[]) => findings.map(({ rule, message }) => `${rule} ${message}`);

/** What is said more often than before. */
function added(before: readonly Finding[], after: readonly Finding[]): readonly string[] {
  const left = [...said(before)];
  return said(after).filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

it('the file that is broken in many ways is a good one', () => {
  expect(said(findingsIn(GOOD))).toEqual([]);
});

describe('a hint that is obeyed to the letter', () => {
  it.each(MENDED_BY_HINTS)('leads to a good file: %s', (_name, before, after) => {
    obeyAll(broken(before, after), findingsIn);
  });

  it.each(OTHER_FILES)('leads to a good file: %s with %s', (format, _name, text) => {
    obeyAll(text, (own) => {
      const found: Finding[] = [];
      FORMATS[format].read({ path: 'x', text: own }, (finding) => found.push(finding));
      return sortFindings(found);
    });
  });

  /** Obeys the first hint until nothing is found; each of the others must do as well. */
  function obeyAll(first: string, findingsIn: (text: string) => readonly Finding[]) {
    let text = first;
    const steps: string[] = [];
    for (let findings = findingsIn(text); findings.length > 0; findings = findingsIn(text)) {
      steps.push(`${findings[0]?.message ?? ''} ${findings[0]?.hint ?? ''}`);
      expect(steps.length, steps.join('\n')).toBeLessThan(8);
      for (const finding of findings) {
        const ways = obeyHint(finding);
        expect(ways, `${finding.message} ${finding.hint ?? ''}`).not.toEqual([]);
        // Each way alone does, whichever finding is taken first, and nothing else comes up.
        for (const way of ways) {
          const then = findingsIn(way);
          expect(added(findings, then), finding.hint).toEqual([]);
          expect(then.length, `${finding.message} ${finding.hint ?? ''}`).toBeLessThan(findings.length);
        }
      }
      text = findings.flatMap(obeyHint)[0] ?? text;
    }
    expect(steps).not.toEqual([]);
  }

  it.each(['0.5', '0.25', '1'])('asks which of two shares %s is, and each of them does', (share) => {
    const findings = findingsIn(broken('  3月底: 25%\n  6月底: 50%\n  10月底: 75%\n', `  3月底: ${share}\n`));
    const [finding] = findings;
    if (finding === undefined) throw new Error('nothing was found');
    const ways = obeyHint(finding);
    expect(ways).toHaveLength(2);
    for (const way of ways) expect(said(findingsIn(way))).toEqual([]);
    expect(finding.hint).toContain(`: ${share}%”`);
    expect(finding.hint).toContain(`: ${String(Number(share) * 100)}%”`);
  });

  it('shows another unit as the department counts', () => {
    const hintIn = (unit: '元' | '万元' | '亿元', amount: string) => {
      const found: Finding[] = [];
      const file = { path: `${record}.yaml`, text: broken('预算数: 190.00', `预算数: ${amount}`) };
      const entry = readProject(file, { ...context, unit }, (finding) => found.push(finding));
      return (
        entry && checkContent(contentOf([entry], undefined)).find(({ rule }) => rule === 'money/format')?.hint
      );
    };
    expect(hintIn('元', '190万元')).toBe('应写作“预算数: 1900000”。');
    expect(hintIn('元', '1.5 亿')).toBe('应写作“预算数: 150000000”。');
    expect(hintIn('万元', '2亿元')).toBe('应写作“预算数: 20000”。');
    expect(hintIn('万元', '１９０．５０万元')).toBe('应写作“预算数: 190.50”。');
    expect(hintIn('亿元', '190万元')).toBe('应写作“预算数: 0.019”。');
    expect(hintIn('亿元', '1元')).toContain('请对照原文改正');
    expect(hintIn('万元', '￥190')).toContain('请对照原文改正');
  });
});

describe('what only the editor can decide', () => {
  it.each(TOLD_IN_WORDS)('is told in words, once: %s', (_name, before, after, says) => {
    const findings = findingsIn(broken(before, after));
    expect(said(findings)).toHaveLength(1);
    const [finding] = findings;
    expect(`${finding?.message ?? ''} ${finding?.hint ?? ''}`).toContain(says);
    expect(findings.flatMap(obeyHint)).toEqual([]);
  });
});

describe('no fault is found', () => {
  it.each(AS_IT_STANDS)('in %s', (_name, before, after) => {
    expect(said(findingsIn(broken(before, after)))).toEqual([]);
  });

  it('in what lies beside a typo', () => {
    for (const [, before, after] of AS_IT_STANDS) {
      const text = broken(before, after).replace('财政资金: ', '财政资金：');
      expect(said(findingsIn(text))).toHaveLength(1);
    }
  });
});
