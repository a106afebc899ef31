/** Lets a reader pick projects among those that a search finds, and see them side by side. */
import { element } from '../components/element.ts';
import { ProjectChoice } from './project-choice.ts';

document.querySelectorAll<HTMLElement>('.search-results').forEach((results) => {
  const place = element('div');
  const bar = element('div', { className: 'choosing row', hidden: true });
  results.replaceWith(place);
  place.append(bar, results);
  const choice = new ProjectChoice();
  // The answer is drawn anew with every question.
  new MutationObserver(() => {
    bar.hidden = results.querySelector('[data-project]') === null;
    if (bar.hidden) choice.leave();
    else choice.offerIn(place);
  }).observe(results, { childList: true });
});
