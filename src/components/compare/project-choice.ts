/** Lets a reader pick projects in the tables of a page and see them side by side. */
import { MOST_COMPARED, selectionQuery } from '../../compare/selection.ts';
import { element } from '../element.ts';

/** The codes that are picked, in whichever table of the page. */
const picked = new Set<string>();
const choices: ProjectChoice[] = [];
let isBegun = false;

/** The choice in one table. Nothing is added to it until a reader asks for it, in this or another table of the page. */
export class ProjectChoice {
  readonly #bar: HTMLElement;
  readonly #compareAddress: string;
  readonly #begin = element('button', { type: 'button', className: 'plain' }, '选几个项目比较');
  readonly #clear = element('button', { type: 'button', className: 'plain' }, '重新选');
  readonly #status = element('p');
  #table: HTMLTableElement | undefined;

  /** @param bar stands before the table and takes what can be done, and what was picked. */
  constructor(bar: HTMLElement, compareAddress: string) {
    this.#bar = bar;
    this.#compareAddress = compareAddress;
    this.#status.setAttribute('role', 'status');
    this.#begin.addEventListener('click', () => {
      isBegun = true;
      for (const choice of choices) choice.#offerBoxes();
      this.#status.textContent = `请在项目名称旁勾选，最多${String(MOST_COMPARED)}个。`;
      this.#boxes()[0]?.focus();
    });
    this.#clear.addEventListener('click', () => {
      picked.clear();
      this.#showPicked();
      this.#boxes()[0]?.focus();
    });
    bar.append(this.#begin, this.#status);
    choices.push(this);
  }

  /** Takes on the table that the reader sees now; what was picked in the one before stays picked. */
  offerIn(table: HTMLTableElement): void {
    this.#table = table;
    table.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) this.#pick(target);
    });
    if (!isBegun) return;
    this.#offerBoxes();
    this.#showPicked();
  }

  #pick({ value, checked }: HTMLInputElement): void {
    const isTooMany = checked && picked.size >= MOST_COMPARED;
    if (!checked) picked.delete(value);
    else if (!isTooMany) picked.add(value);
    this.#showPicked(isTooMany ? `最多比较${String(MOST_COMPARED)}个项目，请先去掉一个。` : '');
  }

  /** Boxes before the names; a table that has them already keeps them. */
  #offerBoxes(): void {
    this.#begin.remove();
    this.#bar.classList.add('begun');
    if (this.#boxes().length > 0) return;
    for (const row of this.#table?.tBodies[0]?.rows ?? []) addBox(row);
  }

  #boxes(): readonly HTMLInputElement[] {
    return [...(this.#table?.querySelectorAll<HTMLInputElement>('.pick input') ?? [])];
  }

  /** Says what is picked, here alone: one of several tables is enough to be heard. */
  #showPicked(said = ''): void {
    for (const choice of choices) {
      for (const box of choice.#boxes()) box.checked = picked.has(box.value);
      choice.#status.replaceChildren();
      choice.#clear.remove();
    }
    const boxes = this.#boxes();
    const away = [...picked].filter((code) => boxes.every(({ value }) => value !== code)).length;
    const count = `已选${String(picked.size)}个${away > 0 ? `，其中${String(away)}个不在这张表里` : ''}。`;
    const hint = picked.size === 1 ? '再选一个，就可以并排比较。' : '';
    this.#status.append(said, count, hint);
    if (picked.size > 1) this.#status.append(this.#wayToComparison());
    if (picked.size > 0) this.#bar.append(this.#clear);
  }

  #wayToComparison(): HTMLElement {
    const query = selectionQuery([...picked].map((code) => ({ code })));
    return element(
      'a',
      { href: `${this.#compareAddress}${query}` },
      `并排比较这${String(picked.size)}个项目`,
    );
  }
}

/** A box before the name of a row's project, labelled by it. */
function addBox(row: HTMLTableRowElement): void {
  const link = row.querySelector<HTMLAnchorElement>('th a');
  const code = /([0-9A-Z]{21})\/$/.exec(link?.pathname ?? '')?.[1];
  if (link === null || code === undefined) return;
  const box = element('input', { type: 'checkbox', value: code, checked: picked.has(code) });
  box.setAttribute('aria-label', `比较：${link.textContent}`);
  link.before(element('label', { className: 'pick' }, box));
}
