/** What a script draws comes after the browser has put the page back to where it was; so the place is kept. */
export function keepScroll(): void {
  sessionStorage.setItem(location.href, String(scrollY));
}

/** Goes back to the place that was kept, unless the page was come to anew. */
export function restoreScroll(): void {
  const [entry] = performance.getEntriesByType('navigation');
  if (entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate') {
    scrollTo(0, Number(sessionStorage.getItem(location.href) ?? '0'));
  }
}
