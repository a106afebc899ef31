import type { Excerpt, FindingView } from '../message.ts';
import { element } from './element.ts';

export interface DialogContent {
  readonly role: 'alertdialog' | 'dialog';
  readonly title: string;
  readonly introduction: string;
  readonly findings: readonly FindingView[];
  /** How many there are, shown or not. */
  readonly count: number;
}

/** Opens a list of findings over the page. The browser's own dialog keeps the focus in it and closes on Escape. */
export function openDialog(parent: ShadowRoot, content: DialogContent): HTMLDialogElement {
  const { role, title, introduction, findings, count } = content;
  const close = element('button', { type: 'button', textContent: '关闭（Esc）' });
  const list = element('ol', { tabIndex: 0 }, ...findings.map(findingItem));
  list.setAttribute('aria-label', title);
  const dialog = element(
    'dialog',
    { className: role === 'alertdialog' ? 'error' : '' },
    element('header', {}, element('h2', { id: 'title', textContent: title }), close),
    element('p', { id: 'introduction', textContent: introduction }),
    list,
  );
  if (count > findings.length) {
    const rest = `另有${count - findings.length}个没有列出，可以用 npm run check 查看全部。`;
    dialog.append(element('p', { textContent: rest }));
  }
  dialog.setAttribute('role', role);
  dialog.setAttribute('aria-labelledby', 'title');
  dialog.setAttribute('aria-describedby', 'introduction');
  close.addEventListener('click', () => {
    dialog.close();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
  });
  parent.append(dialog);
  dialog.showModal();
  return dialog;
}

/** One finding in a list, in the words and the order of `npm run check`. */
function findingItem(finding: FindingView): HTMLLIElement {
  const { place, severity, severityName, rule, message, excerpt, hint, explanation, page } = finding;
  const item = element(
    'li',
    {},
    element(
      'p',
      { className: 'place' },
      element('code', { textContent: place }),
      ' ',
      element('strong', { className: severity, textContent: severityName }),
      ' ',
      element('span', { className: 'rule', textContent: rule }),
    ),
    element('p', { className: 'message', textContent: message }),
  );
  if (excerpt !== undefined) item.append(excerptBlock(excerpt));
  if (explanation !== undefined) item.append(element('p', { textContent: `已说明：${explanation}` }));
  else if (hint !== undefined) item.append(element('p', { textContent: `提示：${hint}` }));
  if (page !== undefined && !location.pathname.endsWith(`/${page}`)) {
    const href = `${import.meta.env.BASE_URL.replace(/\/*$/, '/')}${page}`;
    item.append(element('p', {}, element('a', { href, textContent: '打开这个项目的网页' })));
  }
  return item;
}

/** The lines with their numbers; the style draws the caret below the value, as wide as it is in the font. */
function excerptBlock({ line, lineBefore, before, value, after }: Excerpt): HTMLPreElement {
  const width = String(line).length;
  const number = (of: number) => `${String(of).padStart(width)} | `;
  const block = element('pre', { tabIndex: 0 });
  block.setAttribute('aria-label', `第${line}行`);
  if (lineBefore !== undefined) block.append(`${number(line - 1)}${lineBefore}\n`);
  block.append(number(line), before, element('mark', { textContent: value }), after);
  return block;
}
