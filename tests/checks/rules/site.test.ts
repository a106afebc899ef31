import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/checks/check-content.ts';
import { siteContact } from '../../../src/checks/rules/site-contact.ts';
import { siteSecurityOn } from '../../../src/checks/rules/site-security.ts';
import { readSite } from '../../../src/files/read-site.ts';
import { contentOf } from '../../setup/remarks.ts';

function found(settings: string, rule = siteContact) {
  const text = `站点名称: 虚构站点\n发布机构: 虚构机构\n${settings}`;
  const siteEntry = readSite({ path: 'site.yaml', text }, (finding) => {
    throw new Error(finding.message);
  });
  return checkContent({ ...contentOf([], undefined), siteEntry }, [rule]).map(({ severity, file, range }) => [
    severity,
    file.path,
    text.slice(range.start, range.end),
  ]);
}

it('tells the operator where readers have no way to report an error', () => {
  expect(found('联系:\n  电子邮箱:\n  网址:\n')).toEqual([['information', 'site.yaml', expect.any(String)]]);
  expect(found('')).toHaveLength(1);
});

it('has nothing to say where one of the ways is there', () => {
  expect(found('联系:\n  电子邮箱: editor@example.invalid\n')).toEqual([]);
  expect(found('联系:\n  网址: https://example.gov.cn/jiucuo\n')).toEqual([]);
  expect(found('联系:\n  联系电话: 0312-0000000\n')).toEqual([]);
});

describe('the security contact', () => {
  const security = siteSecurityOn(() => '2026-06-30');
  const told = (...lines: readonly string[]) =>
    found(['安全联系:', ...lines.map((line) => `  ${line}`), ''].join('\n'), security);

  it('need not be there', () => {
    expect(found('', security)).toEqual([]);
    expect(told('联系方式:', '有效期至:')).toEqual([]);
  });

  it('is found where it lacks what the file must hold', () => {
    const [contact, policy] = ['联系方式: a@example.cn', '政策: https://example.cn/'];
    expect(told(contact)).toEqual([['warning', 'site.yaml', expect.any(String)]]);
    expect(told(policy)).toHaveLength(2);
  });

  it('is found from the day after its last', () => {
    const until = (day: string) => told('联系方式: a@example.cn', `有效期至: ${day}`);
    expect(until('2026-06-30')).toEqual([]);
    expect(until('2026-06-29')).toEqual([['warning', 'site.yaml', '2026-06-29']]);
  });
});
