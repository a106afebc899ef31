import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Site } from '../model/site.ts';
import type { ShareCard } from './card.ts';
import { openCardCache, type CardCache } from './card-cache.ts';
import { CARD_FOLDER } from './card-paths.ts';
import { cardsOf } from './cards-of.ts';
import { drawCard, DRAWING_VERSION } from './draw-card.ts';
import { MISSING, openCardFont, type CardFont } from './font.ts';
import { inFont, missingIn } from './set-text.ts';

export interface WrittenCards {
  readonly cards: number;
  /** How many of them were drawn; the others stood in the cache. */
  readonly drawn: number;
  /** What an editor should know, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Writes the share cards of a site into the folder in which it is built.
 *
 * @param cacheFolder where cards are kept from build to build; any folder that may be lost.
 */
export async function writeShareCards(
  site: Site,
  folder: string,
  cacheFolder: string,
): Promise<WrittenCards> {
  const plainCards = cardsOf(site).map((card) => mapTexts(card, plain));
  const font = await openCardFont();
  const texts = plainCards.flatMap(textsOf);
  await font.prepare([...texts, ...texts.map((text) => text.normalize('NFKC'))]);
  const cards = plainCards.map((card) => mapTexts(card, (text) => inFont(font, text)));
  const cache = openCardCache(cacheFolder, `${String(DRAWING_VERSION)} ${font.version}`);
  let drawn = 0;
  for (const card of cards) {
    const { png, isNew } = await pngOf(card, font, cache);
    if (isNew) drawn += 1;
    const place = join(folder, card.path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, png);
  }
  await cache.tidy();
  return { cards: cards.length, drawn, notes: notesOn(cards, font) };
}

async function pngOf(
  card: ShareCard,
  font: CardFont,
  cache: CardCache,
): Promise<{ readonly png: Uint8Array; readonly isNew: boolean }> {
  const kept = await cache.find(card);
  if (kept !== undefined) return { png: kept, isNew: false };
  const png = drawCard(font, card);
  // Without a place to keep it the card is drawn again next time; that is no reason to publish none.
  await cache.keep(card, png).catch(() => undefined);
  return { png, isNew: true };
}

/** Says which characters the cards do not show, and on which cards. */
function notesOn(cards: readonly ShareCard[], font: CardFont): readonly string[] {
  const places = new Map<string, string[]>();
  for (const card of cards) {
    for (const character of missingIn(font, textsOf(card).join(''))) {
      places.set(character, [...(places.get(character) ?? []), card.path]);
    }
  }
  return [...places].map(([character, paths]) => {
    const [first = ''] = paths;
    const others = paths.length > 1 ? `等${String(paths.length)}张` : '';
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `分享图片的字体里没有“${character}”（U+${code}），图片上写作“${MISSING}”：${first.slice(CARD_FOLDER.length + 1)}${others}。网页上的字不受影响。`;
  });
}

const textsOf = ({ title, amount, unit, amountName, of, site }: ShareCard) => [
  `${title}…`,
  amount,
  unit,
  amountName,
  of,
  site,
];

const mapTexts = ({ path, ...texts }: ShareCard, change: (text: string) => string): ShareCard => ({
  path,
  title: change(texts.title),
  amount: change(texts.amount),
  unit: change(texts.unit),
  amountName: change(texts.amountName),
  of: change(texts.of),
  site: change(texts.site),
});

/** A text in one line: line breaks, tabs and invisible characters are no text on a picture. */
function plain(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim();
}
