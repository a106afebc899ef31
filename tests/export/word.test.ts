import { describe, expect, it } from 'vitest';
import { parseXml, findElement } from '../../src/documents/grid/xml.ts';
import { writeWord } from '../../src/export/word.ts';
import { bookOfTwo, partsOf } from './office-parts.ts';

const documentOf = (bytes: Uint8Array) => partsOf(bytes)['word/document.xml'] ?? '';

describe('forms as a Word document', () => {
  const parts = partsOf(writeWord(bookOfTwo()));
  const document = parts['word/document.xml'] ?? '';
  const tables = document.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];

  it('are the same bytes for the same content', () => {
    expect(Buffer.from(writeWord(bookOfTwo()))).toEqual(Buffer.from(writeWord(bookOfTwo())));
  });

  it('have tables with real column widths, as wide as their cells', () => {
    expect(tables).toHaveLength(4);
    for (const table of tables) {
      const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
      expect(widths.every((width) => width > 100)).toBe(true);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9866);
      for (const [row] of table.matchAll(/<w:tr>.*?<\/w:tr>/gs)) {
        const own = [...row.matchAll(/<w:tcW w:w="(\d+)"/g)].map(([, width]) => Number(width));
        expect(own.reduce((sum, width) => sum + width, 0)).toBe(9866);
      }
    }
  });

  it('merge a first level over its rows, and repeat the labels of indicators on each page', () => {
    const indicators = tables[1] ?? '';
    expect(indicators.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(1);
    expect(indicators.match(/<w:vMerge\/>/g)).toHaveLength(1);
    expect(indicators.match(/<w:tr><w:trPr><w:cantSplit\/><w:tblHeader\/>/g)).toHaveLength(1);
  });

  it('begin a page each but the first, below headings that the navigation and the contents list', () => {
    const styles = [...document.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, style]) => style);
    const headings = styles.filter((style) => /^(?:Heading|FirstForm|FormTitle)/.test(style ?? ''));
    expect(headings).toEqual(['Heading1', 'Heading2', 'Heading1', 'FirstFormTitle', 'FormTitle']);
    expect(document).toContain(' TOC \\h \\z \\u ');
    const style = /w:styleId="FormTitle">.*?<\/w:style>/s.exec(parts['word/styles.xml'] ?? '')?.[0];
    expect(style).toContain('<w:pageBreakBefore/>');
    expect(style).toContain('<w:outlineLvl w:val="1"/>');
    const bookmarks = [...document.matchAll(/w:name="(_Toc\d+)"/g)].map(([, name]) => name);
    const anchors = [...document.matchAll(/w:anchor="(_Toc\d+)"/g)].map(([, name]) => name);
    expect(anchors).toEqual(bookmarks);
    expect(anchors).toHaveLength(5);
  });

  it('number their pages', () => {
    expect(parts['word/footer.xml']).toMatch(/ PAGE .* NUMPAGES /s);
  });

  it('are well formed and can be opened with any character, which is replaced where XML allows none', () => {
    const odd = writeWord(bookOfTwo({ purpose: 'a\u0001b\ufffe<w:t>&\u0000' }));
    expect(documentOf(odd)).toContain('a\ufffdb\ufffd&lt;w:t&gt;&amp;\ufffd');
    expect(findElement(parseXml(documentOf(odd)), 'w:body')).toBeDefined();
  });

  it('are one form with its year where one is chosen, without title page and contents', () => {
    const { department } = bookOfTwo();
    const [project] = department.projects;
    const form = project && documentOf(writeWord({ kind: 'form', department, project }));
    expect(form).toContain('（2099年度）');
    expect(form).not.toContain('TOC');
    expect(form?.match(/<w:tbl>/g)).toHaveLength(2);
  });
});
