import { LOOKS } from './looks.ts';
import type { Screenshot } from './take-screenshots.ts';

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A page that shows all pictures: a heading a view, a row a look, the widths side by side. */
export function contactSheet(shots: readonly Screenshot[]): string {
  const views = [...new Set(shots.map(({ view }) => view.name))];
  const figure = ({ file, width, faults }: Screenshot) => `<figure>
  <a href="${escape(file)}"><img src="${escape(file)}" width="${String(Math.round(width / 3))}" loading="lazy" alt=""></a>
  <figcaption>${String(width)}${faults.map((fault) => `<br>${escape(fault)}`).join('')}</figcaption>
</figure>`;
  const row = (view: string, name: string, title: string) => {
    const ofLook = shots.filter((shot) => shot.view.name === view && shot.look.name === name);
    return ofLook.length === 0
      ? ''
      : `<h3>${escape(title)}</h3>\n<div>\n${ofLook.map(figure).join('\n')}\n</div>`;
  };
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>网页的图片</title>
<style>
body { font: 16px/1.5 sans-serif; margin: 2rem; background: #ddd; }
div { display: flex; gap: 1rem; align-items: flex-start; flex-wrap: wrap; }
figure { margin: 0; }
figcaption { font-size: 12px; max-width: 20rem; }
</style>
<h1>网页的图片</h1>
<nav>${views.map((view) => `<a href="#${escape(view)}">${escape(view)}</a>`).join(' · ')}</nav>
${views
  .map(
    (view) =>
      `<h2 id="${escape(view)}">${escape(view)}</h2>\n${LOOKS.map(({ name, title }) => row(view, name, title)).join('\n')}`,
  )
  .join('\n')}
</html>
`;
}
