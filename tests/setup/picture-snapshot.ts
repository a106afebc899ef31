import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { expect } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const SNAPSHOTS = join(ROOT, 'tests/browser/snapshots');

/** Where a picture that differs is put, beside its snapshot and the difference. */
const DIFFERENCES = join(ROOT, 'screenshots/differences');

/** How much of a picture may differ: what another build of the browser draws at the edges of letters. */
const TOLERATED = 0.002;

/**
 * Compares a picture with its snapshot, and gives what differs as a sentence; undefined where nothing does. As with
 * Vitest's own snapshots, `-u` renews it, and a new one is written but in CI.
 */
export function differenceFrom(name: string, bytes: Buffer): string | undefined {
  const file = join(SNAPSHOTS, `${name}.png`);
  const update = expect.getState().snapshotState.snapshotUpdateState;
  if (update === 'all' || (update === 'new' && !existsSync(file))) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    return undefined;
  }
  if (!existsSync(file)) return `${name}: there is no snapshot`;
  const [snapshot, now] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(bytes)];
  const [width, height] = [Math.max(snapshot.width, now.width), Math.max(snapshot.height, now.height)];
  const difference = new PNG({ width, height });
  const count = pixelmatch(
    onPaper(snapshot, width, height),
    onPaper(now, width, height),
    difference.data,
    width,
    height,
    { threshold: 0.15 },
  );
  const share = count / (width * height);
  const isOtherSize = snapshot.width !== now.width || snapshot.height !== now.height;
  const folder = join(DIFFERENCES, name);
  rmSync(folder, { recursive: true, force: true });
  if (share <= TOLERATED && !isOtherSize) return undefined;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'snapshot.png'), PNG.sync.write(snapshot));
  writeFileSync(join(folder, 'now.png'), bytes);
  writeFileSync(join(folder, 'difference.png'), PNG.sync.write(difference));
  const size = isOtherSize ? `, ${sizeOf(snapshot)} became ${sizeOf(now)}` : '';
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
