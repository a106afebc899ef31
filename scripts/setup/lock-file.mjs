import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { isDeepStrictEqual } from 'node:util';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string | string[], cpu?: string | string[], libc?: string | string[] }} Package
 */

/**
 * Whether node_modules holds what package-lock.json says. npm writes its own record, node_modules/.package-lock.json,
 * only after the last package is unpacked, so an install that was killed has none or an outdated one.
 *
 * @param {string} root
 */
export function isComplete(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found === undefined) return mayBeMissing(entry);
    return (
      found.version === entry.version &&
      found.integrity === entry.integrity &&
      existsSync(join(root, path, 'package.json'))
    );
  });
}

/**
 * Whether package-lock.json was made from this package.json; someone may have edited that alone.
 *
 * @param {string} root
 */
export function isUpToDate(root) {
  const locked = readPackages(join(root, 'package-lock.json'))?.[''] ?? {};
  return isDeepStrictEqual(dependenciesOf(locked), readDependencies(root));
}

/**
 * What package.json asks for, by kind.
 *
 * @param {string} root
 */
export function readDependencies(root) {
  return dependenciesOf(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
}

/** @param {{ dependencies?: object, devDependencies?: object, optionalDependencies?: object }} manifest */
function dependenciesOf({ dependencies = {}, devDependencies = {}, optionalDependencies = {} }) {
  return { dependencies, devDependencies, optionalDependencies };
}

/**
 * An optional package may be missing unless it is made for just this platform (which of two C libraries runs is
 * npm's to know).
 *
 * @param {Package} entry
 */
function mayBeMissing({ optional, os, cpu, libc }) {
  if (optional !== true) return false;
  if (os === undefined || cpu === undefined || libc !== undefined) return true;
  return ![os].flat().includes(process.platform) || ![cpu].flat().includes(process.arch);
}

/**
 * @param {string} path
 * @returns {Record<string, Package> | undefined}
 */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
