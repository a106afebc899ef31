import { globSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parsePlainYaml } from '../../src/files/plain-yaml.ts';
import { writeProject } from '../../src/files/write-project.ts';
import { writeYaml } from '../../src/files/write-yaml.ts';
import { parseAnyYaml, type YamlTree } from '../../src/files/yaml-tree.ts';
import { hostileTexts } from '../setup/hostile-texts.ts';
import { randomNumbers } from '../setup/random.ts';
import { evaluationOf, sampleProject } from '../setup/sample.ts';
import { AS_IT_STANDS, GOOD, MENDED_BY_HINTS, OTHER_FILES, TOLD_IN_WORDS } from './breakages.ts';

/** Every file of the project's content and of the examples, of a Markdown file what stands before its text. */
const FILES = globSync(['content/**/*.{yaml,md}', 'tests/fixtures/**/*.{yaml,md}'])
  .sort()
  .map((path) => [path, readFileSync(path, 'utf8')] as const)
  .map(([path, text]) => [path, path.endsWith('.md') ? (text.split(/^---\n/m)[1] ?? '') : text] as const);

const WRITTEN = writeProject(
  sampleProject({ purpose: '第一行\n\n  第三行', goals: ['目标: 一', '第一行\n第二行'] }),
);

/** A tree with its maps as lists: the order of a group's keys counts too. */
function inOrder(tree: YamlTree): unknown {
  if (tree.type === 'list') return { ...tree, items: tree.items.map(inOrder) };
  if (tree.type === 'text') return tree;
  return {
    ...tree,
    entries: Array.from(tree.entries, ([name, { key, value }]) => [name, key, inOrder(value)]),
  };
}

/** Whether the plain reader gives a tree; it is then the one that the parser of the whole language gives. */
function isPlain(text: string): boolean {
  const tree = parsePlainYaml(text, 7);
  if (tree === undefined) return false;
  const [plain, parsed] = [{ tree, faults: [] }, parseAnyYaml(text, 7)].map((one) => ({
    ...{ text, faults: one.faults },
    tree: inOrder(one.tree),
  }));
  // Thousands of texts are compared, which `expect` takes long for.
  if (!isDeepStrictEqual(plain, parsed)) expect(plain).toStrictEqual(parsed);
  return true;
}

