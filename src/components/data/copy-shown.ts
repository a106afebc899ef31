/** Copies what stands above a button. */
import { copyText } from '../copy-text.ts';

document.querySelectorAll<HTMLElement>('.copyable').forEach((place) => {
  const { what = '' } = place.dataset;
  const button = place.querySelector('button');
  const status = place.querySelector('[aria-live]');
  if (button === null || status === null) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    void copyText(place.firstElementChild?.textContent.trim() ?? '').then((isCopied) => {
      status.textContent = isCopied ? `${what}已复制。` : '浏览器不允许复制，请选中上面的文字后复制。';
    });
  });
});
