import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShareCard } from './card.ts';

/** Cards drawn before, by what they say. */
export interface CardCache {
  /** The card as it was drawn; undefined where none like it was, or what is there is not whole. */
  readonly find: (card: ShareCard) => Promise<Uint8Array | undefined>;
  readonly keep: (card: ShareCard, png: Uint8Array) => Promise<void>;
  /** Removes what was not asked for since it was opened, where very much has gathered. */
  readonly tidy: () => Promise<void>;
}

/** More than this is not kept for other contents than the one just built. */
const MOST_KEPT = 3000;

const BEGIN = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const END = Buffer.from([0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);

/**
 * Opens a folder of cards. Builds may share it at the same time: a card is written beside its place and moved there
 * when it is whole.
 *
 * @param version of drawing and font; a new version ignores the cards of older ones.
 */
export function openCardCache(folder: string, version: string): CardCache {
  const used = new Set<string>();
  // Where a card will lie says nothing of its looks.
  const nameOf = ({ title, amount, unit, amountName, of, site }: ShareCard) => {
    const name = `${createHash('sha256')
      .update(JSON.stringify([version, title, amount, unit, amountName, of, site]))
      .digest('hex')}.png`;
    used.add(name);
    return name;
  };
  return {
    find: async (card) => {
      try {
        const png = await readFile(join(folder, nameOf(card)));
        const isWhole = png.subarray(0, 8).equals(BEGIN) && png.subarray(-8).equals(END);
        return isWhole ? png : undefined;
      } catch {
        return undefined;
      }
    },
    keep: async (card, png) => {
      const place = join(folder, nameOf(card));
      const beside = `${place}.${randomUUID()}`;
      await mkdir(folder, { recursive: true });
      await writeFile(beside, png);
      await rename(beside, place);
    },
    tidy: async () => {
      const names = await readdir(folder).catch(() => []);
      if (names.length <= MOST_KEPT) return;
      for (const name of names) if (!used.has(name)) await rm(join(folder, name), { force: true });
    },
  };
}
