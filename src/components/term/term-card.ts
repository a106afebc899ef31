/** Opens a term's explanation below the words in which it stands; without it the link leads to the glossary. */
import { decodeAddress } from '../../model/fragments.ts';
import { element } from '../element.ts';

/** What the card stands below, elsewhere than in a table or among key figures. */
const BLOCKS = 'p, li, dd, h2, caption';

/** The glossary's page is loaded with the first term that is asked for. */
let glossary: Promise<Document> | undefined;

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.term') : null;
  // Whoever opens it in a window of its own is left to.
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  void toggle(link);
});

async function toggle(link: HTMLAnchorElement): Promise<void> {
  const open = document.querySelector<HTMLElement>('.term-card');
  if (open !== null) closeCard(open);
  document.querySelectorAll('a.term[aria-expanded="true"]').forEach((other) => {
    other.setAttribute('aria-expanded', 'false');
  });
  if (open?.dataset.term === link.hash) return;
  try {
    const entry = await entryOf(link);
    const close = () => {
      closeCard(card);
      link.setAttribute('aria-expanded', 'false');
      link.focus();
    };
    const card = cardOf(link, entry, close);
    placeCard(link, card);
    link.setAttribute('aria-expanded', 'true');
    card.focus();
  } catch {
    location.href = link.href;
  }
}

/** The term's section of the glossary. */
async function entryOf({ href, hash }: HTMLAnchorElement): Promise<Element> {
  glossary ??= fetch(href)
    .then((response) => {
      if (!response.ok) throw new Error(`${href}: ${String(response.status)}`);
      return response.text();
    })
    // Only what is read: the policy of this page would complain of the other page's style.
    .then((html) =>
      new DOMParser().parseFromString(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '', 'text/html'),
    );
  glossary.catch(() => (glossary = undefined));
  const heading = (await glossary).getElementById(decodeAddress(hash.slice(1)));
  if (heading?.parentElement == null) throw new Error(`no entry ${hash}`);
  return heading.parentElement;
}

/** Puts a card right below the words that it explains, where the page's structure has room for it. */
function placeCard(link: HTMLAnchorElement, card: HTMLElement): void {
  const row = link.closest('tr');
  const figure = link.closest<HTMLElement>('.figures > div');
  const block = link.closest(BLOCKS);
  if (row !== null) {
    const columns = [...row.cells].reduce((count, { colSpan }) => count + colSpan, 0);
    row.after(element('tr', { className: PLACE }, element('td', { colSpan: columns }, card)));
  } else if (figure !== null) {
    // Below the row of figures in which the word stands: a phone has several.
    const beside = [...(figure.parentElement?.children ?? [])].filter(
      (one): one is HTMLElement => one instanceof HTMLElement && one.offsetTop === figure.offsetTop,
    );
    const name = element('dt', { className: 'hidden' }, '术语');
    beside.at(-1)?.after(element('div', { className: PLACE }, name, element('dd', {}, card)));
  } else if (block?.matches('li, dd, caption') === true) block.append(card);
  else (block ?? link).after(card);
}

/** The row or the cell that was put into the page for a card. */
const PLACE = 'term-place';

function closeCard(card: HTMLElement): void {
  (card.closest(`.${PLACE}`) ?? card).remove();
}

function cardOf(link: HTMLAnchorElement, entry: Element, close: () => void): HTMLElement {
  const term = entry.querySelector('h3')?.textContent ?? '';
  const paragraphs = [...entry.querySelectorAll('p')].map((own) => document.importNode(own, true));
  const button = element('button', { type: 'button', className: 'plain' }, '收起');
  button.addEventListener('click', close);
  const card = element(
    'span',
    { className: 'term-card', tabIndex: -1 },
    element('b', {}, term),
    ...paragraphs.map((own) => element('span', { className: `line ${own.className}` }, ...own.childNodes)),
    element('span', { className: 'line' }, element('a', { href: link.href }, '到术语表里看'), button),
  );
  card.dataset.term = link.hash;
  card.setAttribute('role', 'note');
  card.setAttribute('aria-label', `术语：${term}`);
  card.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  return card;
}
