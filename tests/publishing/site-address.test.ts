import { describe, expect, it } from 'vitest';
import { readSiteAddress } from '../../src/publishing/site-address.ts';

describe('where the site will stand', () => {
  it.each([
    [{}, undefined, '/'],
    [{ SITE_URL: '', BASE_PATH: '' }, undefined, '/'],
    [{ SITE_URL: 'https://example.gov.cn' }, 'https://example.gov.cn', '/'],
    [{ SITE_URL: 'https://example.gov.cn/budget/' }, 'https://example.gov.cn', '/budget'],
    [{ SITE_URL: 'https://example.gov.cn/a/', BASE_PATH: '/' }, 'https://example.gov.cn', '/'],
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
    expect(() => readSiteAddress(environment)).toThrow(/应是/);
  });
});
