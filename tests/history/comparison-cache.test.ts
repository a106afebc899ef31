import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openComparisonCache } from '../../src/history/comparison-cache.ts';
import { temporaryFolder } from '../git/repository.ts';
import { fileOf, madeUpPast, projectText, toldOf, departmentText } from './made-up-past.ts';

it('tells with a cache what is told without, as HEAD moves, the past is rewritten and the cache is broken', async () => {
  const past = madeUpPast();
  const folder = temporaryFolder().path;
  const file = join(folder, 'comparisons.jsonl');
  const agree = async () => {
    const told = await toldOf(past.content);
    expect(await toldOf(past.content, openComparisonCache(folder))).toEqual(told);
    expect(await toldOf(past.content, openComparisonCache(folder))).toEqual(told);
    return told;
  };
  past.write('2022/999001/department.md', departmentText('999001', '虚构甲局'));
  past.write(fileOf('A-1'), projectText('A-1', '甲项目'));
  past.commit('2022-01-01', '导入');
  past.change(fileOf('A-1'), '6月底: 50%', '6月底: 60%');
  past.commit('2022-02-01', '改');
  const first = await agree();
  past.change(fileOf('A-1'), '6月底: 60%', '6月底: 70%');
  past.commit('2022-03-01', '又改');
  expect((await agree()).length).toBeGreaterThan(first.length);
  const whole = readFileSync(file, 'utf8');
  // A made-up past with other words: what is cached of it is of other blobs.
  past.folder.git('reset', '--quiet', '--hard', 'HEAD~1');
  expect(await agree()).toEqual(first);
  // What nobody asks for any more is gone.
  expect(readFileSync(file, 'utf8').length).toBeLessThan(whole.length);
  for (const broken of [
    whole.slice(0, -40),
    whole.replaceAll('60%', '61%'),
    '\0',
    '{}\n',
    whole.replace(/^\S+/gm, 'x'),
  ]) {
    writeFileSync(file, broken);
    expect(await agree()).toEqual(first);
  }
});

it('takes nothing that another version of the program made, and does without a folder that it cannot write', () => {
  const folder = temporaryFolder().path;
  const made = { before: undefined, after: undefined, fields: [] };
  const cache = openComparisonCache(folder, 'one');
  cache.keep('project:a:b', made);
  cache.save();
  expect(openComparisonCache(folder, 'one').find('project:a:b')).toEqual({ fields: [] });
  expect(openComparisonCache(folder, 'two').find('project:a:b')).toBeUndefined();
  writeFileSync(join(folder, 'a file'), '');
  const nowhere = openComparisonCache(join(folder, 'a file'), 'one');
  nowhere.keep('project:a:b', made);
  expect(() => {
    nowhere.save();
  }).not.toThrow();
});
