import { labelKey } from '../../model/form-words.ts';
import { INDICATOR_FIELDS, TEXT_FIELDS } from '../../model/form.ts';
import { indicatorText } from '../../model/indicator.ts';
import type { Department } from '../../model/department.ts';
import type { Project } from '../../model/project.ts';
import { CATEGORIES, KINDS } from '../../model/terms.ts';
import { meaningsOf, readPeriod, readUnit, type LabelWords } from '../forms/labels.ts';
import { inlinePair } from '../forms/read-head.ts';
import type { DocumentBody } from '../grid/grid.ts';
import type { Problem } from '../problem.ts';

/** What of a text counts: its signs in half width, without white space, separators and the numbers of goals. */
const squeeze = (text: string): string => text.normalize('NFKC').replace(/[\s,¥]+/g, '');
const NUMBER_OF_GOAL = /^(?:\d{1,2}[.、]|\(\d{1,2}\)[、.]?|目标\d{1,2}[:、.])/;
const POINTS = /\(\d+(?:\.\d+)?(?:分|%)?\)$/;

/**
 * Goes through the cells of a document's tables once more, whatever was read in them: each must be a label, or its text
 * must stand in the content of its departments. Shares nothing with the reading of forms but the words of labels, so that
 * a value that the reader missed, or put where it is not compared, is found all the same.
 *
 * @param isSettled whether a place was told already: as left out, lost, different or corrected.
 */
export function accountForCells(
  body: DocumentBody,
  departments: readonly Pick<Department, 'year' | 'code' | 'name' | 'unit' | 'projects' | 'overallGoals'>[],
  words: LabelWords,
  isSettled: (origin: string) => boolean,
): readonly Problem[] {
  const said = departments.flatMap((department) => [
    ...[
      `${String(department.year)}年度`,
      department.code,
      department.name,
      department.unit,
      department.overallGoals,
    ],
    ...department.projects.flatMap(textsOf),
    // Levels stand also in rows that are not filled in.
    ...CATEGORIES.flatMap((category): readonly string[] => [category, ...KINDS[category]]),
  ]);
  const whole = said.map(squeeze).join('\n');
  const labels = new Set(
    departments.flatMap(({ projects }) =>
      projects.flatMap(({ additional, indicators }) =>
        [...additional, ...indicators.flatMap((row) => row.additional)].map(({ label }) => labelKey(label)),
      ),
    ),
  );
  const isLabel = (text: string) =>
    meaningsOf(text, words).size > 0 ||
    labels.has(labelKey(text)) ||
    readPeriod(text) !== undefined ||
    readUnit(text) !== undefined;
  const stands = (text: string) => {
    const plain = squeeze(text);
    const without = [NUMBER_OF_GOAL, POINTS].map((off) => plain.replace(off, ''));
    return whole.includes(plain) || without.some((one) => /\p{L}/u.test(one) && whole.includes(one));
  };
  const isFound = (text: string) =>
    isLabel(text) ||
    stands(text) ||
    text.split('\n').every(stands) ||
    stands(inlinePair(text, words)?.value ?? '\0') ||
    departments.some(({ name, code }) => withoutBrackets(text) === withoutBrackets(`${code}${name}`));
  return body.blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? []
      : block.cells
          .filter(({ text, origin }) => text !== '' && !isSettled(origin) && !isFound(text))
          .map(({ text, origin }) => ({ origin, message: text })),
  );
}

const withoutBrackets = (text: string) => squeeze(text).replace(/[^\p{L}\p{N}]/gu, '');

/** All that a project says. */
function textsOf(project: Project): readonly string[] {
  return [
    ...[String(project.sequence), project.code, project.name, ...project.goals],
    ...TEXT_FIELDS.map(({ name }) => project[name]),
    ...Object.values(project.budget).map(({ text }) => text),
    ...project.disbursementPlan.map(({ stated }) => stated.text),
    ...project.additional.map(({ text }) => text),
    ...project.indicators.flatMap((row) => [
      ...INDICATOR_FIELDS.map(({ name }) => indicatorText(row, name)),
      ...row.additional.map(({ text }) => text),
    ]),
  ];
}
