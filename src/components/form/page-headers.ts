import { createHash } from 'node:crypto';
import type { Department } from '../../model/department.ts';

/**
 * The style of a book's own page: its main part is what is printed, other than on the page of a project, and its
 * page headers name department, year and form. Text in the margin of a page can come from a style sheet only;
 * browsers that know no margin boxes leave it out.
 */
export function pageHeaders({ name, year, projects }: Department): string {
  const font = `font:9pt SimSun,'Songti SC','Noto Serif CJK SC','Source Han Serif SC',STSong,serif`;
  const left = `@top-left{content:${quoted(`${name}${String(year)}年预算绩效目标`)};${font}}`;
  const forms = projects.map(({ sequence }) => {
    const right = `@top-right{content:${quoted(`第${String(sequence)}张表`)};${font}}`;
    return `#form-${String(sequence)}{page:form-${String(sequence)}}@page form-${String(sequence)}{${right}}`;
  });
  return `@media print{body>#main{display:block}@page{${left}}@page :first{@top-left{content:none}@bottom-center{content:none!important}}${forms.join('')}}`;
}

/** The hash by which the page's policy knows a style. */
export function styleHash(style: string): `sha256-${string}` {
  return `sha256-${createHash('sha256').update(style).digest('base64')}`;
}

/** A text as a string of a style sheet; what could end the string or the element is written by its code. */
function quoted(text: string): string {
  return `"${text.replace(/["\\<\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
}
