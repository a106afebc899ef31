import type { Compressed } from './archive.ts';
import type { Look, Looks } from './sheet-looks.ts';

/** Where a sheet that two workbooks have is kept, once it is compressed for one of them. */
export interface KeptSheet {
  kept?:
    | {
        readonly compressed: Compressed;
        /** The looks that were met before the sheet, as `Looks.names` gives them, and all after it. */
        readonly before: string;
        readonly after: readonly Look[];
      }
    | undefined;
}

/** Such a sheet in one of the workbooks: taken as the other has left it, or left for the other. */
export class SharedSheet {
  readonly #place: KeptSheet;
  #before = '';
  #differs = false;

  constructor(place: KeptSheet) {
    this.#place = place;
  }

  /** Asked before the sheet is written: it is the same where the same looks have the same numbers. */
  take(looks: Looks): Compressed | undefined {
    const { kept } = this.#place;
    this.#place.kept = undefined;
    this.#before = looks.names();
    if (kept?.before !== this.#before) return undefined;
    for (const look of kept.after) looks.idOf(look);
    return kept.compressed;
  }

  /** Told when it is written. */
  keep(compressed: Compressed, looks: Looks): void {
    if (!this.#differs) this.#place.kept = { compressed, before: this.#before, after: looks.met() };
  }

  /** Told of something in it that the other workbook does not say so. */
  differ(): void {
    this.#differs = true;
  }
}
