import { LOOKS } from './looks.ts';

/** A picture that was taken of a view in a look. */
export interface Screenshot {
  readonly view: string;
  readonly look: string;
  /** Of the window, in CSS pixels. */
  readonly width: number;
  /** Below the folder of all pictures, for example `project/dark-390.png`. */
  readonly file: string;
}

/** A page that shows all pictures: a heading a view, a row a look, the widths side by side. */
export function contactSheet(shots: readonly Screenshot[]): string {
  const views = [...new Set(shots.map(({ view }) => view))];
  const figure = ({ file, width }: Screenshot) => `<figure>
  <a href="${file}"><img src="${file}" width="${String(Math.round(width / 3))}" loading="lazy" alt=""></a>
  <figcaption>${String(width)}</figcaption>
</figure>`;
  const row = (view: string, { name, title }: (typeof LOOKS)[number]) => {
    const ofLook = shots.filter((shot) => shot.view === view && shot.look === name);
    return ofLook.length === 0 ? '' : `<h3>${title}</h3>\n<div>\n${ofLook.map(figure).join('\n')}\n</div>`;
  };
  const part = (view: string) =>
    `<h2 id="${view}">${view}</h2>\n${LOOKS.map((look) => row(view, look)).join('\n')}`;
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>网页的图片</title>
<style>
body { font: 16px/1.5 sans-serif; margin: 2rem; background: #ddd; }
div { display: flex; gap: 1rem; align-items: flex-start; flex-wrap: wrap; }
figure { margin: 0; }
figcaption { font-size: 12px; }
</style>
<h1>网页的图片</h1>
<nav>${views.map((view) => `<a href="#${view}">${view}</a>`).join(' · ')}</nav>
${views.map(part).join('\n')}
</html>
`;
}
