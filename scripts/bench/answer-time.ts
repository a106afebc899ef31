import type { Locator, Page } from 'playwright-core';

declare global {
  interface Window {
    /** While an answer is measured: the milliseconds that it took. */
    benchAnswer?: Promise<number>;
  }
}

/** Between two characters, in milliseconds: a quick typist, quicker than a box waits. */
const KEY_PAUSE = 60;

/** Where the answer is announced: a search names the query, so that it can be typed; into others it is pasted. */
export type AnswerKind = 'typed' | 'pasted';

/**
 * Puts a query into the page's search box and gives the milliseconds from its last character until the status tells
 * of its answer, at the next frame. Includes the pause by which the page tells that typing has ended.
 */
export async function answerTime(page: Page, query: string, kind: AnswerKind = 'typed'): Promise<number> {
  const box = page.locator('main input[type="search"]').first();
  await empty(page, box);
  await page.evaluate(watchForAnswer, { named: kind === 'typed' ? `“${query}”` : '' });
  await (kind === 'typed' ? box.pressSequentially(query, { delay: KEY_PAUSE }) : box.fill(query));
  return await page.evaluate(() => window.benchAnswer ?? Number.NaN);
}

/** Empties the box and waits until the answer is gone: two queries in a row may have the same one, which is no change. */
async function empty(page: Page, box: Locator): Promise<void> {
  if ((await box.inputValue()) === '') return;
  const before = await page.locator('main [role="status"]').first().textContent();
  await box.fill('');
  await page.waitForFunction(
    (text) => document.querySelector('main [role="status"]')?.textContent !== text,
    before,
  );
}

/** Runs in the page. */
function watchForAnswer({ named }: { readonly named: string }): void {
  window.benchAnswer = new Promise((resolve, reject) => {
    const box = document.querySelector('main input[type="search"]');
    const status = document.querySelector('main [role="status"]');
    if (box === null || status === null) throw new Error('no search box');
    let typed: number | undefined;
    const onInput = () => {
      typed = performance.now();
    };
    box.addEventListener('input', onInput, { capture: true });
    const observer = new MutationObserver(() => {
      const { textContent } = status;
      // A page may say first that it is searching.
      if (typed === undefined || !textContent.includes(named) || textContent.startsWith('正在')) return;
      const since = typed;
      end();
      requestAnimationFrame(() => {
        resolve(performance.now() - since);
      });
    });
    const timer = setTimeout(() => {
      end();
      reject(new Error(`no answer within 60 s: ${status.textContent}`));
    }, 60_000);
    const end = () => {
      clearTimeout(timer);
      observer.disconnect();
      box.removeEventListener('input', onInput, { capture: true });
    };
    observer.observe(status, { childList: true, characterData: true, subtree: true });
  });
  // The failure is told where the answer is awaited.
  window.benchAnswer.catch(() => undefined);
}
