import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import type { Finding } from '../files/finding.ts';
import { checkOutputFolder } from '../integration/output-folder.ts';
import { toPublishingError } from '../files/publishing-error.ts';
import { PublishingError } from '../files/user-error.ts';
import { few, refuseChangedContent } from '../integration/seal-build.ts';
import type { HashedFile } from '../files/hash-files.ts';
import type { EarlierSite } from '../rebuild/earlier-site.ts';
import { timed } from '../rebuild/timed.ts';
import { openParts } from './build-part.ts';
import { processesFor, startDataHelper, startHelpers, type Helpers } from './helper.ts';
import { keepForeignFiles, refuseUnknownFiles } from './foreign-files.ts';
import { openLastBuild } from './last-build.ts';
import { clearMadeCache } from './made-cache.ts';
import { memoryWarning } from './memory-needed.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { recoverFolder, replaceFolder } from './replace-folder.ts';
import type { CommandSettings, MadeSite } from '../integration/from-command.ts';
import { readToPublish } from './read-to-publish.ts';
import { buildPages, type AstroRun } from './run-astro.ts';
import type { SiteAddress } from '../integration/site-address.ts';
import type { SpareSite } from './spare-site.ts';
import { bringBeside, openWorkFolder } from './work-folder.ts';

export interface BuildOptions extends SiteAddress, Pick<CommandSettings, 'choosePaths'> {
  /** The content folder. */
  readonly content: string;
  /** The folder that the site replaces. */
  readonly out: string;
  /** Whether a warning that nobody has explained stops the build as an error does. */
  readonly strict?: boolean;
  /**
   * Whether what would be the same as in the site that is replaced is taken over from it (`reuse`), or all is made anew; what
   * the files were made of is noted for the next build. Left out where there is none.
   */
  readonly rebuild?: 'reuse' | 'anew' | undefined;
  /** Whether the site that is replaced is kept in the cache, of which the next build on this machine makes its own. */
  readonly keepsReplaced?: boolean;
  /** How many processes make a site of which nothing is there yet; as many as are of use where left out. */
  readonly jobs?: number | undefined;
  /** Folders with parts of the site that were made before, by `buildPart`. */
  readonly parts?: readonly string[];
  /** Told what is being done, as short sentences. */
  readonly log: (message: string) => void;
  /** Told before the work what may go wrong with it. */
  readonly warn?: (message: string) => void;
}

export type BuildResult =
  /** The content has errors; nothing was written. */
  | { readonly ok: false; readonly findings: readonly Finding[] }
  | {
      readonly ok: true;
      readonly findings: readonly Finding[];
      /** How many pages the site has. */
      readonly pages: number;
      /** How many files are those of the site that was replaced, and of parts that were made before. */
      readonly taken: number;
      readonly joined: number;
      /** How many processes made it. */
      readonly processes: number;
      readonly milliseconds: number;
      /** What an editor should know though nothing is wrong, in sentences. */
      readonly notes: readonly string[];
    };

/**
 * Reads and checks the content and, where it has no errors, builds the site of the project in the working directory
 * and puts it in the place of `out`. The old site stays until the new one is whole.
 *
 * Throws a PublishingError for what the user can fix: a folder that must not be replaced, a full disk.
 */
