import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addressOfContent, readSiteAddress } from '../../src/integration/site-address.ts';

describe('where the site will stand', () => {
  it.each([
    [{}, undefined, '/'],
    [{ SITE_URL: '', BASE_PATH: '' }, undefined, '/'],
    [{ SITE_URL: 'https://example.gov.cn' }, 'https://example.gov.cn', '/'],
    [{ SITE_URL: 'https://example.gov.cn/budget/' }, 'https://example.gov.cn', '/budget'],
    [{ SITE_URL: 'https://example.gov.cn/a/', BASE_PATH: 'a' }, 'https://example.gov.cn', '/a'],
    [{ SITE_URL: 'https://example.gov.cn', BASE_PATH: '/a/' }, 'https://example.gov.cn', '/a'],
    [{ BASE_PATH: 'budget/2022/' }, undefined, '/budget/2022'],
  ])('%j', (environment, siteUrl, basePath) => {
    expect(readSiteAddress(environment)).toEqual({ siteUrl, basePath });
  });

  it.each([
    { SITE_URL: 'example.gov.cn' },
    { SITE_URL: 'ftp://example.gov.cn' },
    { BASE_PATH: '/../x' },
    { BASE_PATH: '/预算' },
  ])('%j is refused', (environment) => {
    expect(() => readSiteAddress(environment)).toThrow(/应是|应只用/);
  });

  it.each([
    { SITE_URL: 'https://example.gov.cn/a/', BASE_PATH: '/b' },
    { SITE_URL: 'https://example.gov.cn/a/', BASE_PATH: '/' },
  ])('%j is refused, for it names two paths', (environment) => {
    expect(() => readSiteAddress(environment)).toThrow(/“\/a”.*BASE_PATH却是.*不知道以哪个为准/);
  });

  it.each(['https://example.gov.cn/?a', 'https://example.gov.cn/#a'])('%s is refused', (SITE_URL) => {
    expect(() => readSiteAddress({ SITE_URL })).toThrow('不能有“?”和“#”');
  });
});

it('refuses a password in the address, and shows a Chinese path as it was written', () => {
  expect(() => readSiteAddress({ SITE_URL: 'https://a:b@example.gov.cn/' })).toThrow('不能有用户名和密码');
  expect(() => readSiteAddress({ SITE_URL: 'https://example.gov.cn/预算/' })).toThrow('现为“/预算/”');
});

describe('where the site will stand by site.yaml', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-address-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const of = (address: string, settings: { site?: string; base?: string } = {}) => {
    writeFileSync(join(folder, 'site.yaml'), `站点名称: 虚构站点\n发布机构: 虚构机构\n网址: ${address}\n`);
    return addressOfContent(folder, { site: undefined, base: '/', ...settings });
  };

  it('is its 网址 where the settings name none', () => {
    expect(of('https://example.gov.cn/budget/')).toEqual({
      site: 'https://example.gov.cn',
      base: '/budget',
    });
    expect(of('https://example.gov.cn', { base: '/preview' })).toEqual({
      site: 'https://example.gov.cn',
      base: '/preview',
    });
    expect(of('')).toEqual({});
    expect(of('https://example.gov.cn', { site: 'https://example.org' })).toEqual({});
  });

  it('is refused where the settings name another path', () => {
    expect(() => of('https://example.gov.cn/budget', { base: '/preview' })).toThrow(
      /“网址”里的路径是“\/budget”，BASE_PATH（.*）却是“\/preview”/,
    );
  });

  it('is none where site.yaml cannot be read: the checks speak of that', () => {
    expect(of('example.gov.cn')).toEqual({});
    rmSync(join(folder, 'site.yaml'));
    expect(addressOfContent(folder, { site: undefined, base: '/' })).toEqual({});
  });
});
