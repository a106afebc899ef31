import type { Department } from '../model/department.ts';

/** A page of more forms would be megabytes that no phone opens; `npm run export` still prints them. */
const MOST_FORMS = 300;

/** Whether the site has a page with all forms of this department. */
export function hasBook({ projects }: Department): boolean {
  return projects.length > 0 && (import.meta.env.DEV || projects.length <= MOST_FORMS);
}
