import { hashed } from './digest.ts';

/** What all files of a build are made of, beside what each is about. */
export interface Basis {
  /** Names the program, its settings, and what pages say of the site around their subject. */
  readonly program: string;
  /** Names the whole content, and what git knows of it. */
  readonly content: string;
}

/** Names all that files are made of where they are made of the same basis: what one process made another may take as it is. */
export const nameOfBasis = ({ program, content }: Basis): string => hashed(`${program}\n${content}`);

/** Under which keys a file may be taken over. */
export interface Keys {
  /** Names what it is given; undefined where that is not known for certain. */
  readonly own: string | undefined;
  /** Names the whole content too, for a file that depends on it or may do so. */
  readonly whole: string;
}

/** The keys of a file by what makes it, such as a route, and what it is given, as `digestOf` has it. */
export function keysOf({ program, content }: Basis, path: string, given: string | undefined): Keys {
  const name = (...parts: readonly string[]) => hashed(parts.join('\n')).slice(0, 22);
  return {
    own: given === undefined ? undefined : name(program, path, given),
    whole: name(program, path, content),
  };
}

/** The key under which a file is noted that depends on nothing but what it is given, where that is known. */
export const keyOf = ({ own, whole }: Keys): string => own ?? whole;

export const listOf = ({ own, whole }: Keys): readonly string[] =>
  own === undefined ? [whole] : [own, whole];
