/** What the site keeps on the device, in words, with a button that takes it away. */
import { element } from '../element.ts';
import { clearStored, STORED, STORED_PAGES } from '../stored-on-device.ts';

const CLEARED = '已清除。再打开页面时，页面会再存下来。';
const NOT_CLEARED = '没有清除掉，请在浏览器的设置里清除本站的数据。';

export function storedList(): readonly HTMLElement[] {
  const all = [...Object.values(STORED).map(({ what }) => what), STORED_PAGES];
  const clear = element('button', { type: 'button', className: 'plain' }, '清除本机记录');
  const status = element('p');
  status.setAttribute('role', 'status');
  clear.addEventListener('click', () => {
    void clearStored().then((isCleared) => {
      status.textContent = isCleared ? CLEARED : NOT_CLEARED;
      // As another tab is told of a change.
      dispatchEvent(new Event('storage'));
    });
  });
  return [
    element('p', {}, '本站不使用Cookie，不跟踪访问者。下面这些只记在这台设备上，不会发给任何人：'),
    element('ul', {}, ...all.map((what) => element('li', {}, what))),
    clear,
    status,
  ];
}
