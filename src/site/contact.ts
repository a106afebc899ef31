import type { Department } from '../model/department.ts';
import { LABELS as L } from '../model/terms.ts';

/** How a department can be reached, as far as it says so: `联系电话0312-0000000，地址…`; '' where it does not. */
export function reachWords({ telephone, postalAddress }: Department): string {
  return [
    ...(telephone === undefined ? [] : [`${L.telephone}${telephone}`]),
    ...(postalAddress === undefined ? [] : [`${L.postalAddress}${postalAddress}`]),
  ].join('，');
}

/** Whom to ask of a document: the department that it is of, and how that can be reached. */
export function whomToAsk(department: Department): string {
  const reach = reachWords(department);
  const how = reach === '' ? `（没有写明${L.telephone}和${L.postalAddress}）` : `，${reach}`;
  return `对内容有疑问，请问公开原文的部门：${department.name}${how}。`;
}

/** The same on pages about all departments of a year; several are asked each for its own. */
export function whomToAskOf(departments: readonly Department[]): string {
  const [only, ...others] = departments;
  if (only === undefined) return '';
  if (others.length === 0) return whomToAsk(only);
  return `对内容有疑问，请问公开原文的部门，各部门的联系办法在它页面的“来源”里。`;
}
