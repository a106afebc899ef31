import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { madeUpCode, madeUpDepartment, writeMadeUpContent } from '../setup/made-up-content.ts';
import { budgetOf, sampleProject } from '../setup/sample.ts';
import { buildCopy, type BuiltCopy } from './build-copy.ts';

/** A department none of whose projects states its budget. */
const projects = [1, 2].map((number) =>
  sampleProject({ sequence: number, code: madeUpCode(2099, number), budget: budgetOf('') }),
);
const department = madeUpDepartment({ year: 2099, code: '999001', projects });

let content = '';
let site: BuiltCopy | undefined;
beforeAll(async () => {
  content = mkdtempSync(join(tmpdir(), 'mingzhang-nothing-'));
  writeMadeUpContent(content, [department]);
  site = await buildCopy({ CONTENT_DIR: content });
});
afterAll(() => {
  site?.remove();
  rmSync(content, { recursive: true, force: true });
});

it.each(['.', '2099', '2099/999001', 'projects'])(
  'a sum of nothing is not stated, and not 0, on %s/',
  (path) => {
    const text = readFileSync(join(site?.folder ?? '', path, 'index.html'), 'utf8')
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]+>/g, '');
    expect(text).toContain('未列');
    expect(text).not.toMatch(/0\.00|的0个项目|NaN|undefined/);
  },
);
