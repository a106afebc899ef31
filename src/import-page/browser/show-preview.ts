import { element } from '../../components/element.ts';
import type { AskedImport, PreviewAnswer } from '../message.ts';
import { askServer, Refusal, sayLeft } from './ask-server.ts';
import { get } from './get-element.ts';

const preview = get('preview', HTMLElement);
const title = get('preview-title', HTMLElement);
const status = get('preview-status', HTMLElement);
const main = document.querySelector('main') ?? document.body;

/** Leaves the preview that is open; undefined where none is. */
let leave: (() => void) | undefined;

get('leave', HTMLButtonElement).addEventListener('click', () => leave?.());
preview.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') leave?.();
});

addEventListener('pagehide', sayLeft);

/**
 * Shows a page of the site as it would be, in place of the report, or why it cannot be shown; what is open is left by
 * the button or with Escape. From the page all others can be reached.
 */
export async function showPreview(
  path: string,
  documents: readonly File[],
  asked: AskedImport,
): Promise<void> {
  const opener = document.activeElement;
  const place = scrollY;
  const own = (leave = () => {
    leave = undefined;
    preview.querySelector('iframe')?.remove();
    preview.hidden = true;
    main.hidden = false;
    scrollTo(0, place);
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  });
  status.textContent = '正在按将要写入的文件生成网页，请稍候……';
  main.hidden = true;
  preview.hidden = false;
  title.focus();
  try {
    const response = await askServer('preview', documents, asked);
    const { url } = (await response.json()) as PreviewAnswer;
    if (leave !== own) return;
    status.textContent = '';
    preview.append(element('iframe', { src: `${url}${path}`, title: '预览的网页' }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (leave === own) status.textContent = error.message;
  }
}
