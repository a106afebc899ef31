/** Lets a reader pick projects in a table of them; what a search finds and related projects have a choice of their own. */
import { ProjectChoice } from './project-choice.ts';

document.querySelectorAll('.choosing[data-of-table]').forEach(({ parentElement }) => {
  if (parentElement !== null) new ProjectChoice().offerIn(parentElement);
});
