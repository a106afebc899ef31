/** A text as a fragment, different for different texts: without blanks, and without what would be decoded. */
export const asFragment = (text: string): string =>
  text.replace(/[\s%~]/g, (sign) => `~${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** An address as people write it: `%E9%99%84` becomes 附; as it stands where it is badly encoded. */
export function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
