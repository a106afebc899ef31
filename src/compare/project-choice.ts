/** Lets a reader pick projects in the tables and lists of a page and see them side by side. */
import { element } from '../components/element.ts';
import { compareAddress } from '../site/addresses.ts';
import { MOST_COMPARED } from './selection.ts';

/** The keys of the projects that are picked, in whichever table of the page. */
const picked = new Set<string>();
const choices: ProjectChoice[] = [];
let isBegun = false;

/**
 * The choice in one table or list, whose rows say which project they are. Nothing is added to it until a reader asks
 * for it, in this or another one of the page.
 */
export class ProjectChoice {
  readonly #begin = element('button', { type: 'button', className: 'plain' }, '选几个项目比较');
  readonly #clear = element('button', { type: 'button', className: 'plain' }, '重新选');
  readonly #status = element('p');
  #place: HTMLElement | undefined;

  /** @param first what is picked as soon as somebody begins: the project whose page it is. */
  constructor(first: readonly string[] = []) {
    this.#status.setAttribute('role', 'status');
    this.#begin.addEventListener('click', () => {
      isBegun = true;
      for (const key of first) picked.add(key);
      for (const choice of choices) choice.#offerBoxes();
      const begun = first.length === 0 ? '' : '已选本页的项目。';
      // A region that comes with its text is not read out.
      requestAnimationFrame(() => {
        this.#status.textContent = `${begun}请在项目名称旁勾选，最多${String(MOST_COMPARED)}个。`;
      });
      this.#boxes()[0]?.focus();
    });
    this.#clear.addEventListener('click', () => {
      picked.clear();
      this.#showPicked();
      this.#boxes()[0]?.focus();
    });
    choices.push(this);
  }

  /**
   * Takes on the rows in a place as they are now; what was picked before stays picked.
   *
   * @param place holds the table or list, and before it the bar for what can be done and what was picked.
   */
  offerIn(place: HTMLElement): void {
    if (this.#place === undefined) {
      this.#place = place;
      this.#bar()?.append(this.#begin);
      place.addEventListener('change', ({ target }) => {
        if (target instanceof HTMLInputElement && target.closest('.pick') !== null) this.#pick(target);
      });
    }
    if (!isBegun) return;
    this.#offerBoxes();
    this.#showPicked();
  }

  /** Where its rows are no longer shown, another whose are says what is picked. */
  leave(): void {
    if (!isBegun) return;
    const seen = choices.find((other) => other !== this && other.#isShown());
    if (seen !== undefined) seen.#showPicked();
  }

  #isShown(): boolean {
    return (this.#place?.getClientRects().length ?? 0) > 0;
  }

  #pick({ value, checked }: HTMLInputElement): void {
    const isTooMany = checked && picked.size >= MOST_COMPARED;
    if (!checked) picked.delete(value);
    else if (!isTooMany) picked.add(value);
    this.#showPicked(isTooMany ? `最多比较${String(MOST_COMPARED)}个项目，请先去掉一个。` : '');
  }

  #bar(): Element | null {
    return this.#place?.querySelector('.choosing') ?? null;
  }

  /** Boxes before the names; a row that has one keeps it. */
  #offerBoxes(): void {
    this.#begin.remove();
    this.#bar()?.classList.add('begun');
    if (!this.#status.isConnected) this.#bar()?.append(this.#status);
    this.#place?.querySelectorAll<HTMLElement>('tr[data-project], li[data-project]').forEach(addBox);
  }

  #boxes(): readonly HTMLInputElement[] {
    return [...(this.#place?.querySelectorAll<HTMLInputElement>('.pick input') ?? [])];
  }

  /** Says what is picked, here alone: one of several tables is enough to be heard. */
  #showPicked(said = ''): void {
    for (const choice of choices) {
      for (const box of choice.#boxes()) box.checked = picked.has(box.value);
      choice.#status.replaceChildren();
      choice.#clear.remove();
    }
    const boxes = this.#boxes();
    const away = [...picked].filter((key) => boxes.every(({ value }) => value !== key)).length;
    const count = `已选${String(picked.size)}个${away > 0 ? `，其中${String(away)}个不在这里` : ''}。`;
    const hint = picked.size === 1 ? '再选一个，就可以并排比较。' : '';
    this.#status.append(said, count, hint);
    if (picked.size > 1) this.#status.append(wayToComparison());
    if (picked.size > 0) this.#bar()?.append(this.#clear);
  }
}

function wayToComparison(): HTMLElement {
  return element('a', { href: compareAddress([...picked]) }, `并排比较这${String(picked.size)}个项目`);
}

/** A box before the name of a row's project, labelled by it. */
function addBox(row: HTMLElement): void {
  const link = row.querySelector('a');
  const { project = '' } = row.dataset;
  if (link === null || row.querySelector('.pick') !== null) return;
  const box = element('input', { type: 'checkbox', value: project, checked: picked.has(project) });
  box.setAttribute('aria-label', `比较：${link.textContent}`);
  // Beside a heading, which would have the name twice.
  (link.closest('h2') ?? link).before(element('label', { className: 'pick' }, box));
}
