import { join } from 'node:path';
import type { Finding, Report } from '../finding.ts';
import { listFolder } from '../list-folder.ts';
import { writeFileAtomically } from '../write-file.ts';
import type { FormatName } from './formats.ts';
import { mendFile, type MendedFile } from './mend-file.ts';

/** What mending a content folder comes to. */
export interface MendedContent {
  /** Every file that is mended or left, in the order of the folders. */
  readonly files: readonly MendedFile[];
  /** What kept folders from being looked into. */
  readonly findings: readonly Finding[];
  /** Writes what is mended; each file is the old or the new one whole at any moment. */
  readonly write: () => Promise<void>;
}

/** Mends a content folder in thought; `write` does it. */
export async function mendContent(directory: string): Promise<MendedContent> {
  const findings: Finding[] = [];
  const files: MendedFile[] = [];
  for (const { path, format } of await listFiles(directory, (finding) => findings.push(finding))) {
    const file = await mendFile(path, format);
    if (file.kind !== 'good') files.push(file);
  }
  return {
    files,
    findings,
    async write() {
      for (const file of files) if (file.kind === 'mended') await writeFileAtomically(file.path, file.after);
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
