import { expect, it } from 'vitest';
import { checkContent } from '../../../src/checks/check-content.ts';
import { siteContact } from '../../../src/checks/rules/site-contact.ts';
import { readSite } from '../../../src/files/read-site.ts';
import { contentOf } from '../../setup/remarks.ts';

function found(contact: string) {
  const text = `站点名称: 虚构站点\n发布机构: 虚构机构\n${contact}`;
  const siteEntry = readSite({ path: 'site.yaml', text }, (finding) => {
    throw new Error(finding.message);
  });
  return checkContent({ ...contentOf([], undefined), siteEntry }, [siteContact]).map(
    ({ severity, file, range }) => [severity, file.path, text.slice(range.start, range.end)],
  );
}

it('tells the operator where readers have no way to report an error', () => {
  expect(found('联系:\n  电子邮箱:\n  网址:\n')).toEqual([['information', 'site.yaml', expect.any(String)]]);
  expect(found('')).toHaveLength(1);
});

it('has nothing to say where one of the ways is there', () => {
  expect(found('联系:\n  电子邮箱: editor@example.invalid\n')).toEqual([]);
  expect(found('联系:\n  网址: https://example.gov.cn/jiucuo\n')).toEqual([]);
});
