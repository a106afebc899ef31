/** The path of a Chromium, Chrome or Edge on this machine, or undefined where there is none. */
export function findBrowser(): string | undefined;
