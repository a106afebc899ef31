import { parseDocument } from 'htmlparser2';
import { expect, it } from 'vitest';
import { renderMarkdown } from '../../src/site/markdown.ts';
import { hostileMarkdown } from '../setup/hostile-texts.ts';

/** An element of a rendered text. */
interface Found {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function elementsOf(html: string): readonly Found[] {
  const found: Found[] = [];
  const walk = (nodes: ReturnType<typeof parseDocument>['children']): void => {
    for (const node of nodes) {
      if ('attribs' in node) found.push({ name: node.name, attributes: node.attribs });
      if ('children' in node) walk(node.children);
    }
  };
  walk(parseDocument(html, { lowerCaseTags: true }).children);
  return found;
}

const KNOWN = new Set(
  'h1 h2 h3 h4 h5 h6 p blockquote ul ol li hr pre section table thead tbody tr th td a img em strong del code sup br wbr span'.split(
    ' ',
  ),
);
const ROOT = 'https://site.invalid/a/';

/** What a page could do with an element that it must not. */
function faultsOf({ name, attributes }: Found): readonly string[] {
  const { href, src, srcset, style } = attributes;
  const protocol = href === undefined ? 'https:' : URL.parse(href, ROOT)?.protocol;
  return [
    ...(KNOWN.has(name) ? [] : [`<${name}>`]),
    ...Object.keys(attributes).filter((attribute) => /^on|^formaction$|^srcdoc$/i.test(attribute)),
    ...(protocol === undefined || /^(?:https?|mailto|tel):$/.test(protocol) ? [] : [`href ${href ?? ''}`]),
    ...(src === undefined || URL.parse(src, ROOT)?.origin === new URL(ROOT).origin ? [] : [`src ${src}`]),
    ...[srcset, style].flatMap((value) => value ?? []),
  ];
}

it('Markdown becomes nothing that runs or is loaded from elsewhere, also where no check has refused it', async () => {
  const texts = hostileMarkdown(1);
  expect(texts.length).toBeGreaterThan(1000);
  const faults: string[] = [];
  for (const text of texts) {
    const html = await renderMarkdown(text);
    const all = elementsOf(html).flatMap(faultsOf);
    if (all.length > 0) faults.push(`${text} → ${html} (${all.join(', ')})`);
  }
  expect(faults).toEqual([]);
});

it('what a sound text has is kept: links, own pictures, tables, notes, code, tasks', async () => {
  const html = await renderMarkdown(
    [
      '## 目标',
      '[甲](https://example.cn/?a=1) [乙](/projects/) [丙](mailto:a@example.cn) [丁](tel:010-1) [戊](#目标)',
      '![图](plan.png "题") ![图](/a/图.svg)',
      '| 甲 | 乙 |\n| :-- | --: |\n| 1 | 2 |',
      '3. 三\n\n- [x] 完成\n\n~~删~~ **重** *轻*',
      '注[^1]\n\n[^1]: 脚注',
      '```yaml\n甲: 乙\n```',
    ].join('\n\n'),
  );
  for (const part of [
    '<h2 id="目标">',
    ...[
      'href="https://example.cn/?a=1"',
      'href="/projects/"',
      'href="mailto:a@example.cn"',
      'href="tel:010-1"',
    ],
    ...['src="plan.png"', 'title="题"', 'src="/a/%E5%9B%BE.svg"'],
    ...['aria-label="目标"', 'scope="row"', 'data-label="乙"', 'align="right"'],
    ...['<ol start="3">', '<li class="task">', '<del>', '<strong>', '<em>'],
    ...[
      'id="user-content-fn-1"',
      'aria-describedby="footnote-label"',
      'data-footnote-backref',
      'class="footnotes"',
    ],
    ...['id="footnote-label"', 'class="footnotes-title"', 'class="language-yaml"', '<span class="line">'],
  ])
    expect(html).toContain(part);
});

it('of a picture of another site there are its words', async () => {
  expect(await renderMarkdown('![丙](https://elsewhere.invalid/a.png)')).toBe('<p>丙</p>');
});

it('headings that are named like parts of the page have ids of their own', async () => {
  const names = [
    'main',
    'top',
    'q',
    'projects',
    'plan',
    'chart-plan',
    'form-1',
    'user-content-fn-1',
    'main',
    '目标',
    '目标',
  ];
  const html = await renderMarkdown(
    `${names.map((name) => `## ${name}`).join('\n\n')}\n\n注[^1]\n\n[^1]: 脚注`,
  );
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const name of names.slice(0, -2)) expect(html).not.toContain(`<h2 id="${name}"`);
  expect(ids).toEqual(expect.arrayContaining(['目标', '目标-1']));
});
