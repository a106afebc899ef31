/** The key `/` leads to the search box from any page, unless the reader has switched it off. */
import { element } from '../element.ts';
import { storeAt, storedAt } from '../stored-on-device.ts';

const OFF = 'mingzhang-no-search-key';

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target instanceof Element && event.target.closest('input, select, textarea, [contenteditable]'))
    return;
  if (isOff()) return;
  const box = document.querySelector<HTMLInputElement>('input[type="search"]');
  const { search } = document.body.dataset;
  if (box !== null) {
    box.focus();
    box.select();
  } else if (search !== undefined) location.href = search;
  // A page of a project's own layout knows of neither.
  else return;
  event.preventDefault();
});

// A key of one character can get in the way of speech input, so it can be switched off.
const place = document.querySelector<HTMLElement>('.search-key');
if (place !== null) {
  const control = element('input', { type: 'checkbox', checked: !isOff() });
  control.addEventListener('change', () => {
    storeAt(OFF, control.checked ? undefined : 1);
  });
  place.append(element('label', {}, control, ' 在任何页面按 / 键，跳到检索框'));
}

function isOff(): boolean {
  return storedAt(OFF) === 1;
}
