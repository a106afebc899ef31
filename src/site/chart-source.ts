import type { Department } from '../model/department.ts';
import { dayWords } from '../model/words.ts';

/** The documents from which a department's numbers come, for a picture of them that leaves the site. */
export function chartSource({ name, year, source }: Department): string {
  const title = source.title === undefined ? '' : `《${source.title}》`;
  const [first = '', ...others] = source.files;
  const more = others.length === 0 ? '' : `等${String(source.files.length)}份文件`;
  const file = first === '' ? '' : `（${first}${more}）`;
  const approval = source.approval === undefined ? '' : `，${source.approval}`;
  const published = source.published === undefined ? '' : `，${dayWords(source.published)}公开`;
  return `${name}${year}年项目绩效目标表${title}${file}${approval}${published}`;
}
