import Slugger from 'github-slugger';

/** Ids of the pages' own parts: of the frame, of a department's page and of the printed forms; notes have GitHub's. */
const OWN =
  /^(?:|main|top|q|browse-q|projects|areas|plan|spread|goals|overall|forms|source|data|contents|(?:user-content|chart|form)-.*)$/;

/**
 * Gives the headings of a Markdown text their fragments, one after the other: GitHub's way, as Astro does, but for what
 * would name another part of the page.
 *
 * @example
 * const fragmentOf = headingFragments();
 * fragmentOf('二、目标（2022年）'); // 二目标2022年
 * fragmentOf('main');              // user-content-heading-main
 */
export function headingFragments(): (heading: string) => string {
  const slugger = new Slugger();
  return (heading) => {
    const fragment = slugger.slug(heading);
    return OWN.test(fragment) ? `user-content-heading-${fragment}` : fragment;
  };
}
