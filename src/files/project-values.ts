import type { Project } from '../model/project.ts';
import { pathTo } from './value-path.ts';
import { writtenProject } from './write-project.ts';
import { Figures, type Written } from './write-yaml.ts';

/** A value of a project's file by its path, as 核对说明 names it. */
export interface ProjectValue {
  readonly location: string;
  readonly text: string;
}

/** Every value of a project's canonical file in its order, blanks too. */
export function valuesOf(project: Project): readonly ProjectValue[] {
  const values: ProjectValue[] = [];
  addValues(writtenProject(project), '', values);
  return values;
}

function addValues(written: Written, location: string, values: ProjectValue[]): void {
  if (typeof written === 'string') values.push({ location, text: written });
  else if (written instanceof Figures) values.push({ location, text: written.text });
  else for (const [step, own] of written.entries()) addValues(own, pathTo(location, step), values);
}
