import { join } from 'node:path';
import type { Finding, Report } from '../finding.ts';
import { listFolder } from '../list-folder.ts';
import { writeFileAtomically } from '../write-file.ts';
import type { FormatName } from './formats.ts';
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

/** Fixes a content folder in thought; `write` does it. */
export async function fixContent(directory: string): Promise<FixedContent> {
  const findings: Finding[] = [];
  const files: FixedFile[] = [];
  for (const { path, format } of await listFiles(directory, (finding) => findings.push(finding))) {
    const file = await fixFile(path, format);
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

interface ContentFile {
  readonly path: string;
  readonly format: FormatName;
}

/** The files of a content folder that have a format; strangers among them are what `check` speaks of. */
async function listFiles(directory: string, report: Report): Promise<readonly ContentFile[]> {
  const files: ContentFile[] = [];
  for (const name of await listFolder(directory, report)) {
    const path = join(directory, name);
    if (name === 'site.yaml') files.push({ path, format: 'site' });
    else if (name === 'glossary.yaml') files.push({ path, format: 'glossary' });
    else if (name === 'everyday-words.yaml') files.push({ path, format: 'everyday-words' });
    else if (name === 'pages') files.push(...(await listEndings(path, '.md', 'page', report)));
    else if (/^\d{4}$/.test(name)) {
      for (const code of await listFolder(path, report)) {
        if (/^[0-9A-Za-z]{3,20}$/.test(code)) files.push(...(await listDepartment(join(path, code), report)));
      }
    }
  }
  return files;
}

async function listDepartment(directory: string, report: Report): Promise<readonly ContentFile[]> {
  const names = await listFolder(directory, report);
  return [
    ...(names.includes('department.md')
      ? [{ path: join(directory, 'department.md'), format: 'department' } as const]
      : []),
    ...(names.includes('projects')
      ? await listEndings(join(directory, 'projects'), '.yaml', 'project', report)
      : []),
  ];
}

async function listEndings(
  directory: string,
  ending: string,
  format: FormatName,
  report: Report,
): Promise<readonly ContentFile[]> {
  return (await listFolder(directory, report))
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ path: join(directory, name), format }));
}
