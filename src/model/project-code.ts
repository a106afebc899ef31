/** What a code may be made of, wherever it was given: letters, digits and hyphens. */
export function isProjectCode(text: string): boolean {
  return /^[0-9A-Za-z-]{1,40}$/.test(text);
}

/** The site's own addresses beside those of projects. */
const RESERVED = new Set(['print', 'sources']);

/** Whether a code can name its project's file and stand in addresses; one of the document's own shape cannot. */
export function isAddressCode(code: string): boolean {
  return isProjectCode(code) && !RESERVED.has(code.toLowerCase());
}

/** Whether a text can be the code of a department (a budget unit), and so the name of its folder. */
export function isDepartmentCode(text: string): boolean {
  return /^[0-9A-Za-z]{3,20}$/.test(text);
}

/**
 * A project code of Hebei: 21 characters, `130605` `22` `P` `00406410001` `9`: six digits of the region, two of the
 * year, a letter, eleven characters, and a check character.
 */
export interface ProjectCode {
  readonly text: string;
  readonly region: string;
  /** The four-digit year in which the project was set up. */
  readonly year: number;
  readonly letter: string;
  readonly serial: string;
  readonly check: string;
}

/** The alphabet of GB 32100-2015 (统一社会信用代码): no I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const SHAPE = /^(\d{6})(\d{2})([A-Z])([0-9A-Z]{11})([0-9A-Z])$/;

/** Takes a code apart; undefined where it has another shape, as those of other provinces have. */
export function parseProjectCode(text: string): ProjectCode | undefined {
  const match = SHAPE.exec(text);
  if (match === null) return undefined;
  const [, region = '', year = '', letter = '', serial = '', check = ''] = match;
  return { text, region, year: 2000 + Number(year), letter, serial, check };
}

/**
 * The check character that fits the first 20 characters: the sum of value × 3^i mod 31 over the places
 * i = 0…19, plus the value of the check character, is 30 modulo 31. Undefined for characters outside the
 * alphabet. Found by search over published codes (all 40 of the 2022 document satisfy it), not taken from
 * a published specification: so a mismatch is a warning, never an error.
 */
export function checkCharacter(first20: string): string | undefined {
  let sum = 0;
  let weight = 1;
  for (const character of first20) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return undefined;
    sum = (sum + value * weight) % 31;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(30 - sum + 31) % 31];
}
