import type { ChartDescription } from '../../charts/chart.ts';
import { element } from '../element.ts';
import type { ChartFile } from './save-chart.ts';

const FILES: readonly { readonly kind: ChartFile; readonly what: string; readonly meaning: string }[] = [
  { kind: 'png', what: '图片', meaning: '图片，可放进文稿或发给别人' },
  { kind: 'svg', what: '大图', meaning: '放大也清楚的图片，适合印刷' },
  { kind: 'csv', what: '表格', meaning: '表格文件，可用Excel打开' },
];

/**
 * Offers a chart's files below it, in the room that the page keeps for them: beside the table that lies on the site as a
 * file, or with one that is made here.
 */
export function offerFiles(figure: HTMLElement, chart: ChartDescription, source: string | undefined): void {
  const tools = figure.querySelector('.chart-tools');
  if (tools === null) return;
  const { title } = chart;
  const status = element('span', { className: 'chart-saved' });
  status.setAttribute('aria-live', 'polite');
  const own = tools.querySelector('.chart-files');
  const buttons = FILES.filter(({ kind }) => own === null || kind !== 'csv').map(
    ({ kind, what, meaning }) => {
      const button = element(
        'button',
        { type: 'button', className: 'offer' },
        `${what} ${kind.toUpperCase()}`,
      );
      button.setAttribute('aria-label', `下载${what} ${kind.toUpperCase()}：${title}`);
      button.title = `下载${meaning}`;
      button.addEventListener('click', () => {
        void save(kind, status, chart, source);
      });
      return button;
    },
  );
  if (own === null) {
    const list = element('div', { className: 'chart-files' }, element('span', {}, '下载'), ...buttons);
    list.setAttribute('role', 'group');
    list.setAttribute('aria-label', `下载：${title}`);
    tools.append(list);
  } else own.firstElementChild?.after(...buttons);
  tools.append(status);
}

async function save(
  kind: ChartFile,
  status: HTMLElement,
  chart: ChartDescription,
  source: string | undefined,
): Promise<void> {
  try {
    const { saveChart } = await import('./save-chart.ts');
    status.textContent = `已生成“${await saveChart(kind, chart, source)}”。`;
  } catch (error) {
    console.error(error);
    status.textContent = '文件没有生成，请换一种格式，或者用表格里的数字。';
  }
}
