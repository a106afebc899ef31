/** Offers a choice for comparison in each of the page's tables of projects. */
import { ProjectChoice } from './project-choice.ts';

document.querySelectorAll('.choosing').forEach(({ parentElement }) => {
  if (parentElement !== null) new ProjectChoice().offerIn(parentElement);
});
