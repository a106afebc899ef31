import { createWriteStream, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { utils, write } from '@e965/xlsx';
import { readAndCheck } from '../../src/integration/read-and-check.ts';
import { dataFiles, openDataOf } from '../../src/open-data/data-files.ts';
import { TABLES } from '../../src/open-data/tables.ts';
import { timeOf } from './measure.ts';

/**
 * Writes the open data of a content folder that end in certain ways, and says how long that took, how much memory above
 * that of the records, and how large the files are. With `peer` SheetJS writes the same tables as a workbook.
 */

const [content = '', folder = '', ending = ''] = process.argv.slice(2);
const { content: read, findings, unjudged } = await readAndCheck(content);
const published = { site: read.site, findings, unjudged };
const place = { base: '/', host: 'https://example.gov.cn' };

/** Made new for each, so that nothing that was computed before helps it. */
async function writeOwn(): Promise<readonly string[]> {
  const files = [...dataFiles(published, place)].filter(
    ({ path }) => /^data\/[^/]+$/.test(path) && new RegExp(`\\.(?:${ending})$`).test(path),
  );
  for (const { path, write: pieces } of files)
    await pipeline(Readable.from(pieces()), createWriteStream(join(folder, path.slice('data/'.length))));
  return files.map(({ path }) => path.slice('data/'.length));
}

function writePeer(): readonly string[] {
  const data = openDataOf(published, place);
  const book = utils.book_new();
  for (const table of TABLES) {
    const rows = [...table.rowsOf(published.site.departments, data)].map((row) => [...row]);
    const head = table.columns.map(({ header }) => header);
    utils.book_append_sheet(book, utils.aoa_to_sheet([head, ...rows]), table.title);
  }
  writeFileSync(join(folder, 'peer.xlsx'), write(book, { type: 'buffer', compression: true }) as Buffer);
  return ['peer.xlsx'];
}

/** The memory that the process has, after what it no longer needs is given back. */
function memoryAtRest(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage.rss();
}

/** The most memory since this was called before, where the system tells it; else since the process began. */
function peakMemory(): number {
  const peak = process.resourceUsage().maxRSS * 1024;
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Only Linux has it.
  }
  return peak;
}

const records = memoryAtRest();
peakMemory();
let names: readonly string[] = [];
const time = await timeOf(async () => {
  names = ending === 'peer' ? writePeer() : await writeOwn();
});
const memory = Math.max(0, peakMemory() - records);
const size = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
for (const name of names) rmSync(join(folder, name));
process.stdout.write(JSON.stringify({ time, memory, size }));
