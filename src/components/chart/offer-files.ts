import { element } from '../search/elements.ts';
import type { ChartParts } from './chart-words.ts';
import type { ChartFile } from './save-chart.ts';

const FILES: readonly { readonly kind: ChartFile; readonly what: string }[] = [
  { kind: 'png', what: '图片' },
  { kind: 'svg', what: '矢量图' },
  { kind: 'csv', what: '数据' },
];

/** Offers a chart's files below it, in the room that the page keeps for them. */
export function offerFiles(parts: ChartParts): void {
  const tools = parts.figure.querySelector('.chart-tools');
  if (tools === null) return;
  const title = parts.figure.querySelector('h3')?.textContent.trim() ?? '';
  const status = element('span', { className: 'chart-saved' });
  status.setAttribute('aria-live', 'polite');
  const buttons = FILES.map(({ kind, what }) => {
    const button = element('button', { type: 'button' }, kind.toUpperCase());
    button.setAttribute('aria-label', `下载${what} ${kind.toUpperCase()}：${title}`);
    button.title = `下载${what}`;
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
