import { describe, expect, it } from 'vitest';
import { decode } from '../../src/files/decode.ts';

/** 序号 in GBK. */
const GBK = Buffer.from([0xd0, 0xf2, 0xba, 0xc5]);

describe('the bytes of a content file', () => {
  it.each([
    ['UTF-8', Buffer.from('序号: 1'), { text: '序号: 1', encoding: 'UTF-8', marked: false }],
    ['UTF-8 with a mark', Buffer.from('\ufeff序号: 1'), { text: '序号: 1', encoding: 'UTF-8', marked: true }],
    [
      'UTF-16 as Windows writes it',
      Buffer.from('\ufeff序号', 'utf16le'),
      { text: '序号', encoding: 'UTF-16', marked: true },
    ],
    [
      'UTF-16 the other way round',
      Buffer.from('\ufeff序号', 'utf16le').swap16(),
      { text: '序号', encoding: 'UTF-16', marked: true },
    ],
    ['GBK', GBK, { text: '序号', encoding: 'GBK', marked: false }],
    ['what is only a Chinese text without a word of the form', Buffer.from([0xc4, 0xe3]), undefined],
    ['GBK that is cut off', GBK.subarray(0, 3), undefined],
    ['UTF-8 that is cut off', Buffer.from('序号').subarray(0, 5), undefined],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]), undefined],
  ])('in %s are told', (_what, bytes, decoded) => {
    expect(decode(bytes)).toEqual(decoded);
  });
});
