import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { labelWords } from '../../src/documents/forms/labels.ts';
import { importDocuments } from '../../src/documents/import-documents.ts';
import { readBody } from '../../src/documents/open/open-document.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { verifyDocument } from '../../src/documents/verify/verify-document.ts';
import type { BlankForms } from '../../src/export/blank-forms.ts';
import { BLANK_FILES, blankFormsAs } from '../../src/export/write-blank-forms.ts';
import { readContent } from '../../src/files/read-content.ts';
import { writeProject } from '../../src/files/write-project.ts';
import { BUDGET_FIELDS, INDICATOR_FIELDS, PROJECT_FIELDS, TEXT_FIELDS } from '../../src/model/form.ts';
import { numberIndicators } from '../../src/model/indicator.ts';
import { CATEGORIES, KINDS } from '../../src/model/terms.ts';
import { MONEY_UNITS } from '../../src/model/money-unit.ts';
import { madeUpDepartment } from '../setup/made-up-content.ts';
import { budgetOf, planOf, sampleProject } from '../setup/sample.ts';
import { fillForm, fillLists } from './fill-form.ts';
import { partsOf } from './office-parts.ts';

const BLANK: BlankForms = {
  ...{ year: undefined, code: '', name: '', unit: undefined, projects: 4 },
  periods: ['3月底', '6月底', '10月底', '12月底'],
};
const words = labelWords();
const readBack = (kind: string, bytes: Uint8Array) =>
  readDocument(readBody(bytes, `forms.${kind}`, words), `forms.${kind}`, words);

const row = (kind: string, name: string, target: string, weight = '') => ({
  ...{ kind, name, target, weight, description: `${name}的描述`, basis: '=虚构依据&<b>' },
});

/** Made-up projects that fill in every field, few, and texts that programs like to change. */
const PROJECTS = [
  sampleProject({
    budget: budgetOf('190.00', '100.10', '0.000001', '89.90'),
    disbursementPlan: planOf('0%', '12.50%', '', '100%'),
    purpose: '第一行\n第二行：“引号”',
    goals: ['虚构目标一', '2022年的虚构目标', '目标三；含“分号”'],
    indicators: numberIndicators({
      成本指标: [row('经济成本指标', '虚构成本', '≤190万元', '10')],
      产出指标: [
        row('数量指标', '虚构数量', '≥95%', '20分'),
        row('数量指标', '一句话', '是'),
        row('', '没有二级', '2023年12月31日前'),
        row('虚构二级', '另一个二级', '007', '1.50'),
      ],
      效益指标: [row('社会效益指标', '=1+1', '100%')],
      满意度指标: [row('服务对象满意度指标', '虚构满意度', '＞90.0%')],
    }),
    additional: [
      { label: '主管部门', text: '虚构主管部门' },
      { label: '立项依据', text: '虚构文号〔2023〕1号\n第二行' },
    ],
  }),
  sampleProject({
    ...{ sequence: 2, code: '000000000000000000012', record: '000000000000000000012', name: '0012' },
    ...{ budget: budgetOf('', ''), purpose: '', goals: [], disbursementPlan: planOf('', '', '', '') },
    indicators: numberIndicators({ 效益指标: [row('生态效益指标', '1e5', '')] }),
  }),
  sampleProject({
    ...{ sequence: 3, code: '', record: '003', name: '没有编码的虚构项目', purpose: '', goals: ['一个目标'] },
    indicators: [],
  }),
];
const DEPARTMENT = madeUpDepartment({
  year: 2099,
  code: '999001',
  name: '120虚构中心',
  projects: PROJECTS,
  unit: '元',
});
/** What they become: a blank second level is the level of the row above, as in every document. */
const FILES = PROJECTS.map((project) =>
  writeProject({
    ...project,
    indicators: project.indicators.map((one) =>
      one.name === '没有二级' ? { ...one, kind: '数量指标' } : one,
    ),
  }),
);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-blank-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Imports a document into an empty content folder; gives what it says is otherwise than it stands. */
async function importInto(content: string, kind: string, bytes: Uint8Array) {
  const path = join(folder, `filled.${kind}`);
  writeFileSync(path, bytes);
  const planned = await importDocuments({ directory: content, paths: [path], answers: {}, force: false });
  await planned.write();
  return planned.documents.flatMap(({ notes, lost }) => [...notes, ...lost]).map(({ message }) => message);
}

