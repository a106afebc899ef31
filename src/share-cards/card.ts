/** What a share card says, as texts: chat programs and forums show it where someone shares an address. */
export interface ShareCard {
  /** Below `share/` in the site, for example `2022/313001.png`. */
  readonly path: string;
  /** The name of the project, the department or the site. */
  readonly title: string;
  /** `819.00`, or 未列; '' where there is none to show. */
  readonly amount: string;
  /** Of the amount; '' where it has none. */
  readonly unit: string;
  /** What the amount is, for example `预算数`. */
  readonly amountName: string;
  /** Whose and when: department and year. */
  readonly of: string;
  /** The site's name. */
  readonly site: string;
}
