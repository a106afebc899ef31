/** A built site as it is served. */
export interface ServedSite {
  /** In words. */
  readonly name: string;
  readonly folder: string;
  /** Of its front page, with a slash at the end. */
  readonly url: string;
}
