import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { PublishingError } from '../../files/user-error.ts';
import { MANIFEST, parseManifest, SIGNATURES } from '../../integration/manifest.ts';
import {
  foldersAbove,
  JOURNAL,
  LINK,
  obstaclesIn,
  stagesOf,
  type Publication,
  type Standing,
} from '../plan-publication.ts';
import { refuseRebuilt, type SiteToPublish } from '../site-to-publish.ts';
import { ownFiles, type Target } from './target.ts';

/** `rsync://host/module/folder`, or `user@host:/folder` by ssh: nothing that rsync or a shell takes for an option. */
const HOST = String.raw`(?:[A-Za-z0-9_][A-Za-z0-9._-]*@)?[A-Za-z0-9][A-Za-z0-9.-]*`;
const FOLDER = String.raw`[\p{L}\p{N}_~.][\p{L}\p{N}._~-]*(?:/+[\p{L}\p{N}_~.][\p{L}\p{N}._~-]*)*/?`;
const ADDRESS = new RegExp(`^(?:rsync://${HOST}(?::\\d{1,5})?/${FOLDER}|${HOST}:/?${FOLDER})$`, 'u');

/**
 * A folder of a server, by the `rsync` of this machine: its own protocol, or ssh.
 *
 * @throws PublishingError
 */
export function rsyncTarget(address: string): Target {
  if (!ADDRESS.test(address) || address.split(/[/:]/).includes('..'))
    throw new PublishingError(
      `“${address}”不是 rsync 的地址。请写作 rsync:账号@服务器:/文件夹（用 ssh），或 rsync://服务器/模块/文件夹；只用字母、数字、汉字和“.”“-”“_”“~”“/”。`,
    );
  const root = `${address.replace(/\/+$/, '')}/`;
  return {
    name: address,
    read: () => readRemote(root),
    write: async (publication, site) => {
      await writeRemote(root, publication, site);
      return [];
    },
  };
}

