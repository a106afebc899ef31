/** The page on which a clerk imports documents: choose, read the report, then write or download. */
import { element } from '../../components/element.ts';
import { saveFile } from '../../components/save-file.ts';
import type { AskedImport, ImportAnswer, WriteAnswer } from '../message.ts';
import { askServer, askToPublish, Refusal } from './ask-server.ts';
import { get } from './get-element.ts';
import { showPreview } from './show-preview.ts';
import { readAnswers, showQuestions } from './show-questions.ts';
import { filesToReplace, showChecks, showReport } from './show-report.ts';

const form = get('ask', HTMLFormElement);
const drop = get('drop', HTMLElement);
const input = get('files', HTMLInputElement);
const chosen = get('chosen', HTMLElement);
const questions = get('questions', HTMLElement);
const answers = get('answers', HTMLElement);
const status = get('status', HTMLElement);
const result = get('result', HTMLElement);

/** Set as the page is bundled. The server refuses more itself, but a browser may not show why. */
declare const MOST_BYTES: number;

let documents: readonly File[] = [];
let seen = '';
/** Counts what was asked, so that an answer to something older is not shown. */
let asking = 0;

input.addEventListener('change', () => {
  choose([...(input.files ?? [])]);
  // The same file chosen again, after it was saved anew, is a choice too.
  input.value = '';
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void readDocuments();
});
// What is dropped beside the zone would be opened in place of this page.
addEventListener('dragover', (event) => {
  event.preventDefault();
  drop.classList.add('over');
});
addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) drop.classList.remove('over');
});
addEventListener('drop', (event) => {
  event.preventDefault();
  drop.classList.remove('over');
  choose([...(event.dataTransfer?.files ?? [])]);
});

result.addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLElement)) return;
  const { preview: path } = target.dataset;
  if (path !== undefined) void showPreview(path, documents, asked());
});

function choose(files: readonly File[]): void {
  if (files.length === 0) return;
  documents = files;
  chosen.replaceChildren(...files.map(({ name }) => element('li', {}, name)));
  questions.hidden = true;
  answers.replaceChildren();
  void readDocuments();
}

const asked = (): AskedImport => ({ ...readAnswers(answers), replace: filesToReplace(result), seen });

function say(words: string, isRefusal = false): void {
  status.textContent = words;
  status.classList.toggle('refused', isRefusal);
}

/** Does something that the server is asked for, and says it where that was refused. */
async function attempt(words: string, work: (isLatest: () => boolean) => Promise<void>): Promise<void> {
  const own = (asking += 1);
  const isLatest = () => own === asking;
  say(words);
  try {
    await work(isLatest);
  } catch (error) {
    if (!isLatest()) return;
    if (!(error instanceof Refusal)) throw error;
    refuse(error);
  }
}

function refuse({ message, questions: left }: Refusal): void {
  if (left.length === 0) {
    say(message, true);
    return;
  }
  say('文件里有几项没有写明，请在下面填写。', true);
  showQuestions(answers, left, readAnswers(answers));
  const reasons = element('p', { className: 'lines' }, message);
  reasons.setAttribute('role', 'note');
  answers.prepend(reasons);
  questions.hidden = false;
  answers.querySelector<HTMLElement>('input, select')?.focus();
}

async function readDocuments(): Promise<void> {
  result.hidden = true;
  result.replaceChildren();
  await attempt('正在读取……', async (isLatest) => {
    if (documents.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) {
      throw new Refusal({
        message: `选的文件一共超过${MOST_BYTES / 1024 / 1024} MiB，请分几次导入。`,
        questions: [],
      });
    }
    const response = await askServer('report', documents, asked());
    const answer = (await response.json()) as ImportAnswer;
    if (isLatest()) show(answer);
  });
}

function show(answer: ImportAnswer): void {
  // The answers can still be changed; why they were asked for is settled.
  answers.querySelector('.lines')?.remove();
  seen = answer.seen;
  const checks = element('div', {}, ...showChecks(answer.report));
  const write = element('button', { type: 'button' });
  const download = element('button', { type: 'button', className: 'plain' });
  const label = ({ files }: ImportAnswer['report']) => {
    const count = files.filter(({ written }) => written).length;
    write.textContent = `写入${count}个文件`;
    download.textContent = `下载这${count}个文件（zip）`;
    write.disabled = download.disabled = count === 0;
  };
  label(answer.report);
  result.replaceChildren(
    ...showReport(answer, checks),
    element('div', { className: 'buttons' }, write, download),
  );
  result.hidden = false;
  const title = result.querySelector('h2');
  if (title !== null) {
    title.tabIndex = -1;
    title.focus();
  }
  say('读完了。请看下面的报告，还没有写入任何文件。');

  for (const box of result.querySelectorAll('input[name=replace]')) {
    box.addEventListener('change', () => {
      write.disabled = download.disabled = true;
      void attempt('正在检查将要写入的文件……', async (isLatest) => {
        const response = await askServer('report', documents, asked());
        const { report, seen: now } = (await response.json()) as ImportAnswer;
        if (!isLatest()) return;
        if (now !== seen)
          throw new Refusal({ message: '内容刚才有改动，请重新选择文件，再看一遍报告。', questions: [] });
        checks.replaceChildren(...showChecks(report));
        label(report);
        say('选好了要替换的文件，检查结果已更新。');
      });
    });
  }
  download.addEventListener('click', () => {
    void attempt('正在打包……', async () => {
      saveFile('content.zip', await (await askServer('zip', documents, asked())).blob());
      say('已下载。解压后放进 content 文件夹。');
    });
  });
  write.addEventListener('click', () => {
    write.disabled = download.disabled = true;
    void attempt('正在写入……', async () => {
      try {
        showWritten((await (await askServer('write', documents, asked())).json()) as WriteAnswer);
      } finally {
        write.disabled = download.disabled = false;
      }
    });
  });
}

/** What was written, and the way to its pages once they show it. */
function showWritten({ written, departments, toPublish }: WriteAnswer): void {
  const links = departments.map(({ name, path }) =>
    element('li', {}, element('a', { href: `../${path}` }, `${name}的网页`)),
  );
  questions.hidden = true;
  const showLinks = (words: string) => {
    say(words);
    result.replaceChildren(element('ul', {}, ...links));
    result.querySelector('a')?.focus();
  };
  if (!toPublish) {
    showLinks(`已写入${written}个文件，可以在网页上查看。`);
    return;
  }
  result.replaceChildren();
  void attempt(`已写入${written}个文件，正在重新生成网站……`, async () => {
    if (await askToPublish()) showLinks(`已写入${written}个文件，网站已重新生成。`);
    else
      say(`已写入${written}个文件，但网站没有重新生成：内容有错误，终端里已列出。改正后请重新运行。`, true);
  });
}
