import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderMarkdown, renderPage } from '../../src/site/markdown.ts';

describe('Markdown as a page shows it', () => {
  it('keeps an amount and its unit together, but leaves headings as they are', async () => {
    expect(await renderMarkdown('共190.00万元，到12月底付清。')).toContain(
      '共<span class="short">190.00万元</span>，到<span class="short">12月底</span>付清。',
    );
    expect(await renderMarkdown('## 2022年的目标')).not.toContain('<span');
  });

  it('keeps short code whole, and breaks a long path behind its slashes', async () => {
    expect(await renderMarkdown('写`预算数: 1.74`。')).toContain('<code class="short">预算数: 1.74</code>');
    expect(await renderMarkdown('在`content/2022/313001/department.md`里。')).toContain(
      '<code>content/<wbr>2022/<wbr>313001/<wbr>department.md</code>',
    );
  });

  it('gives each line of code a line of its own, in which options and dates are whole', async () => {
    const html = await renderMarkdown('```\nnpm run new -- --year 2022\n  日期: 2022-06-30\n```');
    const lines = [...html.matchAll(/<span class="line">(.*?)\n<\/span>/g)].map(([, line]) => line);
    expect(lines).toEqual([
      'npm run new <span class="short">--</span> <span class="short">--year</span> 2022',
      '  日期: <span class="short">2022-06-30</span>',
    ]);
  });

  it('sets the Chinese characters of a terminal apart, so that a caret stands below its sign', async () => {
    const html = await renderMarkdown('```console\n5 | 预算数：1.74\n```');
    expect(html).toContain('5 | <span class="in-cells">预算数：</span>1.74');
  });

  it('names each cell of a table by its column, but for the one that names the row', async () => {
    const html = await renderMarkdown('| 文件 | 里面是什么 |\n| --- | --- |\n| 甲 | 乙 |');
    expect(html).toContain('<th scope="row">甲</th>');
    expect(html).toContain('<td data-label="里面是什么">乙</td>');
  });
});

describe('a picture on a free page', () => {
  it('comes with its size, so that the text does not jump, and waits until it is seen', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mingzhang-free-page-'));
    try {
      mkdirSync(join(folder, 'about'));
      const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="76" height="40"/>';
      for (const place of ['about', '.']) writeFileSync(join(folder, place, '平面图.svg'), drawing);
      expect(await renderPage('![甲](平面图.svg)', 'about', [folder])).toMatch(
        /^<p><img src="[^"]+\.svg" loading="lazy" width="76" height="40" alt="甲"><\/p>$/,
      );
      // What is missing, broken or elsewhere than in the page's folder has no size.
      writeFileSync(join(folder, 'about', 'broken.png'), 'x');
      for (const name of ['missing.png', 'broken.png', '100%.png', '../平面图.svg'])
        expect(await renderPage(`![乙](${name})`, 'about', [folder])).toMatch(/ loading="lazy" alt="乙">/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
