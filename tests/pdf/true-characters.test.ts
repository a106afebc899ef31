import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { withTrueCharacters } from '../../src/pdf/true-characters.ts';

/** What a browser writes, as far as it matters here: one table from glyphs to text, and the end of the file. */
function pdf(table: string): Buffer {
  const stream = deflateSync(Buffer.from(table));
  return Buffer.concat([
    Buffer.from(`%PDF-1.4\n7 0 obj\n<</Filter /FlateDecode\n/Length ${stream.length}>> stream\n`),
    stream,
    Buffer.from('\nendstream\nendobj\nxref\n0 8\n'),
    Buffer.from('trailer\n<</Size 8\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n99\n%%EOF'),
  ]);
}

const table = (code: string) => `begincmap\n1 beginbfchar\n<2C> <${code}>\nendbfchar\nendcmap`;

describe('the text of a printed PDF', () => {
  const before = pdf(table('2EA0'));
  const after = Buffer.from(withTrueCharacters(before));

  it('names 民 and not the radical ⺠ where a font draws both alike', () => {
    const [, place = ''] = /7 1\n(\d{10}) 00000 n/.exec(after.toString('latin1')) ?? [];
    const object = after.subarray(Number(place));
    const head = /^7 0 obj\n<<\/Filter \/FlateDecode\n\/Length \d+>> stream\n/.exec(
      object.toString('latin1'),
    );
    expect(inflateSync(object.subarray(head?.[0].length)).toString()).toBe(table('6C11'));
  });

  it('is fixed in an update that leaves all bytes before it and leads back to them', () => {
    expect(after.subarray(0, before.length).equals(before)).toBe(true);
    const text = after.toString('latin1');
    const [, start = ''] = /startxref\n(\d+)\n%%EOF\n$/.exec(text) ?? [];
    expect(text.slice(Number(start))).toMatch(/^xref\n7 1\n/);
    expect(text.slice(Number(start))).toContain('/Prev 99>>');
  });

  it('stays as it is where nothing is to be fixed or the file is of another make', () => {
    const sound = pdf(table('6C11'));
    expect(withTrueCharacters(sound)).toBe(sound);
    const other = Buffer.from('%PDF-1.7\nstartxref\n1\n%%EOF');
    expect(withTrueCharacters(other)).toBe(other);
  });
});
