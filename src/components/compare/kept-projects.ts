/** Projects chosen for comparison. They stay on the device; where nothing may be kept there, there are none. */
import { MOST_COMPARED } from '../../compare/selection.ts';

const KEY = 'mingzhang-compared-projects';

export function keptProjects(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept
      .filter((one): one is string => typeof one === 'string' && /^[0-9A-Z]{21}$/.test(one))
      .slice(0, MOST_COMPARED);
  } catch {
    return [];
  }
}

/** Keeps a choice; whether the device did keep it. */
export function keepProjects(codes: readonly string[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(codes));
    return true;
  } catch {
    return false;
  }
}
