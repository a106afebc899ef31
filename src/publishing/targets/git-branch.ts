import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { PublishingError } from '../../files/user-error.ts';
import { gitIn, outputOf, repositoryOf, type GitResult } from '../../git/run-git.ts';
import { MANIFEST } from '../../integration/manifest.ts';
import { countOf, type Publication, type Standing } from '../plan-publication.ts';
import { refuseRebuilt, type SiteToPublish } from '../site-to-publish.ts';
import { ownFiles, type Target } from './target.ts';

/**
 * A branch of the repository in which a folder lies, of which nothing is checked out: a commit is made of the built files
 * beside the work tree and its index.
 *
 * @param push whether it is also sent to the repository that it comes from.
 * @throws UserError
 */
export function branchTarget(branch: string, folder: string, push: boolean): Target {
  const { top, git } = repositoryOf(folder);
  if (branch.startsWith('-') || git(['check-ref-format', '--branch', branch]).status !== 0)
    throw new PublishingError(`“${branch}”不能作分支的名称。请换一个，例如 git:pages。`);
  const ref = `refs/heads/${branch}`;
  if (
    outputOf(git(['worktree', 'list', '--porcelain']))
      .split('\n')
      .includes(`branch ${ref}`)
  )
    throw new PublishingError(
      `分支“${branch}”正在使用（里面是内容或程序），不能发布到它上面。请换一个专门放网站的分支，例如 git:pages。`,
    );
  const remote = push ? remoteOf(git(['remote'])) : undefined;
  const commitOf = (name: string) => {
    const { status, output } = git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
    return status === 0 ? output.trim() : undefined;
  };
  /** The commit that the new one follows: what others have published meanwhile, or what was published here. */
  const parentOf = () => {
    const own = commitOf(ref);
    if (remote === undefined) return own;
    const tracking = `refs/remotes/${remote}/${branch}`;
    const fetched = git(['fetch', '--quiet', '--no-tags', remote, `+${ref}:${tracking}`]);
    if (fetched.status !== 0 && !fetched.errors.includes("couldn't find remote ref"))
      outputOf(explained(fetched));
    const theirs = commitOf(tracking);
    if (own === undefined || theirs === undefined) return own ?? theirs;
    return git(['merge-base', '--is-ancestor', own, theirs]).status === 0 ? theirs : own;
  };
  let parent: string | undefined;
  const isUnsent = () => remote !== undefined && parent !== commitOf(`refs/remotes/${remote}/${branch}`);
  return {
    name: `git 分支 ${branch}${remote === undefined ? '' : `（并推送到 ${remote}）`}`,
    read: (site) => {
      parent = parentOf();
      if (parent === undefined) return Promise.resolve({ files: new Map(), own: new Map() });
      const standing = readTree(top, parent, git, site);
      if (!standing.own.has(MANIFEST) && standing.files.size > 0)
        throw new PublishingError(
          `分支“${branch}”里没有本程序发布的网站，却有别的文件，没有改动。请换一个分支。`,
        );
      return Promise.resolve(standing);
    },
    unsent: () => (isUnsent() ? `把分支“${branch}”推送到 ${remote ?? ''}？` : undefined),
    write: async (publication, site) => {
      const commit =
        parent !== undefined && countOf(publication) === 0 ? parent : commitFiles(publication, site, parent);
      await refuseRebuilt(site);
      outputOf(git(['update-ref', '-m', 'mingzhang publish', ref, commit, commitOf(ref) ?? '']));
      const made = commit === parent ? '' : `分支“${branch}”有了新的提交 ${commit.slice(0, 7)}。`;
      if (remote === undefined) return [`${made}还没有推送。`];
      outputOf(explained(git(['push', '--quiet', remote, `${ref}:${ref}`])));
      return [made, `已推送到 ${remote}。`];
    },
  };

  /** Makes the commit with an index of its own, of the files' very bytes, whatever settings the repository has for text. */
  function commitFiles(publication: Publication, site: SiteToPublish, before: string | undefined): string {
    const temporary = mkdtempSync(join(tmpdir(), 'mingzhang-index-'));
    try {
      const own = gitIn(top, { ...process.env, GIT_INDEX_FILE: join(temporary, 'index') });
      outputOf(own(before === undefined ? ['read-tree', '--empty'] : ['read-tree', before]));
      const files = [...publication.added, ...publication.changed];
      const paths = files.map(({ path }) => `${resolve(site.folder, path)}\n`).join('');
      const ids = outputOf(own(['hash-object', '-w', '--no-filters', '--stdin-paths'], paths)).split('\n');
      const lines = [
        ...publication.removed.map((path) => `0 ${'0'.repeat(40)}\t${path}\0`),
        ...files.map(({ path }, place) => `100644 ${ids[place] ?? ''}\t${path}\0`),
      ];
      outputOf(own(['update-index', '-z', '--index-info'], lines.join('')));
      const tree = outputOf(own(['write-tree'])).trim();
      const { commit, changed } = site.content;
      const message = `发布网站：内容${commit === null ? '没有提交' : `提交 ${commit.slice(0, 12)}`}${changed ? '，另有没有提交的改动' : ''}\n`;
      return outputOf(
        own(['commit-tree', tree, ...(before === undefined ? [] : ['-p', before])], message),
      ).trim();
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  }
}

/** What stands in a commit: the files of the site that it holds to the byte are known by git's own names of them. */
function readTree(top: string, commit: string, git: ReturnType<typeof gitIn>, site: SiteToPublish): Standing {
  const { status, stdout } = spawnSync('git', ['cat-file', 'blob', `${commit}:${MANIFEST}`], {
    cwd: top,
    maxBuffer: 1 << 30,
  });
  const own = ownFiles([status === 0 ? stdout : undefined]);
  const paths = site.files.map(({ path }) => `${resolve(site.folder, path)}\n`).join('');
  const ids = outputOf(git(['hash-object', '--no-filters', '--stdin-paths'], paths)).split('\n');
  const wanted = new Map(site.files.map(({ path, sha256 }, place) => [path, { sha256, id: ids[place] }]));
  const files = outputOf(git(['ls-tree', '-r', '-z', '--full-tree', commit]))
    .split('\0')
    .flatMap((line) => {
      const [, id = '', path = ''] = /^\d+ \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      const file = wanted.get(path);
      return path === '' ? [] : [[path, file?.id === id ? file.sha256 : ''] as const];
    });
  return { files: new Map(files), own };
}

function remoteOf(listed: GitResult): string {
  const remotes = outputOf(listed).split('\n').filter(Boolean);
  const remote = remotes.includes('origin') ? 'origin' : remotes[0];
  if (remote === undefined)
    throw new PublishingError(
      '这个仓库没有远程仓库，不能推送。请先用 git remote add origin 加上，或去掉 --push。',
    );
  return remote;
}

/** What a remote repository says in English, and what is to be told instead. */
const REFUSALS: readonly (readonly [pattern: RegExp, sentence: string])[] = [
  [
    /non-fast-forward|fetch first|rejected/,
    '远程的分支有别的改动，或不许推送。请运行 git fetch 看清楚，再重新发布。',
  ],
  [
    /Permission denied|Authentication failed|could not read Username|403/,
    '远程仓库拒绝了：没有权限，或没有登录。请检查账号和密钥。',
  ],
  [
    /Could not resolve host|Connection (?:refused|timed out)|unable to access/,
    '连不上远程仓库。请检查网络，稍后重新运行。',
  ],
  [/does not appear to be a git repository|not found/, '没有找到远程仓库。请用 git remote -v 检查它的地址。'],
];

function explained(result: GitResult): GitResult {
  if (result.status === 0) return result;
  const known = REFUSALS.find(([pattern]) => pattern.test(result.errors));
  throw new PublishingError(
    `${known?.[1] ?? '远程仓库没有接受。'}git 的原话：${result.errors.trim().slice(0, 500)}`,
  );
}
