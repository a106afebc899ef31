import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFile, rowsOf } from './made-documents.ts';

const TABLE = '<table><tr><td>预算&nbsp;数</td><td>≥190<br>万元</td></tr></table>';
const EXPECTED = [['预算\u00a0数', '≥190\n万元']];
const rows = (bytes: Uint8Array, name = 'made-up.doc') => rowsOf(readFile(bytes, name));
/** Code points of GBK for 预算 and 数; ≥ and the rest as references. */
const GBK = Buffer.concat([
  Buffer.from('<html><meta charset="gb2312"><table><tr><td>', 'latin1'),
  Buffer.from([0xd4, 0xa4, 0xcb, 0xe3]),
  Buffer.from('&nbsp;', 'latin1'),
  Buffer.from([0xca, 0xfd]),
  Buffer.from('</td><td>&ge;190<br>&#19975;&#x5143;</td></tr></table>', 'latin1'),
]);
const mhtml = (encoding: string, body: string) =>
  strToU8(
    [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary="----=_Next"',
      '',
      '------=_Next',
      'Content-Location: file:///C:/x.htm',
      `Content-Transfer-Encoding: ${encoding}`,
      'Content-Type: text/html; charset="utf-8"',
      '',
      body,
      '',
      '------=_Next--',
    ].join('\r\n'),
  );
const quoted = (text: string) =>
  [...Buffer.from(text)]
    .map((byte) =>
      byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
    )
    .join('')
    .replace(/.{70}(?=[^=][^=])/g, '$&=\r\n');

describe('a page of HTML is a document', () => {
  it.each([
    ['under the name of a Word file', strToU8(`<html><body>${TABLE}`), 'made-up.doc'],
    ['under the name of an Excel file', strToU8(`<html><body>${TABLE}`), 'made-up.xls'],
    ['with a byte order mark', strToU8(`\ufeff<html><body>${TABLE}`), 'made-up.html'],
    ['in GBK', GBK, 'made-up.doc'],
    ['in UTF-16', Buffer.from(`\ufeff<html><body>${TABLE}`, 'utf16le'), 'made-up.doc'],
    ['in several parts, quoted', mhtml('quoted-printable', quoted(`<html><body>${TABLE}`)), 'made-up.doc'],
    [
      'in several parts, as base64',
      mhtml('base64', Buffer.from(`<html><body>${TABLE}`).toString('base64')),
      'made-up.mht',
    ],
  ])('%s', (_what, bytes, name) => {
    expect(rows(bytes, name)).toEqual(EXPECTED);
  });

  it('with cells that are not closed, spans, hidden text and source line breaks', () => {
    const html = `<html><table><tr><td rowspan=2>项目
      名称<td style="display:none">藏<td>甲<span style='mso-hide:all'>隐</span><tr><td><p>一</p><p>二</p></table>`;
    expect(rows(strToU8(html))).toEqual([['项目名称', '甲'], ['一\n二']]);
  });

  it('whose scripts and styles are no text', () => {
    const html = '<html><style>td{}</style><table><tr><td>甲<script>alert(1)</script></td></tr></table>';
    expect(rows(strToU8(html))).toEqual([['甲']]);
  });
});
