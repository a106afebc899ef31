import { hasContact } from '../../model/site.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const siteContact: Rule = {
  id: 'site/contact',
  title: '没有纠错的联系方式',
  severity: 'information',
  reason: '没有电子邮箱，也没有网址，网页上就没有“纠错”，读者发现了错误也没有办法告诉单位。',
  example: {
    wrong: ['联系:', '  电子邮箱:', '  网址:'],
    right: ['联系:', '  电子邮箱: jiucuo@example.gov.cn'],
  },
  checkContent({ siteEntry }, remark) {
    if (siteEntry === undefined) return;
    if (hasContact(siteEntry.settings)) return;
    remark(siteEntry, [L.contact], {
      message: '“联系”里没有写电子邮箱，也没有写网址：读者发现错误，没有办法告诉你们。',
      hint: '请在“联系”下面填写“电子邮箱”或“网址”，网页上就有“纠错”。',
    });
  },
};
