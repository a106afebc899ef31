import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { outputOf, type RunGit } from './run-git.ts';

/** What is about to be committed, written out beside the working tree. */
export interface StagedContent {
  /** The folder that stands for the working directory: the content lies below it by its usual path. */
  readonly root: string;
  /** The content files that this commit adds or changes, as findings name them. */
  readonly changed: ReadonlySet<string>;
  readonly remove: () => void;
}

/**
 * Writes the content as it stands in git's index into a temporary folder, so that what is checked is what is
 * committed, whatever has been saved since. Undefined where the commit changes no content. Throws a UserError.
 */
export function takeStagedContent(git: RunGit, content: string): StagedContent | undefined {
  const staged = (filter: string) =>
    split(outputOf(git(['diff', '--cached', '--name-only', '--relative', '-z', filter, '--', content])));
  if (staged('--diff-filter=ACDMRTUX').length === 0) return undefined;
  const root = mkdtempSync(join(tmpdir(), 'mingzhang-staged-'));
  const remove = () => {
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', remove);
  const files = outputOf(git(['ls-files', '-z', '--', content]));
  const prefix = `${root.split(sep).join('/')}/`;
  outputOf(git(['checkout-index', '--quiet', `--prefix=${prefix}`, '-z', '--stdin'], files));
  const below = outputOf(git(['rev-parse', '--show-prefix'])).trim();
  return {
    root: join(root, below),
    changed: new Set(staged('--diff-filter=d').map((path) => relative('.', path).split(sep).join('/'))),
    remove: () => {
      process.off('exit', remove);
      remove();
    },
  };
}

function split(list: string): readonly string[] {
  return list.split('\0').filter((path) => path !== '');
}
