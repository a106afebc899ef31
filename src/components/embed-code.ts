/** Copies the code for frames, and puts the site's host into it where the build did not know it. */
import { copyText } from './copy-text.ts';

document.querySelectorAll<HTMLDetailsElement>('.embed-code').forEach((place) => {
  const field = place.querySelector('textarea');
  const button = place.querySelector('button');
  const status = place.querySelector('[aria-live]');
  if (field === null || button === null || status === null) return;
  const { frame } = place.dataset;
  if (frame !== undefined) field.value = field.value.replace(`"${frame}"`, `"${location.origin}${frame}"`);
  place.hidden = false;
  button.hidden = false;
  button.addEventListener('click', () => {
    field.select();
    void copyText(field.value).then((isCopied) => {
      status.textContent = isCopied
        ? '代码已复制。'
        : '浏览器不允许自动复制；代码已经选中，请按 Ctrl+C（苹果电脑按 ⌘C）复制。';
    });
  });
});
