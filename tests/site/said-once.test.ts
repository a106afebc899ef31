import { expect, it } from 'vitest';
import type { Note } from '../../src/files/notes.ts';
import { saidOnce } from '../../src/site/said-once.ts';
import { sampleProject } from '../setup/sample.ts';

const first = sampleProject({ code: '13060522P00400000001A', name: '虚构项目一' });
const second = sampleProject({ code: '13060522P00400000002B', name: '虚构项目二' });

const note = (project: Note['project'], message: string, more: Partial<Note> = {}): Note => ({
  project,
  location: '资金用途',
  rule: 'text/placeholder',
  message,
  isInformation: false,
  explanation: undefined,
  ...more,
});

const summary = (...notes: readonly Note[]) =>
  saidOnce(notes).map(({ message, rows }) => [
    message,
    [...rows.values()].map(({ project, times }) => `${project.name}×${String(times)}`),
  ]);

it('the same words of several projects are said once, with all of these, in the order of the notes', () => {
  expect(summary(note(first, '甲'), note(first, '乙'), note(second, '甲'))).toEqual([
    ['甲', ['虚构项目一×1', '虚构项目二×1']],
    ['乙', ['虚构项目一×1']],
  ]);
});

it('the same words of one row are counted, and those of another row of the project stand beside them', () => {
  expect(summary(note(first, '甲'), note(first, '甲'), note(first, '甲', { location: '绩效目标' }))).toEqual([
    ['甲', ['虚构项目一×2', '虚构项目一×1']],
  ]);
});

it('an editor’s answer keeps words apart from the same words without one', () => {
  expect(saidOnce([note(first, '甲'), note(second, '甲', { explanation: '已核对' })])).toHaveLength(2);
});

it('every row leads to its place', () => {
  const [said] = saidOnce([note(first, '甲')]);
  expect([...(said?.rows.keys() ?? [])]).toEqual([expect.stringMatching(/#purpose$/)]);
});
