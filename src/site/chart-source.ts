import type { Department } from '../model/department.ts';

/** The document from which a department's numbers come, for a picture of them that leaves the site. */
export function chartSource({ name, year, source }: Department): string {
  const title = source.title === undefined ? '' : `《${source.title}》`;
  const file = source.file === undefined ? '' : `（${source.file}）`;
  const approval = source.approval === undefined ? '' : `，${source.approval}`;
  const published = source.published === undefined ? '' : `，${source.published}公开`;
  return `${name}${year}年项目绩效目标表${title}${file}${approval}${published}`;
}
