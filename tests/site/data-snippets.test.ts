import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { SNIPPETS } from '../../src/site/data-snippets.ts';
import { readCsv } from '../open-data/read-csv.ts';
import { REAL_SITE, THREE_DEPARTMENTS } from '../setup/sites.ts';

/** What runs each; the code is given to it as whoever copies it would. */
const PROGRAMS = {
  python: ['python3', '-'],
  pythonJson: ['python3', '-'],
  r: ['Rscript', '-'],
  sql: ['sqlite3'],
  database: ['sqlite3', '-readonly', 'data.sqlite'],
} satisfies Record<keyof typeof SNIPPETS, readonly [string, ...string[]]>;

const isThere = (program: string) => spawnSync(program, ['--version']).status === 0;

/** The budgets of each year as the departments' table has them, in 万元. */
function totalsIn(folder: string): ReadonlyMap<string, number> {
  const rows = JSON.parse(readFileSync(join(folder, 'departments.json'), 'utf8')) as readonly {
    readonly year: number;
    readonly totalWan: string | null;
  }[];
  const totals = new Map<string, number>();
  for (const { year, totalWan } of rows) {
    totals.set(String(year), (totals.get(String(year)) ?? 0) + Number(totalWan ?? 0));
  }
  return totals;
}

describe.each([REAL_SITE, THREE_DEPARTMENTS])('the data of $title', ({ folder }) => {
  const data = join(folder, 'data');

  for (const [name, { title, file, code }] of Object.entries(SNIPPETS)) {
    const [program, ...options] = PROGRAMS[name as keyof typeof SNIPPETS];
    it.runIf(isThere(program) && existsSync(join(data, file)))(
      `are added up by year with the page’s lines for ${title}`,
      () => {
        const { stdout, stderr } = spawnSync(program, options, {
          cwd: data,
          input: `${code}\n`,
          encoding: 'utf8',
          env: { ...process.env, LC_ALL: 'C.UTF-8' },
        });
        expect(stderr).toBe('');
        const numbers = [...stdout.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => number);
        const totals = totalsIn(data);
        for (const [year, total] of totals) {
          expect(numbers).toContain(year);
          expect(numbers.some((number) => Math.abs(Number(number) - total) < 0.01)).toBe(true);
        }
        expect(numbers).toHaveLength(totals.size * 2);
      },
    );
  }
});

describe.runIf(process.env.TEST_FULL === '1' && isThere('soffice'))('a table in a spreadsheet', () => {
  it('has every text as it is, where it is opened as the page says', () => {
    const place = mkdtempSync(join(tmpdir(), 'mingzhang-sheet-'));
    try {
      const file = join(REAL_SITE.folder, 'data/projects.csv');
      const rows = readCsv(readFileSync(file, 'utf8'));
      // Commas, UTF-8, from the first line, every column a text.
      const columns = rows[0]?.map((_, index) => `${String(index + 1)}/2`).join('/');
      const profile = `-env:UserInstallation=file://${place}/profile`;
      const filter = `--infilter=CSV:44,34,76,1,${columns ?? ''}`;
      spawnSync('soffice', [profile, '--headless', filter, '--convert-to', 'xlsx', '--outdir', place, file]);
      const { Sheets, SheetNames } = read(readFileSync(join(place, 'projects.xlsx')));
      const sheet = Sheets[SheetNames[0] ?? ''];
      if (sheet === undefined) throw new Error('no sheet');
      const cells = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', raw: true });
      expect(cells).toEqual(rows);
    } finally {
      rmSync(place, { recursive: true });
    }
  });
});
