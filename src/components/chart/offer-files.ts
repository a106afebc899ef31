import { element } from '../element.ts';
import type { ChartParts } from './chart-words.ts';
import type { ChartFile } from './save-chart.ts';

const FILES: readonly { readonly kind: ChartFile; readonly what: string; readonly meaning: string }[] = [
  { kind: 'png', what: '图片', meaning: '图片，可放进文稿或发给别人' },
  { kind: 'svg', what: '大图', meaning: '放大也清楚的图片，适合印刷' },
  { kind: 'csv', what: '表格', meaning: '表格文件，可用Excel打开' },
];

/** Offers a chart's files below it, in the room that the page keeps for them. */
export function offerFiles(parts: ChartParts): void {
  const tools = parts.figure.querySelector('.chart-tools');
  if (tools === null) return;
  const title = parts.figure.querySelector('h3')?.textContent.trim() ?? '';
  const status = element('span', { className: 'chart-saved' });
  status.setAttribute('aria-live', 'polite');
  const buttons = FILES.map(({ kind, what, meaning }) => {
    const button = element('button', { type: 'button' }, `${what} ${kind.toUpperCase()}`);
    button.setAttribute('aria-label', `下载${what} ${kind.toUpperCase()}：${title}`);
    button.title = `下载${meaning}`;
    button.addEventListener('click', () => {
      void save(parts, kind, status);
    });
    return button;
  });
  const list = element('div', { className: 'chart-files' }, element('span', {}, '下载'), ...buttons);
  list.setAttribute('role', 'group');
  list.setAttribute('aria-label', `下载：${title}`);
  tools.append(list, status);
}

async function save(parts: ChartParts, kind: ChartFile, status: HTMLElement): Promise<void> {
  try {
    const { saveChart } = await import('./save-chart.ts');
    status.textContent = `已生成“${await saveChart(parts, kind)}”。`;
  } catch (error) {
    console.error(error);
    status.textContent = '文件没有生成，请换一种格式，或者用表格里的数字。';
  }
}
