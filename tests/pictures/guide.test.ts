import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/checks/rules.ts';
import { READING_RULES } from '../../src/files/reading-rules.ts';
import { drawTerminal } from '../../src/pictures/draw-terminal.ts';
import { EXPLANATION, playScene, SCENES } from '../../src/pictures/scenes.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'public/editing/pictures');
const guide = readFileSync(join(ROOT, 'content/pages/editing.md'), 'utf8');

describe('the pictures of the editors’ guide', () => {
  it.each(SCENES)('show what the commands print today: $name (where not, run npm run pictures)', (scene) => {
    expect(drawTerminal(playScene(scene, ROOT))).toBe(
      readFileSync(join(FOLDER, `${scene.name}.svg`), 'utf8'),
    );
  });

  it('are all in the guide, each with a text for who cannot see it, and small', () => {
    const shown = [...guide.matchAll(/!\[([^\]]*)\]\(pictures\/([^)]+)\)/g)];
    const files = readdirSync(FOLDER).sort();
    expect(files.length).toBeGreaterThanOrEqual(SCENES.length + 1);
    expect(shown.map(([, , name]) => name).sort()).toEqual(files);
    expect(shown.filter(([, alt = '']) => alt.length < 20)).toEqual([]);
    expect(files.filter((name) => statSync(join(FOLDER, name)).size > 60_000)).toEqual([]);
  });
});

describe('the editors’ guide', () => {
  it('names rules that there are', () => {
    const known = new Set([...READING_RULES, ...RULES].map(({ id }) => id));
    const named = [...guide.matchAll(/\[([a-z]+\/[a-z-]+)\]\(\.\.\/checks\/rules\/#([a-z-]+)\)/g)];
    expect(named.length).toBeGreaterThanOrEqual(15);
    expect(
      named.filter(([, id = '', fragment]) => !known.has(id) || id.replace('/', '-') !== fragment),
    ).toEqual([]);
  });

  it('shows the explanation that its picture was made with', () => {
    expect(guide).toContain(EXPLANATION);
  });
});
