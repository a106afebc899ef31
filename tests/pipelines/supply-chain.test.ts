import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  readonly version: string;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly resolved?: string;
}

interface Component {
  readonly name: string;
  readonly version: string;
  readonly hashes?: readonly { readonly alg: string }[];
  readonly properties?: readonly { readonly name: string }[];
}

const read = (name: string): unknown => JSON.parse(readFileSync(name, 'utf8'));
const { allowScripts, scripts } = read('package.json') as {
  readonly allowScripts: Readonly<Record<string, boolean>>;
  readonly scripts: Readonly<Record<string, string>>;
};
const { packages } = read('package-lock.json') as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const locked = Object.entries(packages).flatMap(([path, entry]) =>
  path === '' ? [] : [{ ...entry, path, name: path.slice(path.lastIndexOf('node_modules/') + 13) }],
);

describe('what is installed', () => {
  it('is pinned by a hash, and by no host of a registry', () => {
    expect(locked.filter(({ integrity }) => integrity?.startsWith('sha512-') !== true)).toEqual([]);
    expect(locked.filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });

  it('runs no script while it is installed unless package.json allows it by name', () => {
    const withScripts = locked.filter(({ hasInstallScript }) => hasInstallScript === true);
    expect(withScripts.filter(({ name }) => allowScripts[name] === undefined)).toEqual([]);
    expect(Object.values(allowScripts)).not.toContain(true);
  });
});

describe('the bill of materials', () => {
  const bill = JSON.parse(
    execFileSync('npm', (scripts.sbom ?? '').split(' ').slice(1), { encoding: 'utf8' }),
  ) as {
    readonly bomFormat: string;
    readonly components: readonly Component[];
  };

  const marked = ({ properties = [] }: Component) =>
    properties.some(({ name }) => name === 'cdx:npm:package:development');

  it('names in CycloneDX every package that is installed, with its hash', () => {
    expect(bill.bomFormat).toBe('CycloneDX');
    const listed = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
    expect(locked.filter(({ name, version }) => !listed.has(`${name}@${version}`))).toEqual([]);
    expect(bill.components.filter(({ hashes }) => hashes?.[0]?.alg !== 'SHA-512')).toEqual([]);
  });

  it('marks what only the makers of the program need', () => {
    const development = bill.components.filter(marked).map(({ name }) => name);
    expect(development).toContain('vitest');
    expect(development).not.toContain('chart.js');
  });
});
