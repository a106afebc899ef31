import type { Finding } from '../finding.ts';
import { listContent } from '../layout.ts';
import { writeFileAtomically } from '../write-file.ts';
import { fixFile, type FixedFile } from './fix-file.ts';

/** What fixing a content folder comes to. */
export interface FixedContent {
  /** Every file that is fixed or left, in the order of the folders. */
  readonly files: readonly FixedFile[];
  /** What kept folders from being looked into. */
  readonly findings: readonly Finding[];
  /** Writes what is fixed; each file is the old or the new one whole at any moment. */
  readonly write: () => Promise<void>;
}

/** Works out how a content folder is fixed; nothing is written before `write` is called. */
export async function fixContent(directory: string): Promise<FixedContent> {
  const findings: Finding[] = [];
  const files: FixedFile[] = [];
  const listing = await listContent(directory, (finding) => findings.push(finding));
  for (const { path, kind } of [...listing.files, ...listing.departments.flatMap((one) => one.files)]) {
    if (kind === 'document') continue;
    const file = fixFile(path, kind);
    if (file.kind !== 'good') files.push(file);
  }
  return {
    files,
    findings,
    async write() {
      for (const file of files) if (file.kind === 'fixed') await writeFileAtomically(file.path, file.after);
    },
  };
}
