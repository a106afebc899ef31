import type { Project } from '../model/project.ts';
import { formatPath, type ValuePath } from './value-path.ts';
import { writtenProject } from './write-project.ts';
import { Figures, type Written } from './write-yaml.ts';

/** A value of a project's file by its path, as 核对说明 names it. */
export interface ProjectValue {
  readonly location: string;
  readonly text: string;
}

/** Every value of a project's canonical file in its order, blanks too. */
export function valuesOf(project: Project): readonly ProjectValue[] {
  return [...valuesIn(writtenProject(project), [])];
}

function* valuesIn(written: Written, path: ValuePath): Generator<ProjectValue> {
  if (typeof written === 'string') yield { location: formatPath(path), text: written };
  else if (written instanceof Figures) yield { location: formatPath(path), text: written.text };
  else {
    for (const [step, own] of written.entries()) {
      yield* valuesIn(own, [...path, step]);
    }
  }
}
