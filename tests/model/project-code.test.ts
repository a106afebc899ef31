import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCharacter, parseProjectCode } from '../../src/model/project-code.ts';

const CODE = '13060522P004064100019';

describe('a project code', () => {
  it('is taken apart', () => {
    expect(parseProjectCode(CODE)).toEqual({
      text: CODE,
      region: '130605',
      year: 2022,
      letter: 'P',
      serial: '00406410001',
      check: '9',
    });
  });
  it.each([
    '',
    CODE.slice(1),
    `${CODE}0`,
    CODE.toLowerCase(),
    ` ${CODE}`,
    CODE.replace('P', '1'),
    `${CODE}\n`,
  ])('is not read from %j', (text) => {
    expect(parseProjectCode(text)).toBeUndefined();
  });
});

describe('the check character', () => {
  it.each([CODE, '13060522P00406910001M', '13060521P00411110001D', '13060522P00398710001U'])(
    'fits %s',
    (code) => {
      expect(checkCharacter(code.slice(0, 20))).toBe(code.at(-1));
    },
  );
  it('catches every single wrong character', () => {
    const alphabet = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');
    fc.assert(
      fc.property(fc.nat(19), fc.constantFrom(...alphabet), (place, wrong) => {
        fc.pre(CODE[place] !== wrong);
        const changed = CODE.slice(0, place) + wrong + CODE.slice(place + 1, 20);
        expect(checkCharacter(changed)).not.toBe(CODE.at(-1));
      }),
    );
  });
  it('is not to be had for characters outside its alphabet', () => {
    expect(checkCharacter('13060522I00406410001')).toBeUndefined();
  });
});
