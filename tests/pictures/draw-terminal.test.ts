import { describe, expect, it } from 'vitest';
import { drawTerminal } from '../../src/pictures/draw-terminal.ts';

/** Where each run of characters begins and how wide it is, in cells. */
function runsOf(svg: string): readonly (readonly [string, number, number])[] {
  return [...svg.matchAll(/<text x="(\d+)" y="\d+" textLength="(\d+)"[^>]*>([^<]*)</g)].map(
    ([, x, length, text = '']) => [text, (Number(x) - 16) / 8, Number(length) / 8],
  );
}

describe('the picture of a terminal', () => {
  it('gives a Chinese character two cells, so that carets stand under their value', () => {
    const svg = drawTerminal([{ output: '  5 |   预算数：1.74\n    |         ^^\n' }]);
    expect(runsOf(svg)).toEqual([
      ['5', 2, 1],
      ['|', 4, 1],
      ['预算数：', 8, 8],
      ['1.74', 16, 4],
      ['|', 4, 1],
      ['^^', 14, 2],
    ]);
  });

  it('shows commands with their prompt, and severities in colour', () => {
    const svg = drawTerminal([{ command: 'npm run check' }, { output: 'a.yaml:1:2 错误 yaml/syntax\n' }]);
    expect(runsOf(svg).map(([text]) => text)).toEqual([
      '$',
      'npm',
      'run',
      'check',
      'a.yaml:1:2',
      '错误',
      'yaml/syntax',
    ]);
    expect(svg).toMatch(/fill="#ff8a80">错误</);
  });

  it('goes on below where a line is longer than the window, and is as high as its lines', () => {
    const svg = drawTerminal([{ output: `${'明'.repeat(43)}\n` }]);
    expect(runsOf(svg)).toEqual([
      ['明'.repeat(42), 0, 84],
      ['明', 0, 2],
    ]);
    expect(svg).toContain('width="704" height="76"');
  });

  it('takes the signs of SVG for text', () => {
    expect(drawTerminal([{ output: '<script>&' }])).toContain('&lt;script&gt;&amp;</text>');
  });
});
