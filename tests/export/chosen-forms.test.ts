import { describe, expect, it } from 'vitest';
import type { Site } from '../../src/model/site.ts';
import {
  chooseForms,
  fileNameOfForms,
  nameOfForms,
  onlyChosen,
  pathOfForms,
  type Choice,
} from '../../src/export/chosen-forms.ts';
import { madeUpCode, madeUpDepartment } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';

const CODE = madeUpCode(2098, 1);
const project = (year: number, departmentCode: string, code: string) =>
  sampleProject({ year, departmentCode, code });
const department = (year: number, code: string, ...codes: readonly string[]) =>
  madeUpDepartment({ year, code, projects: codes.map((one) => project(year, code, one)) });

const site = {
  departments: [
    department(2099, '999001', CODE),
    department(2098, '999001', CODE),
    department(2098, '999002', madeUpCode(2098, 2)),
    department(2097, '999003'),
  ],
} as unknown as Site;

const chosen = (choice: Choice) => {
  const forms = onlyChosen(chooseForms(site, choice));
  return [pathOfForms(forms), fileNameOfForms(forms)];
};

describe('what is exported', () => {
  it('is the book of the latest year where nothing is named', () => {
    expect(chosen({})).toEqual(['2099/999001/print/', '999001-2099.pdf']);
  });

  it('is the book of the named department in the named year, or in its latest', () => {
    expect(chosen({ year: 2098, department: '999001' })).toEqual(['2098/999001/print/', '999001-2098.pdf']);
    expect(chosen({ department: '999002' })).toEqual(['2098/999002/print/', '999002-2098.pdf']);
  });

  it('is one form where a project is named, in the named year or in its latest', () => {
    expect(chosen({ project: CODE })).toEqual([`2099/999001/${CODE}/`, `${CODE}-2099.pdf`]);
    expect(chosen({ project: CODE, year: 2098 })).toEqual([`2098/999001/${CODE}/`, `${CODE}-2098.pdf`]);
  });

  it('is one form of a project without a code by its number, in a file named by department and number', () => {
    const unnamed = [1, 2].map((place) =>
      sampleProject({ year: 2098, departmentCode: `99900${String(place)}`, code: '', record: '038' }),
    );
    const departments = unnamed.map((one) =>
      madeUpDepartment({ year: 2098, code: one.departmentCode, projects: [one] }),
    );
    const numbered = { departments } as unknown as Site;
    const forms = onlyChosen(chooseForms(numbered, { project: '038', department: '999002' }));
    expect([pathOfForms(forms), fileNameOfForms(forms)]).toEqual(['2098/999002/038/', '999002-038-2098.pdf']);
    expect(() => chooseForms(numbered, { project: '39' })).toThrow(
      '没有编码为“39”的项目。没有编码的项目，写文件名里的序号。',
    );
    expect(() => chooseForms(numbered, { project: '038' })).toThrow(
      '2098年有2个部门，请用 --department 指明一个：999001、999002。',
    );
  });

  it('is a book of each department with projects, where files of several may be written', () => {
    expect(chooseForms(site, { year: 2098 }).map(nameOfForms)).toEqual([
      '999001虚构部门9990012098年预算绩效目标',
      '999002虚构部门9990022098年预算绩效目标',
    ]);
  });

  it('is named by what it holds, without the signs that no system allows', () => {
    const [form] = chooseForms(site, { project: CODE });
    expect(form && nameOfForms(form)).toBe('1.虚构项目绩效目标表（2099年）');
    const odd = madeUpDepartment({
      year: 2098,
      code: '999001',
      name: '虚构/局:*',
      projects: [sampleProject()],
    });
    expect(nameOfForms({ kind: 'book', department: odd })).toBe('999001虚构局2098年预算绩效目标');
  });

  it('is refused where several departments could be meant and one file is wanted, naming them', () => {
    expect(() => chosen({ year: 2098 })).toThrow(
      '2098年有2个部门，请用 --department 指明一个：999001、999002。',
    );
  });

  it('is refused where there is no such department, year or project, naming what is near', () => {
    expect(() => chosen({ department: '999009' })).toThrow(
      '内容里没有编码为“999009”的部门。现有：2099年 999001、',
    );
    expect(() => chosen({ year: 1999 })).toThrow('内容里没有1999年。');
    expect(() => chosen({ project: `${CODE.slice(0, -1)}B` })).toThrow(
      /没有编码为“.*B”的项目，是不是 9999.*A。/,
    );
    expect(() => chosen({ year: 2098, department: '999002', project: CODE })).toThrow('没有编码为');
    expect(() => chosen({ department: '999003' })).toThrow('没有项目，没有可以导出的表');
    expect(() => chooseForms({ departments: [] } as unknown as Site, {})).toThrow('内容里还没有部门');
  });
});
