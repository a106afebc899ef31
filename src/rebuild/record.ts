import { randomUUID } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute } from 'node:path';
import { z } from 'zod';
import type { MadeFile } from './made-file.ts';

const HASH = /^[0-9a-f]{64}$/;

/** A record may come from elsewhere: it names files within its folder. */
const isWithin = (path: string) => !isAbsolute(path) && !path.split(/[\\/]/).includes('..');

const row = z.tuple([
  z.string().refine(isWithin),
  z.string().regex(HASH),
  z.string(),
  z.tuple([z.number(), z.number(), z.number(), z.number()]),
]);

/** Which files a site has, and what each was made of. */
export interface SiteRecord {
  /** Names the program that made them. */
  readonly program: string;
  /** Names the content that they were made of. */
  readonly content: string;
  /** Where the site stands; '' of a part of one. */
  readonly place: string;
  readonly files: ReadonlyMap<string, MadeFile>;
}

const NOTHING: SiteRecord = { program: '', content: '', place: '', files: new Map() };

/** One line a file follows, so that a record of any size is written and read piece by piece. */
const head = z.strictObject({
  mingzhang: z.literal('made files'),
  version: z.literal(2),
  program: z.string(),
  content: z.string(),
  place: z.string(),
});

/** Writes a record; gives false where it cannot, which costs the next build time alone. */
export function writeRecord(
  file: string,
  { program, content = '', place = '' }: Pick<SiteRecord, 'program'> & Partial<Omit<SiteRecord, 'files'>>,
  made: Iterable<MadeFile>,
): boolean {
  const beside = `${file}.${randomUUID()}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const first = JSON.stringify({
      mingzhang: 'made files',
      version: 2,
      program,
      content,
      place,
    } satisfies z.infer<typeof head>);
    const lines = Array.from(made, ({ path, sha256, key = '', stamp }) =>
      JSON.stringify([path, sha256, key, stamp]),
    );
    writeFileSync(beside, `${[first, ...lines].join('\n')}\n`);
    renameSync(beside, file);
    return true;
  } catch {
    try {
      rmSync(beside, { force: true });
    } catch {
      // There is no such folder.
    }
    return false;
  }
}

/** Reads a record; it has no files where there is none, or one that is not whole. */
export function readRecord(file: string): SiteRecord {
  try {
    const [first = '', ...lines] = readFileSync(file, 'utf8').split('\n');
    if (lines.pop() !== '') return NOTHING;
    const { program, content, place } = head.parse(JSON.parse(first));
    const files = new Map(
      lines.map((line) => {
        const [path, sha256, key, stamp] = row.parse(JSON.parse(line));
        const made = { path, sha256, bytes: stamp[1], key: key === '' ? undefined : key, stamp };
        return [path, made] as const;
      }),
    );
    return { program, content, place, files };
  } catch {
    return NOTHING;
  }
}

/** How long the first line of a record may be. */
const LONGEST_HEAD = 16_384;

/** Where the site of a record stands; undefined where it is no record. */
export function placeOfRecord(file: string): string | undefined {
  try {
    const opened = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(LONGEST_HEAD);
      const [first = ''] = bytes.toString('utf8', 0, readSync(opened, bytes)).split('\n');
      return head.parse(JSON.parse(first)).place;
    } finally {
      closeSync(opened);
    }
  } catch {
    return undefined;
  }
}
