import { join } from 'node:path';
import process from 'node:process';
import { nameProgram } from '../integration/basis.ts';
import { writeRecord } from '../rebuild/record.ts';
import { claimIn, endWithParent, partOf, recordOf, type HelpOrder } from './helper.ts';
import { readToPublish } from './read-to-publish.ts';
import { buildPages } from './run-astro.ts';

/** Makes a part of a site as it is told, and ends. */
export function help(): void {
  endWithParent();
  process.once('message', (order: HelpOrder) => {
    void makePart(order)
      .catch((error: unknown) => {
        // The build makes everything that is missing.
        process.stderr.write(`${String(error)}\n`);
      })
      .then(() => process.exit());
  });
}

async function makePart({ folder, claims, content, ...address }: HelpOrder): Promise<void> {
  const { contentFiles, published } = await readToPublish(content, false);
  if (published === undefined) return;
  await buildPages(
    {
      ...{ content, ...address, contentFiles, published },
      part: partOf(folder),
      share: { isPart: true, takes: claimIn(claims), others: () => Promise.resolve([]) },
      log: () => undefined,
      note: () => undefined,
      made: (site) => {
        writeRecord(recordOf(folder), { program: nameProgram(process.cwd()) }, site.files());
      },
    },
    join(folder, 'site'),
  );
}
