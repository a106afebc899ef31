import type { SamePromise } from '../model/same-promise.ts';
import { address } from './addresses.ts';

/** How many promises of several projects are listed; with tens of thousands of rows there is no end of them. */
export const MOST_PROMISES = 300;

/** The fragment of a promise on the page that shows what several projects promise. */
export const promiseFragment = ({ category, kind, key }: SamePromise): string =>
  `${category}-${kind}-${key}`.replace(/\s/g, '');

/** Where a promise is shown with all projects that make it. */
export const promiseAddress = (promise: SamePromise): string =>
  `${address('indicators/shared/')}#${promiseFragment(promise)}`;
