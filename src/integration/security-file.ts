import type { SiteSettings } from '../model/site.ts';

/** Where RFC 9116 has it. */
export const SECURITY_FILE = '.well-known/security.txt';

/**
 * Whom to tell of a weakness of the site, as RFC 9116 has it; undefined where site.yaml does not state what the file must
 * hold: a contact, and until when it holds.
 *
 * @param root the address of the front page, where it is known.
 */
export function securityFile({ security }: SiteSettings, root: string | undefined): string | undefined {
  const { contact, expires, key, policy } = security;
  if (contact === '' || expires === '') return undefined;
  const fields = [
    ['Contact', contact.startsWith('https:') ? contact : `mailto:${contact}`],
    // To the end of that day in China.
    ['Expires', `${expires}T23:59:59+08:00`],
    ['Encryption', key],
    ['Policy', policy],
    ['Preferred-Languages', 'zh'],
    // Wherever the site stands, this is asked for at the host's root.
    ['Canonical', root === undefined ? '' : new URL(`/${SECURITY_FILE}`, root).href],
  ] as const;
  return fields.flatMap(([name, value]) => (value === '' ? [] : `${name}: ${value}\n`)).join('');
}