describe.each(BLANK_FILES)('blank forms as %s', (kind) => {
  it('are the same bytes for the same call', () => {
    const [first, second] = [blankFormsAs(kind, BLANK), blankFormsAs(kind, BLANK)];
    expect(Buffer.from(first)).toEqual(Buffer.from(second));
  });

  it.each([
    ['with nothing known', BLANK],
    [
      'with all that is known before',
      { ...BLANK, year: 2099, code: '999001', name: '虚构部门', unit: '元' as const },
    ],
  ])(
    'are refused by the import as long as nothing is filled in, %s, and nothing is written',
    async (_what, forms) => {
      const content = join(folder, 'content');
      await expect(importInto(content, kind, blankFormsAs(kind, forms))).rejects.toThrow(
        /表里的栏目都是空白，没有可以导入的内容/,
      );
      expect(readdirSync(folder)).toEqual([`filled.${kind}`]);
    },
  );

  it('become, filled in, exactly the content that was filled in, and what is left blank becomes nothing', async () => {
    const content = join(folder, 'content');
    const filled = fillForm(kind, blankFormsAs(kind, BLANK), DEPARTMENT);
    expect(await importInto(content, kind, filled)).toEqual([]);
    const projects = join(content, '2099/999001/projects');
    expect(readdirSync(projects)).toEqual(PROJECTS.map(({ record }) => `${record}.yaml`).sort());
    expect(PROJECTS.map(({ record }) => readFileSync(join(projects, `${record}.yaml`), 'utf8'))).toEqual(
      FILES,
    );
    const read = await readContent(content);
    expect(read.site.departments[0]).toMatchObject({
      ...{ year: 2099, code: '999001', name: '120虚构中心', unit: '元', overallGoals: '' },
      source: { files: [`filled.${kind}`] },
    });
    const verified = verifyDocument(readBody(filled, kind, words), kind, read, words);
    expect(verified).toMatchObject({ differences: [] });
  });

  it('are not asked for what was known when they were written', () => {
    const known = { ...BLANK, year: 2099, code: '999001', name: '虚构部门', unit: '亿元' as const };
    const filled = fillForm(kind, blankFormsAs(kind, known), {
      ...DEPARTMENT,
      name: '虚构部门',
      unit: '亿元',
    });
    expect(readBack(kind, filled)).toMatchObject({
      departments: [{ code: '999001', unit: '亿元', year: 2099 }],
    });
  });

  it('are asked for the unit where it was not picked, and never for what stands in its place', () => {
    const forms = blankFormsAs(kind, { ...BLANK, year: 2099, code: '999001', name: '虚构部门' });
    const reading = readBack(kind, fillForm(kind, forms, { ...DEPARTMENT, unit: '' as '元' }));
    expect(reading).toMatchObject({
      problems: [{ message: '没有写明金额单位，不能推测', question: { about: 'unit' } }],
    });
  });

  it('tell of a form that is filled in but for the name of its project', () => {
    const [first = sampleProject(), ...others] = PROJECTS;
    const nameless = { ...first, code: '', name: '', indicators: [], sequence: 3 };
    const department = { ...DEPARTMENT, projects: [...others, nameless] };
    const filled = fillForm(kind, blankFormsAs(kind, BLANK), department);
    expect(readBack(kind, filled)).toMatchObject({
      departments: [{ projects: others.map(({ name }) => ({ name })) }],
      lost: [{ message: '这张表没有项目名称，填写的内容没有写入' }],
    });
    const alone = fillForm(kind, blankFormsAs(kind, BLANK), { ...DEPARTMENT, projects: [nameless] });
    expect(readBack(kind, alone)).toMatchObject({
      problems: [{ message: '这张表没有项目名称，填写的内容没有写入' }],
    });
  });

  it('explain every field of the form, in words that speak of no files', () => {
    const parts = partsOf(blankFormsAs(kind, BLANK));
    const notes = Object.entries(parts)
      .filter(([path]) => path.includes('comments'))
      .map(([, xml]) => xml)
      .join('');
    const fields = [
      ...BUDGET_FIELDS,
      ...INDICATOR_FIELDS,
      ...TEXT_FIELDS,
      ...PROJECT_FIELDS.filter(({ name }) =>
        ['code', 'name', 'disbursementPlan', 'goals', 'additional'].includes(name),
      ),
    ];
    for (const { explanation } of fields) expect(notes).toContain(explanation);
    expect(notes).not.toMatch(/yaml|文件名/);
  });
});

describe('the lists of a blank workbook', () => {
  it('become, filled in instead of the forms, the same projects', () => {
    const projects = PROJECTS.map((project) => ({
      ...{ ...project, additional: [] },
      // In a list a blank below a level is the same level.
      indicators: project.indicators.filter(({ kind }) => kind !== ''),
    }));
    const filled = fillLists(blankFormsAs('xlsx', BLANK), { ...DEPARTMENT, projects });
    const reading = readBack('xlsx', filled);
    if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
    const [department] = reading.departments;
    expect(department).toMatchObject({ year: 2099, code: '999001', name: '120虚构中心', unit: '元' });
    expect(department?.projects.map((project) => writeProject(project))).toEqual(
      projects.map((project) => writeProject(project)),
    );
    expect([reading.notes, reading.lost]).toEqual([[], []]);
  });
});

