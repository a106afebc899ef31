/** The look of badge and overlay. Carets are drawn by the style: they are no part of the excerpt's text. */
export const STYLE = `
:host { all: initial; }
* { box-sizing: border-box; }
.badge, dialog {
  color: #1c1a18;
  font: 16px/1.6 system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif;
}
.badge {
  position: fixed; inset: auto 16px 16px auto; z-index: 1;
  padding: 6px 16px; border: 2px solid #8a5a00; border-radius: 4px; background: #fff4d6; cursor: pointer;
}
.badge.error { border-color: #9b1c1f; background: #9b1c1f; color: #fff; }
dialog {
  width: min(1000px, calc(100vw - 32px)); max-height: calc(100vh - 32px); overflow: auto;
  padding: 0 24px 24px; border: 0; border-top: 6px solid #8a5a00; background: #fff;
}
dialog.error { border-top-color: #9b1c1f; }
dialog::backdrop { background: rgb(28 26 24 / 55%); }
header {
  position: sticky; top: 0; display: flex; gap: 16px; align-items: center; justify-content: space-between;
  padding: 16px 0 8px; background: #fff; z-index: 1;
}
h2 { margin: 0; font-size: 22px; line-height: 1.4; }
header button {
  flex: none; padding: 4px 12px; border: 1px solid #5c5750; border-radius: 4px;
  background: #fff; color: inherit; font: inherit; cursor: pointer;
}
:focus-visible { outline: 3px solid #1a5fb4; outline-offset: 2px; }
p { margin: 4px 0; overflow-wrap: anywhere; }
ol { margin: 16px 0 0; padding: 0; list-style: none; }
li { padding: 12px 0; border-top: 1px solid #d9d4cb; }
code, pre, .rule { font-family: ui-monospace, 'Cascadia Mono', Consolas, 'Noto Sans Mono CJK SC', monospace; }
code, .rule { font-size: 14px; }
strong.error { color: #9b1c1f; }
strong.warning { color: #8a5a00; }
.message { white-space: pre-line; }
pre {
  margin: 8px 0; padding: 8px 12px 20px; overflow-x: auto;
  background: #f8f6f2; font-size: 14px; line-height: 1.5;
}
mark {
  position: relative; display: inline-block; min-width: 1ch; min-height: 1lh; vertical-align: top;
  background: none; color: #9b1c1f;
}
mark::after {
  content: '${'^'.repeat(300)}'; content: '${'^'.repeat(300)}' / '';
  position: absolute; inset: 1.35em 0 auto; height: 1.2em; overflow: hidden; user-select: none;
}
@media print { .badge, dialog { display: none; } }
`;
