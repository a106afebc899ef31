/** Prints the page and copies how it is cited. */
import { copyText } from '../copy-text.ts';

document.querySelectorAll<HTMLElement>('.actions').forEach(start);

function start(place: HTMLElement): void {
  const status = place.querySelector<HTMLElement>('[aria-live]');
  const citation = place.querySelector<HTMLElement>('.citation');
  if (status === null || citation === null) return;

  /** The citation with today's date. */
  const words = () => {
    const text = citation.querySelector('span')?.textContent.trim() ?? '';
    const today = new Date();
    const date = `${String(today.getFullYear())}年${String(today.getMonth() + 1)}月${String(today.getDate())}日`;
    return `${text}，访问日期：${date}`;
  };
  const offer = (name: string, action: () => void) => {
    const button = place.querySelector<HTMLButtonElement>(`[data-action="${name}"]`);
    if (button === null) return;
    button.hidden = false;
    button.addEventListener('click', action);
  };
  offer('print', () => {
    print();
  });
  offer('cite', () => {
    void copyText(words()).then((isCopied) => {
      status.textContent = isCopied ? '引用已复制。' : '浏览器不允许复制，请选中上面的引用文字后复制。';
    });
  });
}
