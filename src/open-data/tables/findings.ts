import { SEVERITY_NAMES } from '../../files/finding.ts';
import { fragmentOf, type Note } from '../../files/notes.ts';
import { count, pageColumn, projectPath, projectRows, yesOrNo } from '../columns.ts';
import { PROJECT_COLUMNS, PROJECT_KEY, PROJECT_NAME, type ProjectRow } from '../columns.ts';
import { tableOf } from '../table.ts';

interface NoteRow extends ProjectRow {
  readonly note: Note;
  readonly place: number;
}

/** What the checks say of published values. */
export const FINDINGS = tableOf<NoteRow>({
  name: 'findings',
  title: '数据说明',
  description: '核对时发现的、照原文公开而要说明的值，一处一行，和网站“数据说明”页上的一样。',
  key: [...PROJECT_KEY, 'number'],
  references: [{ columns: PROJECT_KEY, table: 'projects' }],
  *recordsOf(departments, { notesOf }) {
    for (const own of projectRows(departments)) {
      for (const [index, note] of notesOf(own.project).entries()) yield { ...own, note, place: index + 1 };
    }
  },
  columns: [
    ...PROJECT_COLUMNS,
    PROJECT_NAME,
    {
      name: 'number',
      header: '第几处',
      type: 'integer',
      description: '是这个项目的第几处，从1开始。',
      example: '1',
      required: true,
      valueOf: ({ place }) => count(place),
    },
    {
      name: 'rule',
      header: '规则',
      type: 'text',
      description: '哪一条核对规则；各条规则见网站的“核对规则”页。',
      example: 'plan/range',
      required: true,
      pattern: '[a-z]+/[a-z-]+',
      valueOf: ({ note }) => note.rule,
    },
    {
      name: 'severity',
      header: '程度',
      type: 'text',
      description: '警告是值得怀疑的值；提示只是值得知道，不是错。',
      example: SEVERITY_NAMES.warning,
      required: true,
      values: [SEVERITY_NAMES.warning, SEVERITY_NAMES.information],
      valueOf: ({ note }) => SEVERITY_NAMES[note.isInformation ? 'information' : 'warning'],
    },
    {
      name: 'location',
      header: '位置',
      type: 'text',
      description: '值在表格的哪一格，用表格上的栏名，列表里的第几项写在方括号里。',
      example: '资金支出计划.10月底',
      valueOf: ({ note }) => note.location,
    },
    {
      name: 'value',
      header: '原文',
      type: 'text',
      description: '这一格的原文；空白表示未列，或说的不是一格。',
      example: '750000%',
      valueOf: ({ note }) => note.value,
    },
    {
      name: 'message',
      header: '说明',
      type: 'text',
      description: '哪里不对，应当怎样。',
      example: '资金支出计划“10月底”应在0%到100%之间，现为“750000%”。',
      required: true,
      valueOf: ({ note }) => note.message,
    },
    {
      name: 'isExplained',
      header: '有无核对说明',
      type: 'boolean',
      description: '编辑是否已对这个值作了公开说明。',
      example: '是',
      required: true,
      valueOf: ({ note }) => yesOrNo(note.explanation !== undefined),
    },
    {
      name: 'explanation',
      header: '核对说明',
      type: 'text',
      description: '编辑的公开说明；空白表示没有。',
      example: '疑为“75%”，按原文公开。',
      valueOf: ({ note }) => note.explanation,
    },
    pageColumn(({ project, note }) => {
      const fragment = fragmentOf(note);
      return `${projectPath(project)}${fragment === undefined ? '' : `#${fragment}`}`;
    }),
  ],
});
