/**
 * The path of a value in a content file, as editors write it in 核对说明: keys joined by `.`, places in
 * lists from 1 in brackets.
 *
 * @example formatPath(['绩效指标', '产出指标', 2, '指标值']) // '绩效指标.产出指标[3].指标值'
 */
export type ValuePath = readonly (string | number)[];

export function formatPath(path: ValuePath): string {
  return path.reduce<string>(pathTo, '');
}

/** The path of what stands at a step below a path; '' is that of the whole file. */
export function pathTo(path: string, step: string | number): string {
  if (typeof step === 'number') return `${path}[${step + 1}]`;
  return path === '' ? step : `${path}.${step}`;
}

/** Reads a path; undefined where the text is none. The inverse of `formatPath`. */
export function parsePath(text: string): ValuePath | undefined {
  const path: (string | number)[] = [];
  for (const part of text.split('.')) {
    const match = /^([^[\]]+)((?:\[[1-9]\d*\])*)$/.exec(part);
    if (match === null) return undefined;
    const [, key = '', places = ''] = match;
    path.push(key, ...[...places.matchAll(/\d+/g)].map(([place]) => Number(place) - 1));
  }
  return path;
}
