import { describe, expect, it } from 'vitest';
import { cell, paragraph, readFile, row, rowsOf, run, table, wordFile } from './made-documents.ts';

const rows = (...content: readonly string[]) => rowsOf(readFile(wordFile(table(...content))));
const textIn = (inner: string, styles = '') =>
  rowsOf(readFile(wordFile(table(row(`<w:tc>${paragraph(inner)}</w:tc>`)), styles)))[0]?.[0];

describe('the cells of a Word table', () => {
  it('are found inside content controls around a cell, a row, a table', () => {
    const control = (inner: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    const content = control(table(control(row(cell('甲'), control(cell('乙'))))));
    expect(rowsOf(readFile(wordFile(content)))).toEqual([['甲', '乙']]);
  });

  it('keep their columns where a row begins further right', () => {
    const shifted = `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell('丙')}</w:tr>`;
    const [found] = readFile(wordFile(table(row(cell('甲'), cell('乙')), shifted))).blocks;
    expect(found?.type === 'table' && found.cells.at(-1)).toMatchObject({ text: '丙', column: 2 });
  });

  it('have no text where they are merged away, and the editor is told', () => {
    const merged = table(
      row(cell('甲', '<w:vMerge w:val="restart"/>'), cell('乙')),
      row(cell('旧', '<w:vMerge/>'), cell('丙')),
    );
    const body = readFile(wordFile(merged));
    expect(rowsOf(body)).toEqual([['甲', '乙'], ['丙']]);
    expect(body.remarks).toEqual(['第1张表，第2行第1列被合并的单元格遮住，其中的文字没有读取']);
  });

  it('are those of the document with its tracked changes accepted', () => {
    const deleted = `<w:tr><w:trPr><w:del/></w:trPr>${cell('删去的行')}</w:tr>`;
    expect(rows(row(cell('留下')), deleted)).toEqual([['留下']]);
    expect(textIn(`<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>${run('新')}</w:ins>`)).toBe(
      '新',
    );
    expect(textIn(`<w:moveFrom>${run('原处')}</w:moveFrom><w:moveTo>${run('新处')}</w:moveTo>`)).toBe('新处');
  });

  it('leave out hidden text, also by style, and the editor is told', () => {
    const style =
      '<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="I"><w:basedOn w:val="H"/></w:style>';
    expect(textIn(run('见') + run('藏', '<w:vanish/>'))).toBe('见');
    expect(textIn(run('见', '<w:vanish w:val="0"/>'))).toBe('见');
    expect(textIn(run('见') + run('藏', '<w:rStyle w:val="I"/>'), style)).toBe('见');
    const body = readFile(wordFile(paragraph(run('藏', '<w:vanish/>') + run('见'))));
    expect(body.remarks).toEqual(['第1段有隐藏的文字，没有读取']);
  });

  it('hold the text of a text box once', () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`;
    const drawn = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>${box('框')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('框')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(textIn(run('甲') + drawn)).toBe('甲\n框');
  });

  it('have ≥ and ≤ where Word keeps characters of the Symbol font', () => {
    expect(textIn('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + run('95%'))).toBe('≥95%');
    expect(textIn(run('\uf0a330天'))).toBe('≤30天');
  });

  it('break lines where Word does, and have no marks of notes', () => {
    const inner = `${run('甲 ')}<w:r><w:br/></w:r>${run('乙')}<w:r><w:footnoteReference w:id="1"/></w:r>${run('\u3000\u00a0')}`;
    expect(textIn(inner)).toBe('甲\n乙');
  });

  it('are found in a form that stands whole in a frame of one cell', () => {
    const framed = table(
      `<w:tr><w:tc>${paragraph(run('标题'))}${table(row(cell('甲'), cell('乙')))}</w:tc></w:tr>`,
    );
    const body = readFile(wordFile(framed));
    expect(rowsOf(body)).toEqual([['甲', '乙']]);
    expect(body.blocks[0]).toMatchObject({ type: 'paragraph', text: '标题' });
  });
});