/** Does something with a folder of this machine that is gone after. */
async function withFolder<Value>(work: (folder: string) => Value | Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-rsync-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readRemote(root: string): Promise<Standing> {
  const listed = run(['-r', '--list-only', '--no-human-readable', '--8-bit-output', '--no-motd', '--', root]);
  if (isMissing(listed)) return { files: new Map(), own: new Map() };
  const read = [MANIFEST, JOURNAL, ...SIGNATURES];
  const [manifest, journal, ...signatures] = await withFolder((folder) => {
    // Not by a list of names: a server does not find what such a list names below its module's own folder.
    const named = [...read.map((name) => `--include=/${name}`), '--exclude=*'];
    outputOf(run(['-r', ...named, '--no-motd', '--', root, `${folder}/`]));
    return read.map((name) => {
      try {
        return readFileSync(join(folder, name));
      } catch {
        return undefined;
      }
    });
  });
  const own = ownFiles([manifest, journal]);
  const known = new Map(
    (parseManifest(manifest?.toString() ?? '')?.files ?? []).map((file) => [file.path, file]),
  );
  for (const [place, bytes] of [manifest, ...signatures].entries()) {
    const path = [MANIFEST, ...SIGNATURES][place];
    if (path !== undefined && bytes !== undefined)
      known.set(path, {
        path,
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
  }
  const files = new Map<string, string>();
  for (const line of outputOf(listed).split('\n')) {
    const [, kind = '', size = '', path = ''] = /^(\S)\S* +([\d,]+) \S+ \S+ (.*)$/.exec(line) ?? [];
    if (path === '' || kind === 'd') continue;
    const file = known.get(path);
    const isAsWritten = file?.bytes === Number(size.replaceAll(',', ''));
    // The content is not seen: what has the size that was written is taken for it, but for what was being written.
    files.set(path, kind !== '-' ? LINK : isAsWritten && journal === undefined ? file.sha256 : '');
  }
  return { files, own };
}

async function writeRemote(root: string, publication: Publication, site: SiteToPublish): Promise<void> {
  await withFolder(async (folder) => {
    const send = (from: string, names: readonly string[]) => {
      if (names.length === 0) return;
      const list = writeList(folder, names);
      // By ssh the server's shell does not see the names; each file is put in its place whole, all at the end of a stage.
      const how = ['-r', '--ignore-times', '--delay-updates', '--chmod=D755,F644', '--no-motd'];
      outputOf(run([...how, '--from0', `--files-from=${list}`, '--', `${from}/`, root]));
    };
    const remove = (names: readonly string[]) => {
      if (names.length === 0) return;
      const empty = mkdtempSync(join(folder, 'empty-'));
      const list = writeList(folder, names);
      // The folders above have to be there; what is named is not, and goes. A folder that is not empty stays.
      for (const name of names) mkdirSync(join(empty, posix.dirname(name)), { recursive: true });
      const how = ['-r', '--delete-missing-args', '--no-motd'];
      outputOf(run([...how, '--from0', `--files-from=${list}`, '--', `${empty}/`, root]));
    };
    const journal = join(folder, 'journal');
    mkdirSync(journal);
    copyFileSync(join(site.folder, MANIFEST), join(journal, JOURNAL));
    send(journal, [JOURNAL]);
    const obstacles = obstaclesIn(publication);
    remove(obstacles);
    const stages = stagesOf(publication).map((files) => files.map(({ path }) => path));
    for (const names of stages.slice(0, -1)) send(site.folder, names);
    remove(publication.removed.filter((path) => !obstacles.includes(path)));
    for (const folders of emptied(publication, site)) remove(folders);
    // What it says is taken for what stands there, though files of another build may have been sent meanwhile.
    await refuseRebuilt(site);
    send(site.folder, stages.at(-1) ?? []);
    remove([JOURNAL]);
  });
}

/** The folders that hold nothing any more, neither a file of the site nor one of others: the innermost first. */
function emptied({ removed, foreign }: Publication, site: SiteToPublish): readonly (readonly string[])[] {
  const held = new Set([...site.files.map(({ path }) => path), ...foreign].flatMap(foldersAbove));
  const folders = [...new Set(removed.flatMap(foldersAbove))].filter((folder) => !held.has(folder));
  const depthOf = (folder: string) => foldersAbove(folder).length;
  const depths = [...new Set(folders.map(depthOf))].sort((a, b) => b - a);
  return depths.map((depth) => folders.filter((folder) => depthOf(folder) === depth));
}

/** A list of names, as rsync reads them with `--from0`. */
function writeList(folder: string, names: readonly string[]): string {
  const file = join(folder, 'list');
  writeFileSync(file, names.map((name) => `${name}\0`).join(''));
  return file;
}

interface Run {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

function run(args: readonly string[]): Run {
  const { status, stdout, stderr, error } = spawnSync('rsync', ['--protect-args', '--timeout=60', ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    // A password is asked for at the terminal itself.
    stdio: ['inherit', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (error !== undefined && 'code' in error && error.code === 'ENOENT')
    throw new PublishingError(
      '没有找到 rsync。请先安装（Debian、Ubuntu：apt-get install rsync；macOS 自带；Windows 用 WSL），或改为发布到文件夹。',
    );
  return { status: status ?? 1, output: stdout, errors: stderr };
}

const isMissing = ({ status, errors }: Run) => status === 23 && errors.includes('No such file or directory');

/** What rsync and ssh say in English, and what is to be told instead. */
const EXPLAINED: readonly (readonly [pattern: RegExp, sentence: string])[] = [
  [/No space left|Disk quota exceeded/, '服务器的磁盘满了，请腾出空间后重新运行，会接着完成'],
  [/Permission denied \(|auth failed|password/, '服务器没有让登录，请检查账号、密钥或密码'],
  [/Host key verification failed/, '服务器的密钥和记住的不同，请先用 ssh 登录一次，核对它是不是同一台'],
  [
    /Permission denied|read.?only|Operation not permitted/i,
    '在服务器上没有写这个文件夹的权限，请维护人员检查',
  ],
  [/Unknown module/, '服务器上没有这个模块，请检查地址'],
  [/refused|timed out|timeout|No route|unreachable/i, '连不上服务器，请检查地址和网络'],
  [/resolve hostname|Name or service not known|getaddrinfo/, '没有找到这台服务器，请检查地址'],
  [/command not found|not found/, '服务器上没有安装 rsync，请维护人员安装'],
  [/(?:mkdir|change_dir|chdir)\b.* (?:failed|No such file)/, '服务器上没有上级文件夹，请先建立'],
];

function outputOf({ status, output, errors }: Run): string {
  if (status === 0) return output;
  const known = EXPLAINED.find(([pattern]) => pattern.test(errors));
  throw new PublishingError(`${known?.[1] ?? '没有发布成功'}。rsync 的原话：${errors.trim().slice(0, 500)}`);
}
