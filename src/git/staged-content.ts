import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { outputOf, type Repository } from './run-git.ts';

/** What is about to be committed, written out beside the working tree. */
export interface StagedContent {
  /** The folder that stands for the top of the repository: the content lies below it by its usual path. */
  readonly root: string;
  /** The content files that this commit adds or changes, by their paths in the repository. */
  readonly changed: ReadonlySet<string>;
  readonly remove: () => void;
}

/**
 * Writes the content as it stands in the index of its repository into a temporary folder, so that what is checked is
 * what is committed, whatever has been saved since. Undefined where the commit changes no content. Throws a UserError.
 */
export function takeStagedContent({ git, path }: Repository): StagedContent | undefined {
  const staged = (filter: string) =>
    split(outputOf(git(['diff', '--cached', '--name-only', '-z', filter, '--', path])));
  if (staged('--diff-filter=ACDMRTUX').length === 0) return undefined;
  const root = mkdtempSync(join(tmpdir(), 'mingzhang-staged-'));
  const remove = () => {
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', remove);
  const files = outputOf(git(['ls-files', '-z', '--', path]));
  const prefix = `${root.split(sep).join('/')}/`;
  outputOf(git(['checkout-index', '--quiet', `--prefix=${prefix}`, '-z', '--stdin'], files));
  return {
    root,
    changed: new Set(staged('--diff-filter=d')),
    remove: () => {
      process.off('exit', remove);
      remove();
    },
  };
}

function split(list: string): readonly string[] {
  return list.split('\0').filter((path) => path !== '');
}
