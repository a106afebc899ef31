import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { labelWords } from '../../src/documents/forms/labels.ts';
import { readBody } from '../../src/documents/open/open-document.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { formsAs } from '../../src/export/export-files.ts';
import { readContent } from '../../src/files/read-content.ts';

const isThere = spawnSync('soffice', ['--version']).status === 0;

/** Another program opens what the export writes, and saves it: nothing of the forms may be lost on the way. */
describe.runIf(process.env.TEST_FULL === '1' && isThere)('the forms of the published content', () => {
  it.each(['docx', 'xlsx'] as const)(
    'as %s are the same projects after LibreOffice has saved them',
    async (kind) => {
      const folder = mkdtempSync(join(tmpdir(), 'mingzhang-office-'));
      try {
        const { site } = await readContent('content');
        const [department] = site.departments;
        if (department === undefined) throw new Error('no department');
        writeFileSync(join(folder, `forms.${kind}`), formsAs(kind, { kind: 'book', department }));
        const profile = `-env:UserInstallation=file://${folder}/profile`;
        const saved = join(folder, 'saved');
        spawnSync(
          'soffice',
          [profile, '--headless', '--convert-to', kind, '--outdir', saved, `forms.${kind}`],
          {
            cwd: folder,
          },
        );
        const words = labelWords();
        const reading = readDocument(
          readBody(readFileSync(join(saved, `forms.${kind}`)), kind, words),
          kind,
          words,
        );
        const projects = 'departments' in reading ? reading.departments[0]?.projects : reading.problems;
        expect(projects).toEqual(
          department.projects.map((project) => ({ ...project, explanations: [], corrections: [], area: '' })),
        );
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );
});
