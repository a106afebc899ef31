/** A typo in a line: where it stands, what it is. */
export interface Typo {
  readonly at: number;
  readonly length: number;
  readonly message: string;
  /** Whether there is only one thing that can have been meant. */
  readonly certain: boolean;
  /** Where it is not `yaml/syntax`. */
  readonly rule?: string;
  /** What to do, where the line as it should be does not say it. */
  readonly hint?: string;
}

/** A part of a line as it should be, with its typos; what belongs on further lines is set in from the first. */
export interface Fixed {
  readonly corrected: string;
  readonly typos: readonly Typo[];
  readonly further?: readonly { readonly deeper: number; readonly text: string }[];
}

export function fixed(corrected: string, ...typos: readonly (Typo | undefined)[]): Fixed {
  return { corrected, typos: typos.filter((typo) => typo !== undefined) };
}

export function typo(at: number, length: number, message: string, certain: boolean): Typo {
  return { at, length, message, certain };
}
