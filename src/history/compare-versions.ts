import { comparePlain } from '../files/compare-plain.ts';
import { compareProjects, OF_EDITORS } from '../files/compare-projects.ts';
import { readDepartment } from '../files/read-department.ts';
import { readProject } from '../files/read-project.ts';
import { valueWords } from '../files/value-words.ts';
import { toPlain, type YamlTree } from '../files/yaml-tree.ts';
import { DEPARTMENT, type FieldChange } from '../model/change.ts';
import { PROJECT_FIELDS } from '../model/form.ts';
import type { Project } from '../model/project.ts';
import { LABELS } from '../model/terms.ts';
import { dayWords } from '../model/words.ts';
import { focusOn, visible } from './told-text.ts';

/** What a version of a file calls what it is about. */
export interface Named {
  readonly name: string;
  readonly code: string;
}

/** What two versions of a file say; a version that is not there or cannot be read has no name. */
export interface Comparison {
  readonly before: Named | undefined;
  readonly after: Named | undefined;
  /** Empty where either cannot be read, and where they differ in their layout alone. */
  readonly fields: readonly FieldChange[];
}

/** A version as it was read. */
interface Version<Value> extends Named {
  readonly value: Value;
  readonly plain: Readonly<Record<string, unknown>>;
}

/** What a text became: undefined where it is none, or cannot be read. */
type Read<Value> = (text: string) => Version<Value> | undefined;

/** Compares two versions of a project's file by what they say. */
export const compareProjectFiles = comparerOf(
  (text) => {
    // Texts are compared, which are the same in every unit, year and department.
    const context = { year: 2000, departmentCode: '', record: '', unit: '万元' } as const;
    const read = readProject({ path: '', text }, context, ignore);
    return (
      read && {
        ...read.project,
        value: read.project,
        plain: { ...plainOf(read.tree), ...notesOf(read.project) },
      }
    );
  },
  (before, after) => [
    ...compareProjects(before.value, after.value).map(({ pathBefore: [field], ...own }) => ({
      ...own,
      field: String(field),
    })),
    ...PROJECT_FIELDS.filter(({ name }) => OF_EDITORS.has(name)).flatMap(({ label }) =>
      comparePlain(before.plain[label], after.plain[label], [label]).map(({ path, ...own }) => ({
        ...own,
        field: label,
        label: path.join('·'),
      })),
    ),
  ],
);

/** Compares two versions of a department's file by what they say. */
export const compareDepartmentFiles = comparerOf(
  (text) => {
    const read = readDepartment({ path: '', text }, ignore);
    const { overallGoals = '' } = read?.department ?? {};
    return read && { ...read.department, value: overallGoals, plain: plainOf(read.tree) };
  },
  (before, after) => [
    ...comparePlain(before.plain, after.plain).map(({ path, ...own }) => ({
      ...own,
      field: DEPARTMENT,
      label: path.join('·'),
    })),
    ...comparePlain(before.value, after.value).map(({ before: own, after: other }) => ({
      ...{ field: DEPARTMENT, label: '部门整体绩效目标', before: own, after: other },
    })),
  ],
);

/** What editors say of values, named as readers know them: a path is of a file, and another one after a row came. */
const notesOf = (project: Project) => ({
  [LABELS.explanations]: project.explanations.map(
    ({ location, text }) => `${valueWords(project, location)}：${text}`,
  ),
  [LABELS.corrections]: project.corrections.map(({ location, originalValue, grounds, date }) => {
    const original = originalValue === '' ? '空白' : `“${originalValue}”`;
    return `${valueWords(project, location)}原为${original}。依据：${grounds}${date === '' ? '' : `（${dayWords(date)}）`}`;
  }),
});

/** What is wrong with a version is told where it is checked. */
const ignore = () => undefined;

const plainOf = (tree: YamlTree) => toPlain(tree) as Readonly<Record<string, unknown>>;

function comparerOf<Value>(
  read: Read<Value>,
  compare: (before: Version<Value>, after: Version<Value>) => readonly FieldChange[],
): (before: string | undefined, after: string | undefined) => Comparison {
  const nameOf = (version: Version<Value> | undefined) =>
    version && { name: visible(version.name), code: visible(version.code) };
  return (beforeText, afterText) => {
    const [before, after] = [beforeText, afterText].map((text) => (text === undefined ? text : read(text)));
    const fields = before === undefined || after === undefined ? [] : compare(before, after);
    return { before: nameOf(before), after: nameOf(after), fields: fields.map(focusOn) };
  };
}
