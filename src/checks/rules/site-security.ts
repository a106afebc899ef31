import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

/** The day by the clock of China, YYYY-MM-DD. */
const todayInChina = () => new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);

/**
 * Looks at what security.txt says. RFC 9116 wants a contact and a day in it, and nobody is to trust one whose day is over.
 *
 * @param today a test has a day of its own.
 */
export const siteSecurityOn = (today: () => string): Rule => ({
  id: 'site/security',
  title: '安全联系不全或已过期',
  severity: 'warning',
  reason:
    '发现网站漏洞的人照security.txt联系单位；其中必须写明联系方式和有效期，过了有效期就不能再照它联系。',
  example: {
    wrong: ['安全联系:', '  联系方式: security@example.gov.cn', '  有效期至:'],
    right: ['安全联系:', '  联系方式: security@example.gov.cn', '  有效期至: 2099-12-31'],
  },
  checkContent({ siteEntry }, remark) {
    if (siteEntry === undefined) return;
    const { security } = siteEntry.settings;
    if (Object.values(security).every((value) => value === '')) return;
    for (const [name, key] of [
      ['contact', L.securityContact],
      ['expires', L.expires],
    ] as const) {
      if (security[name] !== '') continue;
      remark(siteEntry, [L.security, key], {
        message: `“${L.security}”里没有写“${key}”，因此网站没有security.txt。`,
        hint: `请填写“${key}”；不想公开安全联系的，把“${L.security}”整项删去。`,
      });
    }
    if (security.expires === '' || security.expires >= today()) return;
    remark(siteEntry, [L.security, L.expires], {
      message: `“${L.security}”的有效期到${security.expires}为止，已经过了。`,
      hint: '请确认联系方式仍然有用，再写上新的日期，一年以内。',
      value: security.expires,
    });
  },
});

export const siteSecurity: Rule = siteSecurityOn(todayInChina);
