import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DARK_PAPER, PAGE_COLOURS, PAPER_COLOURS } from '../../src/charts/palette.ts';

const tokens = readFileSync('src/styles/tokens.css', 'utf8');

it('pictures have the colours that the style sheet gives to pages', () => {
  const light = tokens.slice(0, tokens.indexOf('}'));
  for (const [name, property] of Object.entries(PAGE_COLOURS)) {
    const [, own = ''] = /^var\((.*)\)$/.exec(property) ?? [];
    const [, colour] = new RegExp(`${own}: (#[0-9a-f]+);`).exec(light) ?? [];
    expect(colour, name).toBe(PAPER_COLOURS[name as keyof typeof PAPER_COLOURS]);
  }
});

it('a browser frames a dark page in the colour of its paper', () => {
  expect(tokens.match(/--paper: #[0-9a-f]{6};/g)).toEqual(Array(2).fill(`--paper: ${DARK_PAPER};`));
});
