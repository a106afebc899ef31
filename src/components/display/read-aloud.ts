/** Reads the page aloud with the browser's own voice, where it has one; the block that is read is marked. */

const BLOCKS = ['h1', 'h2', 'h3', 'p', 'li', 'dt', 'dd', 'caption', 'tr'];
const LEFT_OUT = 'nav, form, .display, .hidden, .drawing, [aria-hidden="true"], [hidden=""]';
const NO_VOICE = '这台设备没有可用的朗读声音';

/** How long a voice may take to begin, in milliseconds. Without one some browsers neither speak nor say so. */
const LONGEST_SILENCE = 4000;

export function offerReading(button: HTMLButtonElement, status: HTMLElement): void {
  if (!('speechSynthesis' in window)) return;
  const voice = window.speechSynthesis;
  button.hidden = false;
  let marked: Element | undefined;
  let turn = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const mark = (block: Element | undefined) => {
    marked?.classList.remove('being-read');
    marked = block;
    marked?.classList.add('being-read');
    marked?.scrollIntoView({ block: 'nearest' });
  };
  const stop = () => {
    turn += 1;
    clearTimeout(silence);
    voice.cancel();
    mark(undefined);
    button.textContent = '朗读本页';
  };
  const giveUp = () => {
    stop();
    button.textContent = NO_VOICE;
    status.textContent = `${NO_VOICE}。`;
  };
  const read = (blocks: readonly Element[], own: number) => {
    const [block, ...rest] = blocks;
    if (own !== turn) return;
    if (block === undefined) {
      stop();
      return;
    }
    const words = new SpeechSynthesisUtterance(wordsOf(block));
    words.lang = 'zh-CN';
    words.onstart = () => {
      clearTimeout(silence);
    };
    words.onend = () => {
      clearTimeout(silence);
      read(rest, own);
    };
    words.onerror = ({ error }) => {
      if (own !== turn || error === 'canceled' || error === 'interrupted') return;
      giveUp();
    };
    mark(block);
    voice.speak(words);
  };
  button.addEventListener('click', () => {
    if (marked !== undefined) {
      stop();
      return;
    }
    const blocks = [...document.querySelectorAll(BLOCKS.map((name) => `main ${name}`).join())].filter(isRead);
    button.textContent = '停止朗读';
    turn += 1;
    clearTimeout(silence);
    silence = setTimeout(giveUp, LONGEST_SILENCE);
    read(blocks, turn);
  });
  addEventListener('pagehide', stop);
}

/** A block that can be seen, has words, and has no smaller block in it that is read by itself. */
function isRead(block: Element): boolean {
  if (block.closest(LEFT_OUT) !== null || block.getClientRects().length === 0) return false;
  return block.querySelector(BLOCKS.join()) === null && block.textContent.trim() !== '';
}

/** The cells of a row are parted, and the marks of pages are words. */
function wordsOf(block: Element): string {
  const cells = block instanceof HTMLTableRowElement ? [...block.cells] : [block];
  return cells
    .map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('，')
    .replaceAll('≥', '不低于')
    .replaceAll('≤', '不高于');
}
