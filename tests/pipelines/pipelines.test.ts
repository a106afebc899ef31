import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSiteAddress } from '../../src/integration/site-address.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly 'continue-on-error'?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly permissions?: Readonly<Record<string, string>>; readonly steps: readonly Step[] }
    >
  >;
}

const FOLDER = '.github/workflows';
const workflows = readdirSync(FOLDER).map((name) => ({
  name,
  workflow: parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Workflow,
}));
const stepsOf = ({ workflow }: (typeof workflows)[number]) =>
  Object.values(workflow.jobs).flatMap(({ steps }) => steps);
const gitlab = parse(readFileSync('.gitlab-ci.yml', 'utf8')) as Readonly<
  Record<string, { readonly script?: readonly string[]; readonly pages?: unknown; readonly image?: string }>
>;
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** The npm scripts that a command line runs. */
const scriptsIn = (line: string) =>
  [...line.matchAll(/npm run (?:--silent )?(\S+)/g)].map(([, name = '']) => name);

describe('the pipelines for GitHub', () => {
  it('check pull requests and publish main, a large site by several machines where somebody asks for it', () => {
    expect(workflows.map(({ name }) => name)).toEqual(['check.yml', 'publish-large.yml', 'publish.yml']);
    expect(workflows[0]?.workflow.on).toHaveProperty('pull_request');
    expect(Object.keys(workflows[1]?.workflow.on ?? {})).toEqual(['workflow_dispatch']);
    expect(workflows[2]?.workflow.on).toMatchObject({ push: { branches: ['main'] } });
  });

  it.each(workflows)('$name runs commands that there are, and marks findings in the changed lines', (one) => {
    const lines = stepsOf(one).flatMap(({ run }) => run ?? []);
    const parts = one.name === 'publish-large.yml' ? ['build'] : [];
    expect(lines.flatMap(scriptsIn)).toEqual([...parts, 'check', 'verify', 'build']);
    expect(lines.flatMap(scriptsIn).filter((name) => scripts[name] === undefined)).toEqual([]);
    expect(lines).toContain('npm run --silent check -- --format github');
  });

  it.each(workflows)('$name may read only, but for the one job that publishes', ({ workflow }) => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const writing = Object.entries(workflow.jobs).filter(([, { permissions = {} }]) =>
      Object.values(permissions).includes('write'),
    );
    expect(writing.map(([name]) => name)).toEqual(workflow.jobs.publish === undefined ? [] : ['publish']);
    expect(workflow.jobs.publish?.steps.map(({ run }) => run) ?? []).not.toContain(expect.any(String));
  });

  it.each(workflows)('$name takes actions of GitHub itself, each pinned by its commit', (one) => {
    const used = stepsOf(one).flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBeGreaterThanOrEqual(2);
    expect(used.filter((action) => !/^actions\/[a-z-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
  });

  it.each(workflows)('$name says beside each commit which version it is', ({ name }) => {
    const lines = readFileSync(`${FOLDER}/${name}`, 'utf8').split('\n');
    const used = lines.filter((line) => line.includes('uses:'));
    expect(used.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it('report known weaknesses of dependencies, and stop nothing for them', () => {
    const audits = workflows.flatMap(stepsOf).filter(({ run = '' }) => run.startsWith('npm audit'));
    expect(audits).toEqual([expect.objectContaining({ 'continue-on-error': true })]);
  });

  it('build with the address that Pages gives', () => {
    const environments = workflows.flatMap(stepsOf).flatMap(({ env }) => (env === undefined ? [] : [env]));
    const pages = {
      SITE_URL: '${{ steps.pages.outputs.origin }}',
      BASE_PATH: '${{ steps.pages.outputs.base_path }}',
    };
    expect(environments).toEqual([pages, pages, pages]);
    // What configure-pages gives for a project's site and for a site of its own.
    for (const [BASE_PATH, basePath] of [
      ['/budget', '/budget'],
      ['', '/'],
    ] as const) {
      expect(readSiteAddress({ SITE_URL: 'https://site.invalid', BASE_PATH })).toEqual({
        siteUrl: 'https://site.invalid',
        basePath,
      });
    }
  });
});

describe('the pipeline for GitLab', () => {
  it('checks, builds and publishes with commands that there are', () => {
    const jobs = ['check', 'build', 'pages'];
    const lines = jobs.map((job) => gitlab[job]?.script?.join('\n') ?? '');
    expect(lines.flatMap(scriptsIn)).toEqual(['check', 'verify', 'build', 'build']);
    expect(gitlab.pages?.pages).toEqual({ publish: 'dist' });
    expect(lines[2]).toContain('SITE_URL="$CI_PAGES_URL"');
  });

  it('runs in an image pinned by its digest', () => {
    expect(gitlab.default?.image).toMatch(/^node:\d+-[a-z]+@sha256:[0-9a-f]{64}$/);
  });

  it('reports known weaknesses of dependencies, and stops nothing for them', () => {
    expect(gitlab.audit).toMatchObject({ allow_failure: true, script: ['npm audit --omit dev'] });
  });
});
