import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import type { Finding } from '../files/finding.ts';
import { toPublishingError } from '../files/publishing-error.ts';
import { PublishingError } from '../files/user-error.ts';
import { nameProgram } from '../integration/basis.ts';
import { MANIFEST } from '../integration/manifest.ts';
import { checkOutputFolder, markFolder } from '../integration/output-folder.ts';
import { few } from '../integration/seal-build.ts';
import { unitsMeant, unitsOfShare, type Unit } from '../rebuild/choose-units.ts';
import type { EarlierSite } from '../rebuild/earlier-site.ts';
import { readRecord, writeRecord } from '../rebuild/record.ts';
import type { BuildOptions } from './build.ts';
import { memoryWarning } from './memory-needed.ts';
import { recoverFolder, replaceFolder } from './replace-folder.ts';
import { readToPublish } from './read-to-publish.ts';
import { buildPages } from './run-astro.ts';
import { bringBeside, openWorkFolder } from './work-folder.ts';

/** The file of a part that says what its files were made of. */
const RECORD = 'part.jsonl';

/** Which departments' years a part has. */
export type PartChoice =
  /** Years and departments' years: `2022`, `2022/313001`. */
  | { readonly only: readonly string[] }
  /** One of several shares of all, counted from 1. */
  | { readonly share: number; readonly shares: number };

export type PartResult =
  /** The content has errors; nothing was written. */
  | { readonly ok: false; readonly findings: readonly Finding[] }
  | {
      readonly ok: true;
      readonly findings: readonly Finding[];
      readonly units: readonly string[];
      readonly files: number;
      readonly milliseconds: number;
      readonly notes: readonly string[];
    };

/**
 * Makes the pages and data of some departments' years, with what they were made of beside them, so that a build of the whole
 * site may take them over (`openParts`). All content is read for it: pages say what share of the whole they are.
 *
 * Throws a PublishingError for what the user can fix, as `buildSite` does.
 */
export async function buildPart({
  out,
  strict = false,
  choice,
  ...options
}: Omit<BuildOptions, 'rebuild' | 'parts' | 'jobs'> & { readonly choice: PartChoice }): Promise<PartResult> {
  const start = performance.now();
  const work = openWorkFolder(process.cwd(), 'part');
  try {
    const target = checkOutputFolder(out, { root: process.cwd(), content: options.content });
    if (existsSync(join(target, MANIFEST))) {
      throw new PublishingError(
        `“${out}”里是完整的网站，只生成一部分会丢掉其余的网页。请用 --out 换一个文件夹，例如 --out parts/1。`,
      );
    }
    await recoverFolder(target);
    options.log('正在读取和检查内容……');
    const { contentFiles, findings, published } = await readToPublish(options.content, strict, (files) => {
      const warning = memoryWarning(files.length, true);
      if (warning !== undefined) options.warn?.(warning);
    });
    if (published === undefined) return { ok: false, findings };
    const chosen = chooseUnits(
      published.site.departments.map(({ year, code, projects }) => ({
        ...{ name: `${String(year)}/${code}`, projects: projects.length },
      })),
      choice,
    );
    const notes: string[] = [];
    const part = join(work.path, 'part');
    let files = 0;
    options.log('正在生成网页……');
    await buildPages(
      {
        ...{ ...options, contentFiles, part, published },
        share: { isPart: true, takes: (unit) => chosen.has(unit), others: () => Promise.resolve([]) },
        note: (text) => notes.push(text),
        made: ({ site }) => {
          files = site.files().length;
          writeRecord(join(part, RECORD), { program: nameProgram(process.cwd()) }, site.files());
        },
      },
      join(work.path, 'site'),
    );
    await markFolder(part, options.basePath);
    await replaceFolder(await bringBeside(part, target), target);
    return { ok: true, findings, units: [...chosen], files, notes, milliseconds: performance.now() - start };
  } catch (error) {
    throw toPublishingError(error, out);
  } finally {
    work.remove();
  }
}

function chooseUnits(units: readonly Unit[], choice: PartChoice): ReadonlySet<string> {
  if ('share' in choice) return unitsOfShare(units, choice.share, choice.shares);
  const { meant, unknown } = unitsMeant(units, choice.only);
  if (unknown.length === 0) return meant;
  throw new PublishingError(
    `内容里没有${few(unknown)}。--only 后面写年度或“年度/部门编码”，例如：${units
      .slice(0, 3)
      .map(({ name }) => name)
      .join('、')}。`,
  );
}

/** Opens parts that were made before. Throws a PublishingError where a folder is none. */
export function openParts(folders: readonly string[]): readonly EarlierSite[] {
  return folders.map((folder) => {
    const { files } = readRecord(join(folder, RECORD));
    if (existsSync(join(folder, RECORD)) && files.size > 0) return { folder, files };
    throw new PublishingError(
      `“${folder}”里没有完好的 ${RECORD}，不是 build --only 或 --shard 生成的部分。请检查 --parts 后面的文件夹，或者不写它，全部在这里生成。`,
    );
  });
}
