import type { Published } from '../../src/files/finding.ts';
import { readAndCheck } from '../../src/integration/read-and-check.ts';
import { dataFiles, type DataPlace } from '../../src/open-data/data-files.ts';

/** A content folder as it is published. */
export async function publishedFrom(directory: string): Promise<Published> {
  const { content, findings, unjudged } = await readAndCheck(directory);
  return { site: content.site, findings, unjudged };
}

/** All files of the open data by their paths, each as one text. */
export function filesOf(
  published: Published,
  place: DataPlace = { base: '/', host: undefined },
): ReadonlyMap<string, string> {
  return new Map(
    [...dataFiles(published, place)].map(({ path, write }) => [
      path,
      [...(write() as Iterable<string>)].join(''),
    ]),
  );
}
