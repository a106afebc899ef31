import type { Published } from '../../src/files/finding.ts';
import { readAndCheck } from '../../src/integration/read-and-check.ts';
import type { Content } from '../../src/open-data/data-file.ts';
import { dataFiles, type DataPlace } from '../../src/open-data/data-files.ts';

/** A content folder as it is published. */
export async function publishedFrom(directory: string): Promise<Published> {
  const { content, findings, unjudged } = await readAndCheck(directory);
  return { site: content.site, findings, unjudged };
}

/** All files of the open data that are texts by their paths, each as one. */
export function filesOf(
  published: Published,
  place: DataPlace = { base: '/', host: undefined },
): ReadonlyMap<string, string> {
  return new Map(
    [...dataFiles(published, place)]
      .filter(({ path }) => !/\.(?:xlsx|sqlite)$/.test(path))
      .map(({ path, write }) => [path, bytesIn(write()).toString()]),
  );
}

/** One file of the open data as its bytes. */
export function bytesOf(
  published: Published,
  path: string,
  place: DataPlace = { base: '/', host: undefined },
): Buffer {
  const file = dataFiles(published, place).find((one) => one.path === path);
  if (file === undefined) throw new Error(`There is no ${path}.`);
  return bytesIn(file.write());
}

const bytesIn = (content: Content): Buffer =>
  Buffer.isBuffer(content) ? content : Buffer.concat([...content]);
