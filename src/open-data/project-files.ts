import { valuesOf, type ProjectValue } from '../files/project-values.ts';
import { writeProject } from '../files/write-project.ts';
import type { Department } from '../model/department.ts';
import { LABELS as L } from '../model/terms.ts';
import { standingsOf } from '../model/totals.ts';
import { projectPath } from './columns.ts';
import { csvOf } from './csv.ts';
import { measured, MEDIA_TYPES, type DataFile } from './data-file.ts';
import { toProjectData } from './project-data.ts';
import type { Column, TableData } from './table.ts';

/** The columns of a project's own CSV: a value of its form a row, by the path that the content format gives it. */
export const PROJECT_VALUE_COLUMNS = [
  {
    name: 'location',
    header: L.location,
    type: 'text',
    description: '值在表格的哪一格，用表格上的栏名，列表里的第几项写在方括号里。',
    example: '绩效指标.产出指标[1].指标值',
    required: true,
  },
  {
    name: 'text',
    header: L.original,
    type: 'text',
    description: '这一格的原文；空白表示未列，不是0。',
    example: '≤190万元',
  },
] as const satisfies readonly Column[];

/** Each project of a department by itself: as JSON, as CSV with a value a row, and as its file of content. */
export function* projectFiles(department: Department, data: TableData): Generator<DataFile> {
  const standings = standingsOf(department.projects);
  for (const project of department.projects) {
    const folder = projectPath(project);
    yield {
      path: `${folder}project.json`,
      mediaType: MEDIA_TYPES.json,
      ...measured(() => {
        const { notesOf, site } = data;
        const own = toProjectData(project, department, standings.get(project), notesOf(project), site.areas);
        return `${JSON.stringify(own)}\n`;
      }),
    };
    yield {
      path: `${folder}project.csv`,
      mediaType: MEDIA_TYPES.csv,
      ...measured(() => {
        const values: readonly ProjectValue[] = [
          { location: L.year, text: String(project.year) },
          { location: L.departmentCode, text: department.code },
          { location: L.departmentName, text: department.name },
          { location: L.unit, text: project.unit },
          ...valuesOf(project),
        ];
        const head = PROJECT_VALUE_COLUMNS.map(({ header }) => header);
        return csvOf([head, ...values.map(({ location, text }) => [location, text])]);
      }),
    };
    yield {
      path: `${folder}project.yaml`,
      mediaType: MEDIA_TYPES.yaml,
      ...measured(() => writeProject(project)),
    };
  }
}
