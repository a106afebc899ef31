/** A project as far as its name may need more words. */
interface NamedProject {
  readonly name: string;
  readonly year: number;
  readonly department: { readonly code: string; readonly name: string };
}

/**
 * The names under which projects stand beside each other: where several have one name, with the year and the department
 * in which they differ.
 *
 * @example ['虚构培训经费（2023年）', '虚构培训经费（2022年）', '虚构补助']
 */
export function namesApart(projects: readonly NamedProject[]): readonly string[] {
  return projects.map(({ name, year, department }) => {
    const alike = projects.filter((other) => other.name === name);
    const marks = [
      ...(alike.some((other) => other.year !== year) ? [`${String(year)}年`] : []),
      ...(alike.some((other) => other.department.code !== department.code) ? [department.name] : []),
    ];
    return marks.length === 0 ? name : `${name}（${marks.join('，')}）`;
  });
}
