/** In every page of the dev server: shows the findings, and loads the page anew when the content has changed. */
import { ASK_STATE, CHANGED, STATE, VERSION_TIMING, type StateMessage } from '../message.ts';
import { element } from './element.ts';
import { openDialog, type DialogContent } from './findings-dialog.ts';
import { STYLE } from './style.ts';

/** Where it is kept that the reader has closed the overlay of just these errors. */
const CLOSED = 'mingzhang:closed-errors';

/** The content that this page was made from; undefined where the browser does not say. */
const version = versionOf(performance.getEntriesByType('navigation')[0]);

let root: ShadowRoot | undefined;
let dialog: HTMLDialogElement | undefined;

if (import.meta.hot) {
  import.meta.hot.on(STATE, (state: StateMessage) => {
    if (version !== undefined && state.version > version) location.reload();
    else showState(state);
  });
  import.meta.hot.on(CHANGED, ask);
  // After a lost connection is found again too, for what was told meanwhile is lost.
  import.meta.hot.on('vite:ws:connect', ask);
  ask();
}

function ask(): void {
  import.meta.hot?.send(ASK_STATE, { path: location.pathname });
}

function versionOf(navigation: PerformanceEntry | undefined): number | undefined {
  if (!(navigation instanceof PerformanceNavigationTiming)) return undefined;
  const timing = navigation.serverTiming.find(({ name }) => name === VERSION_TIMING);
  return timing === undefined ? undefined : Number(timing.description);
}

/** Shows a state of the content: errors as an overlay over the page, and a badge that lists what else there is. */
function showState(state: StateMessage): void {
  const { errors, errorCount, warningCount } = state;
  dialog?.remove();
  root ??= attachRoot();
  root.querySelector('button.badge')?.remove();
  if (errorCount + warningCount > 0) root.append(createBadge(state));
  // Whoever closed it wants to see the page, and goes to other pages too; new errors show themselves again.
  if (errorCount > 0 && sessionStorage.getItem(CLOSED) !== JSON.stringify(errors)) showErrors(state);
  if (errorCount === 0) sessionStorage.removeItem(CLOSED);
}

/** The button in the corner that says how many findings there are and opens their list. */
function createBadge(state: StateMessage): HTMLButtonElement {
  const { errorCount, warningCount, explainedCount } = state;
  const all = explainedCount === warningCount ? '（均已说明）' : `（${explainedCount}个已说明）`;
  const parts = [
    ...(errorCount > 0 ? [`${errorCount}个错误`] : []),
    ...(warningCount > 0 ? [`${warningCount}个警告${explainedCount === 0 ? '' : all}`] : []),
  ];
  const badge = element('button', {
    type: 'button',
    className: errorCount > 0 ? 'badge error' : 'badge',
    textContent: parts.join('，'),
  });
  badge.addEventListener('click', () => {
    if (errorCount > 0) showErrors(state);
    else showWarnings(state);
  });
  return badge;
}

function showErrors({ errors, errorCount }: StateMessage): void {
  const shown = showDialog({
    role: 'alertdialog',
    title: `内容有${errorCount}个错误`,
    introduction: '网页停在上一次没有错误的内容。改好并保存后，这里会自动消失，网页会更新。',
    findings: errors,
    count: errorCount,
  });
  shown.addEventListener('close', () => {
    sessionStorage.setItem(CLOSED, JSON.stringify(errors));
  });
}

function showWarnings({ warnings, warningCount }: StateMessage): void {
  showDialog({
    role: 'dialog',
    title: `${warningCount}个警告`,
    introduction:
      '数值照原样公开，旁边附说明。笔误请改正；原文如此的，请在“核对说明”里说明。本页的排在前面。',
    findings: warnings,
    count: warningCount,
  });
}

function showDialog(content: DialogContent): HTMLDialogElement {
  dialog?.remove();
  dialog = openDialog((root ??= attachRoot()), content);
  return dialog;
}

/** A tree of its own, so that the page's style and this one leave each other alone. */
function attachRoot(): ShadowRoot {
  const host = element('div', { id: 'mingzhang-dev' });
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.append(element('style', { textContent: STYLE }));
  document.body.append(host);
  return shadow;
}
