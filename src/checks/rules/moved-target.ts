import { pageAddresses } from '../../model/site-pages.ts';
import { LABELS as L } from '../../model/terms.ts';
import { nearestWord } from '../../files/nearest-word.ts';
import type { Rule } from '../rule.ts';

export const movedTarget: Rule = {
  id: 'moved/target',
  title: '新址不是本站的网页',
  severity: 'error',
  reason: '旧网址转到的地方必须有网页，而且一次就到，否则读者和搜索引擎还是找不到。',
  example: {
    wrong: ['- 旧址: /2022/999001/001/', '  新址: /2022/999001/没有这个项目/'],
    right: ['- 旧址: /2022/999001/001/', '  新址: /2022/999001/99999922P000000100005/'],
  },
  checkContent({ movedEntry: entry, site }, remark) {
    if (entry === undefined) return;
    const pages = pageAddresses(site);
    const next = new Map(entry.moved.map(({ from, to }) => [from, to]));
    entry.moved.forEach(({ to }, place) => {
      if (pages.has(to)) return;
      const path = [place, L.newAddress];
      if (!next.has(to)) {
        const near = nearestWord(to, [...pages]);
        const message = `本站没有“${to}”这个网页。`;
        const hint = `${near === undefined ? '' : `是不是“${near}”？`}请打开要转到的网页，照抄网址里域名和站点路径后面的部分，以“/”开头和结尾。`;
        remark(entry, path, { message, hint, value: to });
        return;
      }
      const end = endOf(to, next);
      remark(entry, path, {
        message:
          end === undefined
            ? `转到“${to}”，又转回来，永远到不了一个网页。`
            : `“${to}”自己也是旧址，要转两次才到。`,
        hint: end === undefined ? '请写出真正的新址。' : `应写作“${L.newAddress}: ${end}”。`,
        value: to,
      });
    });
  },
};

/** Where a chain of old addresses ends; undefined where it goes round. */
function endOf(from: string, next: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set<string>();
  let at = from;
  for (let to = next.get(at); to !== undefined; to = next.get(at)) {
    if (seen.has(at)) return undefined;
    seen.add(at);
    at = to;
  }
  return at;
}