describe('what can be picked', () => {
  it('in Excel is the levels and units, and refuses nothing else', () => {
    const parts = partsOf(blankFormsAs('xlsx', BLANK));
    const sheets = Object.entries(parts).filter(([path]) => path.startsWith('xl/worksheets/sheet'));
    const lists = sheets.map(([, xml]) =>
      [...xml.matchAll(/<dataValidation .*?<\/dataValidation>/gs)].join('\n'),
    );
    expect(lists[1]).toContain(`&quot;${MONEY_UNITS.join(',')}&quot;`);
    expect(lists[2]).toContain(`&quot;${CATEGORIES.join(',')}&quot;`);
    for (const category of CATEGORIES) expect(lists[2]).toContain(`&quot;${KINDS[category].join(',')}&quot;`);
    for (const own of lists.join('\n').match(/<dataValidation [^>]*>/g) ?? [])
      expect(own).toContain('errorStyle="warning"');
    for (const [, xml] of sheets) expect(xml).not.toContain('sheetProtection');
  });

  it('in Word is the levels and units; the second level may be another', () => {
    const document = partsOf(blankFormsAs('docx', BLANK))['word/document.xml'] ?? '';
    const controls = document.match(/<w:sdt>.*?<\/w:sdt>/gs) ?? [];
    const listsOf = (tag: string) =>
      new Set(
        controls
          .filter((control) => control.includes(`<${tag}>`))
          .map((control) => [...control.matchAll(/w:value="([^"]*)"/g)].map(([, value]) => value).join('、')),
      );
    expect(listsOf('w:dropDownList')).toEqual(new Set([MONEY_UNITS.join('、'), CATEGORIES.join('、')]));
    expect(listsOf('w:comboBox')).toEqual(new Set(CATEGORIES.map((category) => KINDS[category].join('、'))));
    const ids = [...document.matchAll(/<w:id w:val="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(controls.length);
  });
});

it('a cell to fill in of a blank workbook keeps what is typed, as text', () => {
  const { Sheets } = read(blankFormsAs('xlsx', BLANK), {
    type: 'array',
    cellStyles: true,
    cellNF: true,
    sheetStubs: true,
  });
  for (const name of ['部门', '项目1', '项目一览', '指标一览']) {
    const blanks = Object.entries(Sheets[name] ?? {}).filter(
      ([address, cell]) => !address.startsWith('!') && (cell as { t?: string }).t === 'z',
    );
    expect(blanks.length).toBeGreaterThan(1);
  }
  const styles = partsOf(blankFormsAs('xlsx', BLANK))['xl/styles.xml'] ?? '';
  expect(styles).toContain('formatCode="@"');
});

const isThere = spawnSync('soffice', ['--version']).status === 0;

/** Another program opens blank and filled-in forms, and saves them in each of its formats. */
describe.runIf(process.env.TEST_FULL === '1' && isThere)('blank forms in LibreOffice', () => {
  const convert = (file: string, to: string) => {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = join(folder, 'saved');
    const { stderr } = spawnSync(
      'soffice',
      [profile, '--headless', '--convert-to', to, '--outdir', out, file],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    return { stderr, bytes: readFileSync(join(out, file.replace(/\.\w+$/, `.${to}`))) };
  };

  it.each([
    ['xlsx', 'xlsx'],
    ['xlsx', 'ods'],
    ['xlsx', 'xls'],
    ['docx', 'docx'],
    ['docx', 'odt'],
    ['docx', 'doc'],
  ] as const)(
    'are the same projects where a filled-in %s is saved as %s',
    (kind, to) => {
      writeFileSync(join(folder, `filled.${kind}`), fillForm(kind, blankFormsAs(kind, BLANK), DEPARTMENT));
      const reading = readBack(to, convert(`filled.${kind}`, to).bytes);
      if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
      expect(reading.lost).toEqual([]);
      expect(reading.departments[0]?.projects.map((project) => writeProject(project))).toEqual(FILES);
      writeFileSync(join(folder, `blank.${kind}`), blankFormsAs(kind, BLANK));
      expect(readBack(to, convert(`blank.${kind}`, to).bytes)).toMatchObject({
        problems: [{ message: expect.stringContaining('表里的栏目都是空白') as unknown }],
      });
    },
    240_000,
  );

  it.each(BLANK_FILES)(
    'are drawn as PDF from %s without a warning',
    (kind) => {
      writeFileSync(join(folder, `blank.${kind}`), blankFormsAs(kind, BLANK));
      const { stderr, bytes } = convert(`blank.${kind}`, 'pdf');
      // LibreOffice misses Java, which it needs for nothing here.
      const warnings = stderr.split('\n').filter((line) => line !== '' && !line.includes('javaldx'));
      expect([warnings, bytes.subarray(0, 5).toString()]).toEqual([[], '%PDF-']);
    },
    120_000,
  );
});
