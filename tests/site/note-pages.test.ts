import { expect, it } from 'vitest';
import type { Note } from '../../src/files/notes.ts';
import type { Project } from '../../src/model/project.ts';
import { areNotesParted, mostNoted, notePagesOf } from '../../src/site/note-pages.ts';
import { madeUpCode, madeUpDepartment } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';

/** A made-up department whose projects have so many notes each, and these. */
function notedDepartment(...counts: readonly number[]) {
  const notes = new Map<Project, readonly Note[]>();
  const projects = counts.map((count, index) => {
    const project = sampleProject({ code: madeUpCode(2099, index + 1), sequence: index + 1 });
    const note: Note = {
      ...{ project, location: '资金用途', rule: 'text/placeholder', message: '虚构的说明' },
      ...{ isInformation: false, explanation: undefined },
    };
    if (count > 0) notes.set(project, Array<Note>(count).fill(note));
    return project;
  });
  return { department: madeUpDepartment({ year: 2099, code: '999001', projects }), notes };
}

const pagesOf = (...counts: readonly number[]) => {
  const { department, notes } = notedDepartment(...counts);
  return notePagesOf(department, notes).map((page) =>
    page.map(({ project, notes: own }) => [project.sequence, own.length]),
  );
};

it('a department’s notes stand on one page, without the projects that have none', () => {
  expect(pagesOf(3, 0, 2)).toEqual([
    [
      [1, 3],
      [3, 2],
    ],
  ]);
  expect(pagesOf(0, 0)).toEqual([]);
});

it('more than a page holds are parted between projects, in their order; one project is never parted', () => {
  expect(pagesOf(500, 100, 1, 2000, 1)).toEqual([
    [
      [1, 500],
      [2, 100],
    ],
    [[3, 1]],
    [[4, 2000]],
    [[5, 1]],
  ]);
});

it('a site of some hundred notes has one page of them', () => {
  const { notes } = notedDepartment(300, 400);
  const all = [...notes.values()];
  expect(areNotesParted(all[0] ?? [])).toBe(false);
  expect(areNotesParted(all.flat())).toBe(true);
});

it('the projects with the most notes come first, else in the order of the document', () => {
  const { department, notes } = notedDepartment(1, 3, 1, 2);
  const [page = []] = notePagesOf(department, notes);
  expect(mostNoted(page).map(({ project }) => project.sequence)).toEqual([2, 4, 1, 3]);
});