export async function buildSite({
  out,
  strict = false,
  rebuild,
  keepsReplaced = false,
  parts: folders = [],
  jobs,
  ...options
}: BuildOptions): Promise<BuildResult> {
  const start = performance.now();
  let helpers: Helpers | undefined;
  try {
    const target = checkOutputFolder(out, { root: process.cwd(), content: options.content });
    await oneAtATime(() => recoverFolder(target));
    options.log('正在读取和检查内容……');
    const last = openLastBuild(target, rebuild);
    if (folders.some((folder) => resolve(folder) === resolve(out))) {
      throw new PublishingError(`--out 的“${out}”也写在 --parts 后面。请用 --out 换一个文件夹放合成的网站。`);
    }
    const parts = openParts(folders);
    const earlier = [last.site, ...parts];
    const { contentFiles, findings, published } = await readToPublish(options.content, strict, (files) => {
      const warning = memoryWarning(files.length);
      if (warning !== undefined) options.warn?.(warning);
      const processes = options.choosePaths === undefined ? (jobs ?? processesFor(files.length)) : 1;
      if (processes === 1) return;
      // Where most is there already, there is little to do but the data of all, if anything at all.
      if (earlier.every((site) => site.files.size === 0)) helpers = startHelpers(processes - 1, options);
      else if (!last.isOf(files)) helpers = startDataHelper(options.content);
    });
    if (published === undefined) return { ok: false, findings };
    // Told before the work, where the site cannot be replaced.
    await refuseUnknownFiles(target);
    const notes: string[] = [];
    const note = (text: string) => notes.push(text);
    let taken: ReadonlyMap<EarlierSite, number> = new Map();
    let all: readonly HashedFile[] = [];
    const made = ({ site, whole }: MadeSite) => {
      taken = site.taken();
      all = whole;
      const unnoted = last.note(contentFiles, site.files());
      if (unnoted !== undefined) note(unnoted);
    };
    const share = helpers === undefined ? {} : { share: helpers.share };
    const countOf = (site: EarlierSite) => taken.get(site) ?? 0;
    const spare = last.spare(() => keepsReplaced && countOf(last.site) > all.length / 2);
    await publish({ ...options, published, contentFiles, earlier, ...share, made, note }, target, spare);
    clearMadeCache(process.cwd());
    const pages = all.filter(({ path }) => path.endsWith('.html')).length;
    const unused = parts.filter((part) => countOf(part) === 0).map(({ folder }) => folder);
    if (unused.length > 0)
      note(
        `${few(unused)}里的文件一个也没有用上：它们是用别的内容、设置或别的程序版本生成的，或者已经有了。这些网页都在这里重新生成了，网站是完整的。`,
      );
    const joined = parts.reduce((sum, part) => sum + countOf(part), 0);
    const helped = [...taken.keys()].filter((site) => !earlier.includes(site)).length;
    const counts = { pages, taken: countOf(last.site), joined, processes: 1 + helped };
    return { ok: true, findings, ...counts, notes, milliseconds: performance.now() - start };
  } catch (error) {
    throw toPublishingError(error, out);
  } finally {
    helpers?.end();
  }
}

/** Makes the site in a folder of its own and moves it to its place when it is whole. */
async function publish(
  run: AstroRun & Required<Pick<AstroRun, 'contentFiles'>>,
  target: string,
  spare: SpareSite | undefined,
): Promise<void> {
  const work = openWorkFolder(process.cwd());
  const old = openWorkFolder(process.cwd(), 'spare');
  try {
    run.log('正在生成网页……');
    const made = spare?.takeTo(old.path) === true ? { spare: old.path } : {};
    await buildPages({ ...run, ...made }, work.path).catch(async (error: unknown) => {
      // What was taken away meanwhile is the cause, however it shows.
      if (!(error instanceof PublishingError)) await refuseChangedContent(run.content, run.contentFiles);
      const known = toPublishingError(error, work.path);
      throw known instanceof PublishingError ? known : pageError(error);
    });
    const next = await bringBeside(work.path, target);
    await timed('replace', () =>
      oneAtATime(async () => {
        await recoverFolder(target);
        (await keepForeignFiles(target, next)).forEach(run.note);
        await replaceFolder(next, target, undefined, spare?.clear);
      }),
    );
  } finally {
    work.remove();
    old.remove();
  }
}

/** A page that cannot be made is a fault of the program, so its own message and place are kept for who fixes it. */
function pageError(error: unknown): PublishingError {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new PublishingError(`生成网页时出错，网站没有改变。请把以下信息报告给维护者：\n${text}`, {
    cause: error,
  });
}
