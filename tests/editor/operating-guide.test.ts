import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { movedSchema } from '../../src/files/schema.ts';
import { readYaml } from '../../src/files/read-yaml.ts';
import { openPracticeFolder, type PracticeFolder } from './practice-folder.ts';

const ROOT = join(import.meta.dirname, '../..');
const guide = readFileSync(join(ROOT, 'content/pages/operating.md'), 'utf8');
const blocks = [...guide.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({
  language,
  lines: text.split('\n').filter(Boolean),
}));

/** The commands of ours in the guide's blocks, each with the options that it is given. */
const commands = blocks
  .flatMap(({ lines }) => lines)
  .flatMap((line) => {
    const [, name = '', rest = ''] = /npm run (?:-s )?([\w-]+)(.*)$/.exec(line) ?? [];
    return name === ''
      ? []
      : [{ line, name, options: [...rest.matchAll(/--([a-z][\w-]*)/g)].map(([option]) => option) }];
  });

describe('the operators’ guide', () => {
  let folder: PracticeFolder;
  beforeAll(() => {
    folder = openPracticeFolder(ROOT, ['13060522P004116100018', '13060522P00416610001C']);
  });
  afterAll(() => {
    folder.remove();
  });

  it('gives commands only options that they have', () => {
    expect(commands.length).toBeGreaterThan(10);
    for (const name of new Set(commands.map((command) => command.name))) {
      const help = folder.run(`npm run ${name} -- --help`);
      for (const { line, options } of commands.filter((command) => command.name === name))
        for (const option of options) expect(help, line).toContain(option);
    }
  });

  it('shows moved addresses as the program reads them', () => {
    const text = `${blocks.find(({ language }) => language === 'yaml')?.lines.join('\n') ?? ''}\n`;
    const findings: unknown[] = [];
    const read = readYaml(movedSchema, { path: 'moved.yaml', text }, (finding) => findings.push(finding));
    expect(findings).toEqual([]);
    expect(read?.value).toHaveLength(2);
  });
});
