/** Lets a reader pick projects in a table and see them side by side; nothing is added until it is asked for. */
import { MOST_COMPARED } from '../../compare/selection.ts';
import { element } from '../element.ts';

document.querySelectorAll<HTMLTableElement>('table[data-compare]').forEach(start);

function start(table: HTMLTableElement): void {
  const bar = table.closest('.scroll')?.previousElementSibling;
  if (!bar?.classList.contains('choosing')) return;
  const button = element('button', { type: 'button', className: 'plain' }, '选几个项目比较');
  const status = element('p', {});
  status.setAttribute('role', 'status');
  bar.append(button, status);
  button.addEventListener('click', () => {
    button.remove();
    bar.classList.add('begun');
    for (const row of table.tBodies[0]?.rows ?? []) addChoice(row);
    status.textContent = `请在项目名称旁勾选，最多${String(MOST_COMPARED)}个。`;
    table.querySelector<HTMLInputElement>('tbody input')?.focus();
  });
  table.addEventListener('change', ({ target }) => {
    const chosen = [...table.querySelectorAll<HTMLInputElement>('tbody input:checked')];
    if (chosen.length > MOST_COMPARED && target instanceof HTMLInputElement) {
      target.checked = false;
      status.textContent = `最多比较${String(MOST_COMPARED)}个项目，请先去掉一个。`;
      return;
    }
    status.replaceChildren(`已选${String(chosen.length)}个。`);
    if (chosen.length < 2) return;
    const query = chosen.map(({ value }) => `p=${value}`).join('&');
    status.append(
      element(
        'a',
        { href: `${table.dataset.compare ?? ''}?${query}` },
        `并排比较这${String(chosen.length)}个项目`,
      ),
    );
  });
}

/** A box before the name of a row's project, labelled by it. */
function addChoice(row: HTMLTableRowElement): void {
  const link = row.querySelector<HTMLAnchorElement>('th a');
  const code = /([0-9A-Z]{21})\/$/.exec(link?.pathname ?? '')?.[1];
  if (link === null || code === undefined) return;
  const box = element('input', { type: 'checkbox', value: code });
  box.setAttribute('aria-label', `比较：${link.textContent}`);
  link.before(element('label', { className: 'pick' }, box));
}
