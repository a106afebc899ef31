import type { AstroConfig } from 'astro';
import { describe, expect, it } from 'vitest';
import { astroSettings } from '../../src/integration/astro-settings.ts';

/** The parts of Astro's configuration that are looked at. */
const project = (change: object = {}) =>
  ({ base: '/', security: { csp: false }, vite: {}, ...change }) as unknown as AstroConfig;

describe("Astro's settings", () => {
  it('let a project widen a part of the policy, and keep the others', () => {
    const csp = { directives: ["img-src 'self' https://img.invalid"] };
    const { directives } = astroSettings(project({ security: { csp } }), 'build').security.csp;
    expect(directives).toContain("default-src 'none'");
    expect(directives.filter((directive) => directive.startsWith('img-src'))).toEqual([]);
  });

  it('let a project choose newer browsers, for styles too', () => {
    const chosen = astroSettings(project({ vite: { build: { target: ['chrome120'] } } }), 'build');
    expect(chosen.vite.build).toMatchObject({ target: ['chrome120'], cssTarget: ['chrome120'] });
    expect(astroSettings(project(), 'build').vite.build.target).toContain('chrome87');
  });

  it('write the path below which the site stands with its last slash', () => {
    expect(['/', '/budget', '/a/b/'].map((base) => astroSettings(project({ base }), 'build').base)).toEqual([
      '/',
      '/budget/',
      '/a/b/',
    ]);
  });
});
