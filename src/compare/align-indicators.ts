import type { Indicator } from '../model/indicator.ts';
import { catalogueOf } from '../model/indicator-catalogue.ts';
import type { Project } from '../model/project.ts';
import { indicatorKeyOf } from '../model/shared-indicators.ts';
import type { Category } from '../model/terms.ts';

/** The indicators of one second level, project beside project. */
export interface AlignedKind {
  readonly category: Category;
  readonly kind: string;
  /** One cell a project; undefined where it has nothing to set beside the others. */
  readonly rows: readonly {
    /** Whether all cells filled are the same indicator. */
    readonly isSame: boolean;
    readonly cells: readonly (Indicator | undefined)[];
  }[];
}

/**
 * Sets the indicators of projects side by side by kind: first what two or more have, in one row each;
 * then the rest, in the order of each document.
 */
export function alignIndicators(projects: readonly Project[]): readonly AlignedKind[] {
  return catalogueOf(projects).map(({ category, kind, entries }) => {
    const own = projects.map((project) =>
      entries.filter((entry) => entry.project === project).map(({ indicator }) => indicator),
    );
    const keys = new Set(entries.flatMap(({ indicator }) => indicatorKeyOf(indicator) ?? []));
    const taken = new Set<Indicator>();
    const shared = [...keys].flatMap((key) => {
      const cells = own.map((indicators) => indicators.find((one) => indicatorKeyOf(one) === key));
      const filled = cells.filter((cell) => cell !== undefined);
      if (filled.length < 2) return [];
      filled.forEach((cell) => taken.add(cell));
      return [{ isSame: true, cells }];
    });
    const rest = own.map((indicators) => indicators.filter((one) => !taken.has(one)));
    const depth = Math.max(0, ...rest.map(({ length }) => length));
    const others = Array.from({ length: depth }, (_, index) => ({
      isSame: false,
      cells: rest.map((indicators) => indicators[index]),
    }));
    return { category, kind, rows: [...shared, ...others] };
  });
}
