import { readBrowseData, type ListedProject } from '../../src/browse/listed-project.ts';
import { makeBrowseData } from '../../src/browse/make-browse-data.ts';
import { numberIndicators } from '../../src/model/indicator.ts';
import type { Project } from '../../src/model/project.ts';
import { madeUpDepartment } from '../setup/made-up-content.ts';
import { budgetOf, planOf, sampleProject } from '../setup/sample.ts';

const DECEMBER = planOf('', '', '', '100%');

const indicatorsOf = (kind: string) =>
  numberIndicators({ 产出指标: [{ kind, name: '测试', description: '', target: '≥1', basis: '' }] });

const earlier = { year: 2098, departmentCode: '999001' };
const other = { departmentCode: '999002' };

/** Made-up projects of two departments and two years, each with something that a filter asks for. */
const projects: readonly Project[] = [
  sampleProject({ sequence: 1, code: 'A1', name: '虚构养老补助', amount: '0.10' }),
  sampleProject({
    sequence: 2,
    code: 'A2',
    name: '虚构医疗救助',
    amount: '0.20',
    disbursementPlan: DECEMBER,
    indicators: indicatorsOf('质量指标'),
  }),
  sampleProject({
    ...other,
    sequence: 1,
    code: 'B1',
    name: '虚构道路',
    amount: '300',
    purpose: '用于养老院前的道路',
  }),
  sampleProject({
    ...other,
    sequence: 2,
    code: 'B2',
    name: '虚构未列',
    budget: budgetOf('', '', '5'),
    disbursementPlan: DECEMBER,
  }),
  sampleProject({ ...earlier, sequence: 1, code: 'A1', name: '虚构养老补助', amount: '100' }),
];

export const DATA = makeBrowseData(
  [
    madeUpDepartment({ year: 2099, code: '999001', projects: projects.slice(0, 2) }),
    madeUpDepartment({ year: 2099, code: '999002', projects: projects.slice(2, 4) }),
    madeUpDepartment({ year: 2098, code: '999001', projects: projects.slice(4) }),
  ],
  ({ code }) => (code === 'A2' ? 3 : 0),
  [{ official: '养老', everyday: ['老人', '老年人'] }],
  [
    { name: '虚构卫生', description: '', words: ['医疗'] },
    { name: '虚构空项', description: '', words: ['空项'] },
    { name: '虚构保障', description: '', words: ['养老'] },
  ],
);

export const LIST: readonly ListedProject[] = readBrowseData(DATA);

/** Year and code of projects, in their order. */
export const namesOf = (some: readonly ListedProject[]) => some.map(({ year, code }) => `${year} ${code}`);
