import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import type { Finding } from '../../src/files/finding.ts';
import { sortFindings } from '../../src/files/finding.ts';
import { readProject } from '../../src/files/read-project.ts';
import { obeyHint } from '../setup/obey-hint.ts';
import { contentOf } from '../setup/remarks.ts';
import { GOOD, MENDED_BY_HINTS } from './breakages.ts';

function findingsIn(text: string): readonly Finding[] {
  const found: Finding[] = [];
  const context = {
    year: 2022,
    departmentCode: '999001',
    record: '13060522P00416610001C',
    unit: '万元',
  } as const;
  const file = { path: '13060522P00416610001C.yaml', text };
  const entry = readProject(file, context, (finding) => found.push(finding));
  if (entry !== undefined) found.push(...checkContent(contentOf([entry], undefined)));
  return sortFindings(found.filter(({ rule }) => rule !== 'department/missing'));
}
const show = (f: Finding) => `${f.rule} ${f.message} | ${f.hint ?? ''}`;
describe('probe', () => {
  it('good', () => {
    console.log(findingsIn(GOOD).map(show));
  });
  it.each(MENDED_BY_HINTS)('%s', (name, before, after) => {
    expect(GOOD).toContain(before);
    let text = GOOD.replace(before, () => after);
    const log: string[] = [`### ${name}`];
    let stuck = '';
    for (let i = 0; i < 12; i++) {
      const f = findingsIn(text);
      if (f.length === 0) break;
      log.push(
        `[${i}] ` + f.slice(0, 6).map(show).join('\n    ') + (f.length > 6 ? `\n   … ${f.length}` : ''),
      );
      const ways = f.flatMap((one) => obeyHint(one).map((t) => ({ one, t })));
      if (obeyHint(f[0] as Finding).length === 0) {
        stuck = 'STUCK';
        break;
      }
      for (const { one, t } of ways) {
        const then = findingsIn(t).map((x) => `${x.rule} ${x.message}`);
        const old = f.map((x) => `${x.rule} ${x.message}`);
        const fresh = then.filter((x) => !old.includes(x));
        const count = (l: string[], k: string) => l.filter((x) => x === k).length;
        const key = `${one.rule} ${one.message}`;
        if (count(then, key) >= count(old, key)) log.push(`   NOT GONE: ${key}`);
        if (fresh.length) log.push(`   FRESH after obeying ${one.hint}: ${fresh.join(' / ')}`);
      }
      text = obeyHint(f[0] as Finding)[0] ?? text;
    }
    const rest = findingsIn(text).length;
    console.log(log.join('\n') + `\n=> ${stuck} ${rest === 0 ? 'OK' : 'LEFT ' + rest}`);
  });
});
