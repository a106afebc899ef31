import { answersOf } from '../model/evaluation.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Project } from '../model/project.ts';
import { EVALUATION_LABELS, LABELS as L } from '../model/terms.ts';
import type { Finding } from './finding.ts';
import { parsePath } from './value-path.ts';

/** A finding that is published beside its value: 数据说明. */
export interface Note {
  readonly project: Project;
  /** The value's path. */
  readonly location: string;
  readonly rule: string;
  readonly message: string;
  /** The value in question, as written. */
  readonly value?: string | undefined;
  /** Worth knowing and no fault. */
  readonly isInformation: boolean;
  /** The editor's answer, where there is one. */
  readonly explanation: string | undefined;
}

/** The findings that pages show: warnings and information on values of projects. */
export function notesOf(findings: readonly Finding[]): readonly Note[] {
  return findings.flatMap(({ subject, severity, rule, message, value, explanation }) =>
    subject === undefined || severity === 'error'
      ? []
      : [{ ...subject, rule, message, value, explanation, isInformation: severity === 'information' }],
  );
}

/** The notes of each project that has any. */
export function notesByProject(findings: readonly Finding[]): ReadonlyMap<Project, readonly Note[]> {
  const byProject = new Map<Project, Note[]>();
  for (const note of notesOf(findings)) {
    const own = byProject.get(note.project);
    if (own === undefined) byProject.set(note.project, [note]);
    else own.push(note);
  }
  return byProject;
}

/**
 * Which parts of projects have notes: by the fragment of the project's page that leads there, and of what
 * has none by its label.
 */
export function oddParts(findings: readonly Finding[]): (project: Project, part: string) => boolean {
  const parts = new Map<Project, Set<string>>();
  for (const note of notesOf(findings)) {
    const own = parts.get(note.project) ?? new Set();
    own.add(fragmentOf(note) ?? String(parsePath(note.location)?.slice(-1)));
    parts.set(note.project, own);
  }
  return (project, part) => parts.get(project)?.has(part) === true;
}

/** How many notes stand on the values of each indicator row that has any. */
export function notedRows(findings: readonly Finding[]): ReadonlyMap<Indicator, number> {
  const counts = new Map<Indicator, number>();
  for (const note of notesOf(findings)) {
    const row = rowOf(note);
    if (row !== undefined) counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return counts;
}

/** The indicator row in which a note's value stands, or beside which. */
function rowOf({ project, location }: Pick<Note, 'project' | 'location'>): Indicator | undefined {
  const [field, category, place] = parsePath(location) ?? [];
  if (field === L.evaluation && category === EVALUATION_LABELS.results) {
    return [...answersOf(project).byRow].find(([, result]) => result.place - 1 === place)?.[0];
  }
  const { indicators } = project;
  let rows = rowsByPlace.get(indicators);
  if (rows === undefined) {
    rows = new Map(indicators.map((row) => [`${row.category}[${String(row.place - 1)}]`, row]));
    rowsByPlace.set(indicators, rows);
  }
  return rows.get(`${String(category)}[${String(place)}]`);
}

/** A project may have thousands of rows, each with notes. */
const rowsByPlace = new WeakMap<readonly Indicator[], ReadonlyMap<string, Indicator>>();

/** What of a list stands in one part of the form, or on that part; the list is gone through once for all parts. */
export function within<One extends Located>(all: readonly One[], part: string): readonly One[] {
  let byPart = byPartOf.get(all) as Map<string, One[]> | undefined;
  if (byPart === undefined) {
    byPart = new Map();
    for (const one of all) {
      const ends = [...one.location.matchAll(/[.[]/g)].slice(0, DEEPEST_PART).map(({ index }) => index);
      for (const end of new Set([...ends, one.location.length])) {
        const outer = one.location.slice(0, end);
        const own = byPart.get(outer);
        if (own === undefined) byPart.set(outer, [one]);
        else own.push(one);
      }
    }
    byPartOf.set(all, byPart);
  }
  return byPart.get(part) ?? [];
}

interface Located {
  /** The path of a value: `绩效指标.产出指标[3].指标值`. */
  readonly location: string;
}

const byPartOf = new WeakMap<readonly Located[], ReadonlyMap<string, readonly Located[]>>();

/** Parts of the form are not deeper; names of further fields may have any number of points. */
const DEEPEST_PART = 8;

const SECTIONS: Readonly<Record<string, string>> = {
  [L.purpose]: 'purpose',
  [L.goals]: 'goals',
  [L.disbursementPlan]: 'plan',
  [L.indicators]: 'indicators',
  [L.evaluation]: 'evaluation',
};

/** The fragment of the row or section in which a note's value stands; undefined where none leads there. */
export function fragmentOf(note: Pick<Note, 'project' | 'location'>): string | undefined {
  const row = rowOf(note);
  return row === undefined ? SECTIONS[String(parsePath(note.location)?.[0])] : `indicator-${row.row}`;
}
