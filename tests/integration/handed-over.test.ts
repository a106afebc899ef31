import { expect, it } from 'vitest';
import {
  handOver,
  nameOfGiven,
  nextId,
  takeOver,
  wholePage,
  type Given,
} from '../../src/integration/handed-over.ts';
import { NO_CHANGE_LOG } from '../../src/history/change-log.ts';
import { NO_HISTORY } from '../../src/history/history.ts';

const given: Given = {
  ...{ directory: '', publicFolders: [], published: undefined, host: undefined, isPart: false },
  ...{ history: NO_HISTORY, changeLog: NO_CHANGE_LOG, dataFiles: () => [], asked: () => undefined },
};

it('what a page is given is named when its name is needed, and is made no sooner', () => {
  const id = nextId();
  handOver(id, given);
  const { givenBy } = takeOver(id);
  let made = 0;
  const names = [1, 1, 2].map((amount) =>
    givenBy(() => {
      made += 1;
      return { amount };
    }),
  );
  expect(made).toBe(0);
  const [first, same, other] = names.map(nameOfGiven);
  expect(made).toBe(3);
  expect(first).toBeDefined();
  expect(same).toBe(first);
  expect(other).not.toBe(first);
});

it('what a page is given has no name where something in it cannot be known from outside', () => {
  const id = nextId();
  handOver(id, given);
  expect(nameOfGiven(takeOver(id).givenBy(() => ({ departmentOf: () => '' })))).toBeUndefined();
  expect(nameOfGiven('')).toBeUndefined();
});

it('a page that is given as a whole is known as such, and others are not', () => {
  const id = nextId();
  handOver(id, given);
  const { givenBy } = takeOver(id);
  const html = '<!doctype html>';
  expect(wholePage(givenBy(() => ({ html }), true))).toBe(html);
  expect(wholePage(givenBy(() => ({ html })))).toBeUndefined();
  expect(wholePage(undefined)).toBeUndefined();
});
