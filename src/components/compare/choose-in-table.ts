/** Offers a choice for comparison in each of the page's tables of projects. */
import { ProjectChoice } from './project-choice.ts';

document.querySelectorAll<HTMLTableElement>('table[data-compare]').forEach((table) => {
  const bar = table.closest('.scroll')?.previousElementSibling;
  if (!(bar instanceof HTMLElement) || !bar.classList.contains('choosing')) return;
  new ProjectChoice(bar, table.dataset.compare ?? '').offerIn(table);
});
