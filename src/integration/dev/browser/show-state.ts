import { ASK_WARNINGS, WARNINGS, type StateMessage, type WarningsMessage } from '../message.ts';
import { createBadge } from './badge.ts';
import { element } from './element.ts';
import { openDialog } from './findings-dialog.ts';
import { STYLE } from './style.ts';

/** Where it is kept that the reader has closed the overlay of just these errors. */
const CLOSED = 'mingzhang:closed-errors';

let root: ShadowRoot | undefined;
let dialog: HTMLDialogElement | undefined;

/** Shows a state of the content: errors as an overlay over the page, and a badge that lists what else there is. */
export function showState(state: StateMessage): void {
  const own = (root ??= attachRoot());
  const { errors, errorCount, warningCount } = state;
  dialog?.remove();
  dialog = undefined;
  own.querySelector('button.badge')?.remove();
  if (errorCount + warningCount > 0) {
    own.append(
      createBadge(state, () => {
        if (errorCount > 0) showErrors(own, state);
        else import.meta.hot?.send(ASK_WARNINGS, { path: location.pathname });
      }),
    );
  }
  // Whoever closed it wants to see the page, and goes to other pages too; new errors show themselves again.
  if (errorCount > 0 && sessionStorage.getItem(CLOSED) !== JSON.stringify(errors)) showErrors(own, state);
  if (errorCount === 0) sessionStorage.removeItem(CLOSED);
}

function showErrors(own: ShadowRoot, { errors, errorCount }: StateMessage): void {
  dialog?.remove();
  dialog = openDialog(own, {
    role: 'alertdialog',
    title: `内容有${errorCount}个错误`,
    introduction: '网页停在上一次没有错误的内容。改好并保存后，这里会自动消失，网页会更新。',
    findings: errors,
    count: errorCount,
    onClose: () => {
      sessionStorage.setItem(CLOSED, JSON.stringify(errors));
    },
  });
}

if (import.meta.hot) {
  import.meta.hot.on(WARNINGS, ({ warnings, count }: WarningsMessage) => {
    if (root === undefined) return;
    dialog?.remove();
    dialog = openDialog(root, {
      role: 'dialog',
      title: `${count}个警告`,
      introduction:
        '数值照原样公开，旁边附说明。笔误请改正；原文如此的，请在“核对说明”里说明。本页的排在前面。',
      findings: warnings,
      count,
      onClose: () => undefined,
    });
  });
}

/** A tree of its own, so that the page's style and this one leave each other alone. */
function attachRoot(): ShadowRoot {
  const host = element('div', { id: 'mingzhang-dev' });
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.append(element('style', { textContent: STYLE }));
  document.body.append(host);
  return shadow;
}
