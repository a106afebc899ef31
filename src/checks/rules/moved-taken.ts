import { OWN_FOLDERS, pageAddresses } from '../../model/site-pages.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const movedTaken: Rule = {
  id: 'moved/taken',
  title: '旧址还是本站的网页',
  severity: 'error',
  reason: '还有网页的网址不能转到别处，否则那个网页就打不开了。',
  example: {
    wrong: ['- 旧址: /glossary/', '  新址: /about/'],
    right: ['- 旧址: /terms/', '  新址: /glossary/'],
  },
  checkContent({ movedEntry: entry, site }, remark) {
    if (entry === undefined) return;
    const pages = new Set([...pageAddresses(site)].map((address) => address.toLowerCase()));
    entry.moved.forEach(({ from }, place) => {
      const isOwn = OWN_FOLDERS.includes(from.split('/')[1]?.toLowerCase() ?? '');
      if (!isOwn && !pages.has(from.toLowerCase())) return;
      remark(entry, [place, L.oldAddress], {
        message: isOwn
          ? `“${from}”在程序自己的文件夹里，不能转到别处。`
          : `“${from}”还是本站的网页，不能转到别处。`,
        hint: isOwn ? '请删去这一项。' : '网页还要用的，请删去这一项；不要了的，先删去它的内容。',
        value: from,
      });
    });
  },
};
