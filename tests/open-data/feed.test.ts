import { describe, expect, it } from 'vitest';
import { parseXml, type Element } from '../../src/documents/grid/xml.ts';
import { writeFeed, type Feed } from '../../src/open-data/feed.ts';

const FEED: Feed = {
  title: '虚构站点 <“&”>',
  page: 'https://site.invalid/',
  addresses: { atom: 'https://site.invalid/feed.atom', json: 'https://site.invalid/feed.json' },
  author: '虚构机构',
  licence: '政府信息公开',
  entries: [
    {
      address: 'https://site.invalid/2099/999001/b/?a=1&b=2',
      title: '虚构项目 ]]> <b>',
      published: '2099-01-02T03:04:05+08:00',
      updated: '2099-02-02T03:04:05+08:00',
      authors: ['虚构部门', '张三'],
      tags: ['2099年', '教育'],
      html: '<p>预算数：1 &lt; 2<br/>“”</p>',
    },
    {
      address: 'https://site.invalid/2099/999001/a/',
      title: '虚构项目二\u0000',
      published: '2099-01-02T03:04:05+08:00',
      updated: '2099-01-02T03:04:05+08:00',
      authors: ['虚构部门'],
      tags: [],
      html: '<p>空</p>',
    },
  ],
};

/** The children of an element, with their text or, without any, their `href`, `term` or own children. */
function childrenOf(element: Element): readonly (readonly [string, unknown])[] {
  return element.children.flatMap((child) => {
    if (!('attribs' in child)) return [];
    const inner = childrenOf(child);
    const text = child.children.map((one) => ('data' in one ? one.data : '')).join('');
    const { rel, href, term } = child.attribs;
    return [
      [rel === undefined ? child.name : `link ${rel}`, href ?? term ?? (inner.length > 0 ? inner : text)],
    ];
  });
}

describe('a feed', () => {
  it('is Atom with all that RFC 4287 wants of a feed and of an entry', () => {
    const [root] = parseXml(writeFeed(FEED, 'atom')).filter((node) => 'attribs' in node);
    if (root === undefined) throw new Error('no root');
    expect(root.attribs).toEqual({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN' });
    const children = childrenOf(root);
    expect(children.filter(([name]) => name !== 'entry')).toEqual([
      ['title', FEED.title],
      ['id', 'https://site.invalid/feed.atom'],
      ['link self', 'https://site.invalid/feed.atom'],
      ['link alternate', 'https://site.invalid/'],
      ['updated', '2099-02-02T03:04:05+08:00'],
      ['author', [['name', '虚构机构']]],
      ['rights', '政府信息公开'],
    ]);
    const [first, second] = children.filter(([name]) => name === 'entry').map(([, entry]) => entry);
    expect(first).toEqual([
      ['title', '虚构项目 ]]> <b>'],
      ['id', 'https://site.invalid/2099/999001/b/?a=1&b=2'],
      ['link alternate', 'https://site.invalid/2099/999001/b/?a=1&b=2'],
      ['published', '2099-01-02T03:04:05+08:00'],
      ['updated', '2099-02-02T03:04:05+08:00'],
      ['author', [['name', '虚构部门']]],
      ['contributor', [['name', '张三']]],
      ['category', '2099年'],
      ['category', '教育'],
      // Escaped once as HTML and once as XML.
      ['content', '<p>预算数：1 &lt; 2<br/>“”</p>'],
    ]);
    expect(second).toContainEqual(['title', '虚构项目二\ufffd']);
  });

  it('is JSON Feed 1.1', () => {
    const feed: unknown = JSON.parse(writeFeed(FEED, 'json'));
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: FEED.title,
      home_page_url: 'https://site.invalid/',
      feed_url: 'https://site.invalid/feed.json',
      language: 'zh-CN',
      authors: [{ name: '虚构机构' }],
      items: [
        {
          id: 'https://site.invalid/2099/999001/b/?a=1&b=2',
          url: 'https://site.invalid/2099/999001/b/?a=1&b=2',
          content_html: '<p>预算数：1 &lt; 2<br/>“”</p>',
          date_published: '2099-01-02T03:04:05+08:00',
          date_modified: '2099-02-02T03:04:05+08:00',
          authors: [{ name: '虚构部门' }, { name: '张三' }],
          tags: ['2099年', '教育'],
        },
        { id: 'https://site.invalid/2099/999001/a/' },
      ],
    });
  });
});
