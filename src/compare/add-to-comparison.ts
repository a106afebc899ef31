/** On a project page: puts the project among those to compare, without leaving the page. */
import { compareAddress } from '../site/addresses.ts';
import { keepProjects, keptProjects, MOST_COMPARED } from './selection.ts';

const place = document.querySelector<HTMLElement>('.comparing');
const link = place?.querySelector('a');
const status = place?.querySelector<HTMLElement>('[role="status"]');
if (place && link && status) start(place.dataset.project ?? '', link, status);

function start(key: string, link: HTMLAnchorElement, status: HTMLElement): void {
  const button = document.createElement('button');
  button.type = 'button';
  link.replaceWith(button);
  const show = () => {
    button.textContent = keptProjects().includes(key) ? '移出比较' : '加入比较';
  };
  const say = (text: string) => {
    const keys = keptProjects();
    status.replaceChildren(text);
    if (keys.length < 2) return;
    const way = document.createElement('a');
    way.href = compareAddress(keys);
    way.textContent = `并排比较这${String(keys.length)}个项目`;
    status.append(way);
  };
  button.addEventListener('click', () => {
    const keys = keptProjects();
    if (keys.includes(key)) {
      keepProjects(keys.filter((one) => one !== key));
      say('已移出比较。');
    } else if (keys.length >= MOST_COMPARED) {
      say(`最多比较${String(MOST_COMPARED)}个项目，请先移出一个。`);
    } else if (keepProjects([...keys, key])) {
      say(keys.length === 0 ? '已加入比较。再到另一个项目的页面加入一个，就可以并排比较。' : '已加入比较。');
    } else {
      // Nothing can be kept here: the address alone carries the choice.
      location.href = link.href;
    }
    show();
  });
  addEventListener('storage', show);
  show();
  // Says nothing by itself, but offers the way when there is a choice already.
  if (keptProjects().length > 1) say('');
}
