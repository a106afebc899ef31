import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const ROOT = join(import.meta.dirname, '../..');
const KEPT = join(ROOT, 'tests/browser/pictures');

/** Where a picture that differs is put, beside the one kept and the difference. */
const DIFFERENCES = join(ROOT, 'screenshots/differences');

/** How much of a picture may differ: what another build of the browser draws at the edges of letters. */
const TOLERATED = 0.002;

/** Whether pictures are to be kept as they are now: `UPDATE_PICTURES=1 npm test -- tests/browser/kept-views.test.ts -u`. */
const isUpdate = process.env.UPDATE_PICTURES === '1';

/**
 * Compares a picture with the one that is kept under the name, and gives what differs as a sentence; undefined where
 * nothing does. A picture of which none is kept is kept, but not in a CI run.
 */
export function differenceFrom(name: string, bytes: Buffer): string | undefined {
  const file = join(KEPT, `${name}.png`);
  if (isUpdate || (!existsSync(file) && process.env.CI === undefined)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    return undefined;
  }
  if (!existsSync(file)) return `${name}: no picture is kept`;
  const [kept, now] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(bytes)];
  const [width, height] = [Math.max(kept.width, now.width), Math.max(kept.height, now.height)];
  const difference = new PNG({ width, height });
  const count = pixelmatch(
    onPaper(kept, width, height),
    onPaper(now, width, height),
    difference.data,
    width,
    height,
    { threshold: 0.15 },
  );
  const share = count / (width * height);
  const isOtherSize = kept.width !== now.width || kept.height !== now.height;
  const folder = join(DIFFERENCES, name);
  rmSync(folder, { recursive: true, force: true });
  if (share <= TOLERATED && !isOtherSize) return undefined;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'kept.png'), PNG.sync.write(kept));
  writeFileSync(join(folder, 'now.png'), bytes);
  writeFileSync(join(folder, 'difference.png'), PNG.sync.write(difference));
  const size = isOtherSize ? `, ${sizeOf(kept)} became ${sizeOf(now)}` : '';
  return `${name}: ${(share * 100).toFixed(2)} % differ${size}; see screenshots/differences/${name}/`;
}

const sizeOf = ({ width, height }: PNG) => `${String(width)}×${String(height)}`;

/** A picture's pixels on a sheet at least as large, so that two of different sizes can be laid on each other. */
function onPaper(picture: PNG, width: number, height: number): Buffer {
  if (picture.width === width && picture.height === height) return picture.data;
  const sheet = new PNG({ width, height, fill: true });
  PNG.bitblt(picture, sheet, 0, 0, picture.width, picture.height, 0, 0);
  return sheet.data;
}
