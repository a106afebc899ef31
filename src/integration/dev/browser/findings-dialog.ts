import type { FindingView } from '../message.ts';
import { element } from './element.ts';
import { findingItem } from './finding-item.ts';

export interface DialogContent {
  readonly role: 'alertdialog' | 'dialog';
  readonly title: string;
  readonly introduction: string;
  readonly findings: readonly FindingView[];
  /** How many there are, shown or not. */
  readonly count: number;
  /** Called when the reader closes it. */
  readonly onClose: () => void;
}

/** Opens a list of findings over the page. The browser's own dialog keeps the focus in it and closes on Escape. */
export function openDialog(parent: ShadowRoot, content: DialogContent): HTMLDialogElement {
  const { role, title, introduction, findings, count, onClose } = content;
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
    onClose();
  });
  parent.append(dialog);
  dialog.showModal();
  return dialog;
}
