import type { Correction, Project } from '../model/project.ts';
import { LABELS as L } from '../model/terms.ts';
import { valuesOf } from './project-values.ts';
import { parsePath } from './value-path.ts';

/**
 * Which value a path leads to, as readers call it: `绩效指标.产出指标[1].指标值` is 产出指标“培训人数”的指标值,
 * `资金支出计划.10月底` is 资金支出计划“10月底”, `预算规模.预算数` is 预算数.
 */
export function valueWords(project: Project, location: string): string {
  const path = parsePath(location) ?? [location];
  const [section, key, place, ...field] = path;
  if (section === L.indicators && typeof place === 'number') {
    const row = project.indicators.find((one) => one.category === key && one.place === place + 1);
    const name = row === undefined || row.name === '' ? `第${String(place + 1)}行` : `“${row.name}”`;
    return [`${String(key)}${name}`, ...field].join('的');
  }
  if (section === L.evaluation && typeof place === 'number') {
    return [`${section}“${project.evaluation?.results[place]?.name.text ?? ''}”`, ...field].join('的');
  }
  if (section === L.budget && key !== undefined) return String(key);
  if (section === L.disbursementPlan && key !== undefined) return `${section}“${key}”`;
  if (section === L.additional) return location.slice(`${section}.`.length);
  if (typeof key === 'number') return `${String(section)}第${String(key + 1)}条`;
  return path.join('的');
}

/** A correction in the words of readers. */
export interface ToldCorrection extends Correction {
  /** Which value it is. */
  readonly name: string;
  /** What stands there now; '' for a blank. */
  readonly value: string;
}

/** What was officially corrected in a project, from what to what: the same list each time that it is asked for. */
export function toldCorrections(project: Project): readonly ToldCorrection[] {
  const told = toldOf.get(project) ?? tellCorrections(project);
  toldOf.set(project, told);
  return told;
}

const toldOf = new WeakMap<Project, readonly ToldCorrection[]>();

function tellCorrections(project: Project): readonly ToldCorrection[] {
  if (project.corrections.length === 0) return [];
  const values = new Map(valuesOf(project).map(({ location, text }) => [location, text]));
  return project.corrections.map((correction) => ({
    ...correction,
    name: valueWords(project, correction.location),
    value: values.get(correction.location) ?? '',
  }));
}

/** What stood there and what stands there now: `由“5%”更正为“15%”`. */
export function correctedWords({
  originalValue,
  value,
}: Pick<ToldCorrection, 'originalValue' | 'value'>): string {
  const quoted = (text: string) => (text === '' ? '空白' : `“${text}”`);
  return `由${quoted(originalValue)}更正为${quoted(value)}`;
}