describe('the reader of plain YAML', () => {
  it('reads every project file of the content as the parser does', () => {
    const projects = FILES.filter(([path]) => path.startsWith('content/') && path.includes('/projects/'));
    expect(projects.length).toBeGreaterThan(30);
    expect(projects.filter(([, text]) => !isPlain(text)).map(([path]) => path)).toEqual([]);
  });

  it('reads every other file as the parser does, or leaves it to that', () => {
    for (const [, text] of FILES) isPlain(text);
    for (const [, , text] of OTHER_FILES) isPlain(text);
  });

  it('reads what the program writes', () => {
    expect([GOOD, WRITTEN].map(isPlain)).toEqual([true, true]);
    const additional = [{ label: '补充', text: '一\n二' }];
    const evaluation = evaluationOf({ achieved: '完成' }, [{ name: '测试数量', achieved: '12次' }]);
    expect(isPlain(writeProject(sampleProject({ additional, evaluation })))).toBe(true);
    for (const text of hostileTexts(1)) isPlain(writeYaml(new Map([['资金用途', text]])));
  });

  it('reads broken files as the parser does, or leaves them to that', () => {
    for (const [, before, after] of [...MENDED_BY_HINTS, ...TOLD_IN_WORDS, ...AS_IT_STANDS]) {
      isPlain(GOOD.replace(before, () => after));
    }
  });

  it.each([
    ['a text in quotes', 'a: "1: 2"\nb: \'[]\'\n'],
    ['a list that is set in as its key is', 'a:\n- b\n- c: d\n  e:\n  - f\nb: g\n'],
    ['an empty list', 'a: []\nb:\n  - []\n'],
    ['blanks behind values and keys', 'a: b  \nc:   \nd:   e\n'],
    ['a literal block with blank lines in it', 'a: |-\n   b\n\n     c\nd: |-\n  e'],
    ['a file without its last line feed', 'a:\n  b: c'],
    ['a blank value at the end', 'a:\n  b:'],
  ])('reads %s', (_, text) => {
    expect(isPlain(text)).toBe(true);
  });

  it.each([
    ['a comment', 'a: b # c\n'],
    ['a comment on a line of its own', '# a\nb: c\n'],
    ['a blank line', 'a: b\n\nc: d\n'],
    ['an anchor', 'a: &b c\n'],
    ['an alias', 'a: *b\n'],
    ['a tag', 'a: !b c\n'],
    ['a flow list', 'a: [b]\n'],
    ['an escape', 'a: "\\u4e00"\n'],
    ['a quote within quotes', "a: 'b''c'\n"],
    ['a text over two lines', 'a: b\n  c\n'],
    ['a block that is folded', 'a: >-\n  b\n'],
    ['a block whose end is kept', 'a: |\n  b\n'],
    ['a tab', 'a:\tb\n'],
    ['a carriage return', 'a: b\r\n'],
    ['a byte order mark', '\ufeffa: b\n'],
    ['half a character', 'a: \ud83d\n'],
    ['a key that stands twice', 'a: b\na: c\n'],
    ['a key in quotes', '"a": b\n'],
    ['a document behind another', 'a: b\n---\nc: d\n'],
    ['the end of a document', 'a: b\n... c: d\n'],
    ['what is left of a conflict', 'a: b\n<<<<<<< c: d\n'],
    ['a line that is set in otherwise', 'a:\n    b: c\n  d: e\n'],
    ['a text without a key', 'a\n'],
    ['nothing', ''],
    [
      'more depth than content has',
      Array.from({ length: 30 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
    ],
  ])('leaves %s to the parser', (_, text) => {
    expect(parsePlainYaml(text, 0)).toBeUndefined();
  });

  it.each([1, 2, 3, 4])(
    'reads files with random changes as the parser does, or leaves them to that (%i)',
    (seed) => {
      const random = randomNumbers(seed);
      let read = 0;
      for (let round = 0; round < 5_000; round += 1) {
        let text = random(3) === 0 ? pick(LONG, random) : pick(SHORT, random);
        for (let changes = 1 + random(4); changes > 0; changes -= 1)
          text = pick(CHANGES, random)(text, random);
        if (isPlain(text)) read += 1;
      }
      expect(read).toBeGreaterThan(500);
    },
  );
});

type Random = ReturnType<typeof randomNumbers>;

const LONG = [GOOD, WRITTEN];
const SHORT = [
  ...['a: 1\n', 'a:\n  b: 2\n', 'a:\n  - x\n  - y: 1\n    z: 2\n', '- a: 1\n  b:\n  - c\n  - d\n- e\n'],
  ...['a:\nb: []\nc: "x"\nd: \'y\'\n', 'a: |-\n  x\n\n  y\nb: |-\n    q\n   r\n', 'a:\n  b:\n    c:\nd: e\n'],
  'a:\n- b: |-\n    x\n    y\n  c:\n',
];

/** Signs of YAML, and characters that look like them or like nothing. */
const PIECES = [
  ...[
    ' ',
    '  ',
    '   ',
    '\n',
    '\n\n',
    '\t',
    '\r\n',
    '\r',
    '-',
    '- ',
    '- - ',
    '  - ',
    ':',
    ': ',
    ':\n',
    '? ',
    '?',
  ],
  ...[
    '#',
    ' #',
    '# a',
    '"',
    "'",
    '"a"',
    "'b'",
    '""',
    "''",
    "''''",
    '\\',
    '\\n',
    '"\\""',
    '[]',
    '[',
    ']',
    '{',
    '}',
  ],
  ...[
    '{}',
    '&',
    '&a ',
    '*',
    '*a',
    '!',
    '!!str ',
    '|',
    '|-',
    '|-\n',
    '>',
    '>-',
    '%',
    '@',
    '`',
    ',',
    '，',
    '、',
    '：',
  ],
  ...[
    '\u00a0',
    '\u3000',
    '\ufeff',
    '\u2028',
    '\u0085',
    '\0',
    '\ud83d',
    '😀',
    '𠮷',
    '~',
    'null',
    'true',
    '0x1f',
  ],
  ...[
    '---',
    '---\n',
    '...',
    '...\n',
    '<<: ',
    '<<<<<<< a',
    '=======',
    '>>>>>>>',
    'a',
    'b: ',
    'a: ',
    '- a: 1',
    '=',
  ],
  ...['__proto__: 1', 'k:v', 'x\n   y', '    '],
];

const pick = <One>(all: readonly One[], random: Random): One => all[random(all.length)] as One;

const inLines = (text: string, change: (lines: string[]) => void): string => {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
};

/** What happens to files: characters and lines are lost, added, moved, doubled and set in otherwise. */
const CHANGES: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => {
    const at = random(text.length + 1);
    return text.slice(0, at) + text.slice(at + 1 + random(3));
  },
  (text, random) => {
    const at = random(text.length + 1);
    return text.slice(0, at) + pick(PIECES, random) + text.slice(at);
  },
  (text, random) => inLines(text, (lines) => lines.splice(random(lines.length), 1)),
  (text, random) =>
    inLines(text, (lines) => lines.splice(random(lines.length), 0, ...lines.splice(random(lines.length), 1))),
  (text, random) => inLines(text, (lines) => lines.splice(random(lines.length), 0, pick(lines, random))),
  (text, random) =>
    inLines(text, (lines) => {
      const place = random(lines.length);
      const line = lines[place] ?? '';
      lines[place] = random(2) === 0 ? ' '.repeat(1 + random(3)) + line : line.replace(/^ {1,2}/, '');
    }),
  (text, random) =>
    inLines(text, (lines) => {
      const place = random(lines.length);
      const piece = pick(PIECES, random);
      const line = lines[place] ?? '';
      lines[place] =
        random(2) === 0 ? line + piece : line.replace(/^ *(?:- )?(?:[^:]*: )?/, (head) => head + piece);
    }),
];
