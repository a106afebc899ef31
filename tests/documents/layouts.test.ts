import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DOCUMENTS, readAsGold } from './gold.ts';

interface Gold {
  readonly ignored?: unknown;
  readonly projects: readonly { readonly plan: Readonly<Record<string, string>> }[];
}

/** The right result, made by hand from the rules of the form. */
function goldOf(fileName: string): Gold {
  const name = fileName.replace(/\..*$/, '');
  const gold = JSON.parse(readFileSync(`${DOCUMENTS}/${name}.gold.json`, 'utf8')) as Gold;
  // Notes below a form may be kept or left out.
  return { ...gold, ignored: undefined };
}

/** A plan without the boxes that are blank: the right results leave them out or not. */
const stated = ({ projects, ...document }: Gold) => ({
  ...document,
  projects: projects.map((project) => ({
    ...project,
    plan: Object.fromEntries(Object.entries(project.plan).filter(([, share]) => share !== '')),
  })),
});

describe('a made-up document in a layout of another province or of the centre', () => {
  it.each(readdirSync(DOCUMENTS).filter((name) => !name.endsWith('.gold.json')))(
    'is read whole: %s',
    (fileName) => {
      expect(stated(readAsGold(fileName))).toEqual(stated(goldOf(fileName)));
    },
  );
});
