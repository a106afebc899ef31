import { join } from 'node:path';
import process from 'node:process';
import { nameData, nameProgram } from '../integration/basis.ts';
import { dataFiles, type DataPlace } from '../open-data/data-files.ts';
import { writeRecord } from '../rebuild/record.ts';
import { unitOf } from '../rebuild/share.ts';
import { openSiteFolder } from '../rebuild/site-folder.ts';
import {
  claimIn,
  endWithParent,
  partOf,
  recordOf,
  type DataOrder,
  type HelpOrder,
  type PartOrder,
} from './helper.ts';
import { readToPublish } from './read-to-publish.ts';
import { buildPages } from './run-astro.ts';

/** Makes a part of a site as it is told, and ends. */
export function help(): void {
  endWithParent();
  process.once('message', (order: HelpOrder) => {
    void (order.kind === 'data' ? makeData(order) : makePart(order))
      .catch((error: unknown) => {
        // The build makes everything that is missing.
        process.stderr.write(`${String(error)}\n`);
      })
      .then(() => process.exit());
  });
}

async function makePart({ folder, claims, content, siteUrl, basePath }: PartOrder): Promise<void> {
  const { contentFiles, published } = await readToPublish(content, false);
  if (published === undefined) return;
  await buildPages(
    {
      ...{ content, siteUrl, basePath, contentFiles, published },
      part: partOf(folder),
      share: { isPart: true, takes: claimIn(claims), others: () => Promise.resolve([]) },
      log: () => undefined,
      note: () => undefined,
      made: ({ site, basis }) => {
        writeRecord(recordOf(folder), { program: basis }, site.files());
      },
    },
    join(folder, 'site'),
  );
}

/** Makes the data of more than one department, as soon as it is known where the site will stand. */
async function makeData({ folder, content }: DataOrder): Promise<void> {
  const place = new Promise<DataPlace>((resolve) => process.once('message', resolve));
  const { contentFiles, published } = await readToPublish(content, false);
  if (published === undefined) return;
  const { base, host } = await place;
  const units = new Set(published.site.departments.map(({ year, code }) => `${String(year)}/${code}`));
  const site = openSiteFolder(partOf(folder));
  for (const { path, describesOthers, write } of dataFiles(published, { base, host })) {
    if (describesOthers !== true && unitOf(path, units) === undefined) site.write(path, write());
  }
  const basis = nameData(nameProgram(process.cwd()), contentFiles, base, host);
  writeRecord(recordOf(folder), { program: basis }, site.files());
}
