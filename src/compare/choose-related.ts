/** Lets a reader see a project beside those related to it that are picked. */
import { ProjectChoice } from './project-choice.ts';

const place = document.querySelector('.related')?.parentElement;
const own = document.querySelector<HTMLElement>('.comparing')?.dataset.project;
if (place && own !== undefined) new ProjectChoice([own]).offerIn(place);
