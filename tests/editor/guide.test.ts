import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RULES } from '../../src/checks/rules.ts';
import { READING_RULES } from '../../src/files/reading-rules.ts';
import { openPracticeFolder, type PracticeFolder } from './practice-folder.ts';

const ROOT = join(import.meta.dirname, '../..');
const guide = readFileSync(join(ROOT, 'content/pages/editing.md'), 'utf8');

const blocksIn = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, text = '']) => text);

/** The terminals of the guide: the commands after `$ `, and what they print. */
const terminals = blocksIn('console');

/** The projects of the guide's examples: in the file of one a slip is made, the other has a plan of 750000%. */
const [SLIP, ODD] = ['13060522P004116100018', '13060522P00416610001C'];

const makeSlip = (folder: PracticeFolder) => {
  folder.change(SLIP, (text) => text.replace('预算数: ', '预算数：'));
};

/** Adds to the file of the odd plan what the guide says. */
const explain = (folder: PracticeFolder) => {
  const explanation = blocksIn('yaml').find((text) => text.startsWith('核对说明:')) ?? '';
  folder.change(ODD, (text) => text + explanation);
};

/** What an editor has done before each terminal, in the order of the guide. */
const BEFORE = [
  ['a check of an explained value', explain],
  ['a new project', () => undefined],
  ['a check that finds a slip', makeSlip],
  ['a commit', explain],
  ['a refused commit', makeSlip],
  [
    'who changed a project',
    (folder) => {
      explain(folder);
      folder.run('git commit --quiet -a -m "说明10月底的支出计划"');
    },
  ],
] as const satisfies readonly (readonly [string, (folder: PracticeFolder) => void])[];

describe('the editors’ guide', () => {
  let folder: PracticeFolder;
  beforeEach(() => {
    folder = openPracticeFolder(ROOT, [SLIP, ODD]);
  });
  afterEach(() => {
    folder.remove();
  });

  it('shows as many terminals as are tried here', () => {
    expect(terminals).toHaveLength(BEFORE.length);
  });

  it.each(BEFORE.map(([name, prepare], index) => ({ name, prepare, shown: terminals[index] ?? '' })))(
    'shows what the commands print: $name',
    ({ prepare, shown }) => {
      prepare(folder);
      const commands = [...shown.matchAll(/^\$ (.*)$/gm)].map(([, command = '']) => command);
      const printed = commands.map((command) => `$ ${command}\n${folder.run(command)}`).join('');
      // A commit is named after all that it holds.
      const lasting = (text: string) =>
        text
          .replace(/^\[main [0-9a-f]{7}\]/m, '[main 0000000]')
          .replace(/^\d{4}-\d\d-\d\d \d\d:\d\d　编辑　/gm, '2022-06-30 09:15　编辑　')
          .replace(/(?<=[　 ])[0-9a-f]{12}/g, '000000000000');
      expect(lasting(printed)).toBe(lasting(shown));
    },
  );

  it('names rules that there are', () => {
    const known = new Set([...READING_RULES, ...RULES].map(({ id }) => id));
    const named = [...guide.matchAll(/\[([a-z]+\/[a-z-]+)\]\(\.\.\/checks\/rules\/#([a-z-]+)\)/g)];
    expect(named.length).toBeGreaterThanOrEqual(15);
    expect(
      named.filter(([, id = '', fragment]) => !known.has(id) || id.replace('/', '-') !== fragment),
    ).toEqual([]);
  });
});
