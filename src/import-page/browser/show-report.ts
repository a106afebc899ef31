import { element } from '../../components/element.ts';
import { SEVERITY_NAMES } from '../../files/finding.ts';
import type { ReportedFile } from '../../documents/report-import.ts';
import type { ImportAnswer, ProjectView } from '../message.ts';

/** How many of one kind are listed; of more it is said how many there are. */
const MOST = 200;

/** How many projects are named without being asked for. */
const FEW = 5;

type Report = ImportAnswer['report'];

/** The report of an import, in the order in which one decides by it; the checks have a place of their own. */
export function showReport(
  { report, sentences, totals, projects, departments }: ImportAnswer,
  checks: HTMLElement,
): readonly HTMLElement[] {
  const { documents, files, absent } = report;
  const of = (status: ReportedFile['status']) => files.filter((file) => file.status === status);
  const [added, extended, same, different] = [of('new'), of('extended'), of('same'), of('different')];
  return [
    heading('读出了什么'),
    ...documents.flatMap(({ file, kind }, place) => [
      element('p', {}, element('strong', {}, file), `：${kind}`),
      list(sentences[place]?.departments ?? []),
    ]),
    ...(totals.length === 0 ? [] : [element('p', {}, element('strong', {}, '合计')), list(totals)]),
    element(
      'div',
      { className: 'buttons' },
      ...departments.map(({ name, path }) => previewButton(`预览${name}的网页`, path)),
    ),
    element(
      'details',
      { open: projects.length <= FEW },
      element('summary', {}, `逐个看这${projects.length}个项目`),
      ...projects.map(projectDetails),
    ),
    heading('没有读懂、请核对的'),
    ...showUnderstood(documents.map((document, place) => [document, sentences[place]?.labels ?? []])),
    heading('将要写入的文件'),
    element(
      'p',
      {},
      `新增${added.length}个文件，${extended.length === 0 ? '' : `补充${extended.length}个，`}相同${same.length}个，不同${different.length}个。${
        different.length === 0 ? '' : '不同的保留原样；要换成官方文件里的，请勾选。'
      }`,
    ),
    ...(added.length === 0 ? [] : [details(`新增的${added.length}个文件`, added.map(nameOf))]),
    ...(extended.length === 0 ? [] : [list(extended.flatMap(additionsOf))]),
    ...different.map(differentFile),
    ...(absent.length === 0
      ? []
      : [
          element('h3', {}, '官方文件里没有、内容里有的项目，保留不动'),
          list(absent.map(({ file, name }) => `${name}（${file}）`)),
        ]),
    heading('检查结果'),
    checks,
  ];
}

/** What the checks say of the files that would be written now. */
export function showChecks({ files, checks }: Report): readonly HTMLElement[] {
  if (!files.some(({ written }) => written)) return [element('p', {}, '没有要写入的文件。')];
  const { errors, warnings, information, findings } = checks;
  const items = findings
    .slice(0, MOST)
    .map(({ severity, file, line, message, hint }) =>
      element(
        'li',
        {},
        element('strong', { className: severity }, SEVERITY_NAMES[severity]),
        ` ${message}${hint === null ? '' : `提示：${hint}`} `,
        element('code', {}, `${file}:${line}`),
      ),
    );
  const rest = findings.length - items.length;
  return [
    element(
      'p',
      {},
      `将要写入的文件有${errors}个错误，${warnings}个警告，${information}条提示。${
        errors > 0 ? '有错误的内容可以写入，改正以前不能发布。' : ''
      }`,
    ),
    ...(items.length === 0
      ? []
      : [
          element(
            'details',
            { open: errors > 0 },
            element('summary', {}, '逐条列出'),
            element('ul', { className: 'findings' }, ...items),
            ...(rest > 0
              ? [element('p', {}, `另有${rest}条没有列出，写入后可以用 npm run check 查看。`)]
              : []),
          ),
        ]),
  ];
}

/** The files that the clerk has chosen to replace. */
export function filesToReplace(place: HTMLElement): readonly string[] {
  return [...place.querySelectorAll<HTMLInputElement>('input[name=replace]:checked')].map(
    ({ value }) => value,
  );
}

/** What was not understood of each document; those that were understood whole are counted where they are many. */
function showUnderstood(
  documents: readonly (readonly [document: Report['documents'][number], labels: readonly string[]])[],
): readonly HTMLElement[] {
  const all = documents.map(([document, labels]) => ({
    ...document,
    parts: notUnderstood(document, labels),
  }));
  const whole = all.filter(({ parts }) => parts.length === 0);
  const names = whole.length > FEW ? `${whole.length}份文件` : whole.map(({ file }) => file).join('、');
  return [
    ...all
      .filter(({ parts }) => parts.length > 0)
      .flatMap(({ file, parts }) => [element('p', {}, `${file}：`), ...parts]),
    ...(whole.length === 0 ? [] : [element('p', {}, `${names}：全部读懂了。`)]),
  ];
}

function notUnderstood(
  { lost, notes, leftOut }: Report['documents'][number],
  labels: readonly string[],
): readonly HTMLElement[] {
  const told = (all: typeof lost) =>
    all.map(({ place, message }) => `${place === '' ? '' : `${place}：`}${message}。`);
  return [
    ...(lost.length === 0 ? [] : [element('h3', {}, '没有写入的内容'), list(told(lost))]),
    ...(notes.length === 0 ? [] : [details(`请对照原文核对的${notes.length}处`, told(notes))]),
    ...(labels.length === 0 ? [] : [element('p', { className: 'lines' }, labels.join('\n'))]),
    ...(leftOut.length === 0
      ? []
      : [
          details(
            `不是项目内容、没有收录的${leftOut.length}格`,
            leftOut.map(({ place, text, reason }) => `${place}：“${text}”（${reason}）`),
          ),
        ]),
  ];
}

/** What a file is extended by, which changes nothing that it says. */
const additionsOf = (file: ReportedFile): readonly string[] =>
  file.changes.map(({ field, after }) => `补充 ${nameOf(file)}，${field}：${after ?? ''}`);

const isSource = ({ file }: ReportedFile): boolean => file.includes('/sources/');
const OTHER_SOURCE =
  '内容里存着另一份同名的官方文件。替换了项目的，这一份也要替换：公众下载的，才是网页照着写的那一份。';

function differentFile(file: ReportedFile): HTMLElement {
  const { changes, lostComments, lostNotes } = file;
  const box = element('input', { type: 'checkbox', name: 'replace', value: file.file });
  const warnings = [
    ...lostComments.map((comment) => `批注“${comment}”所在的行没有了，替换后批注也没有了。`),
    ...lostNotes.map((note) => `${note}所说的值在新文件里没有了，请改正“位置”或删去。`),
  ];
  const cell = (label: string, text: string | null) => {
    const isBlank = text === null || text === '';
    const made = element(
      'td',
      { className: isBlank ? 'blank' : '' },
      text === null ? '没有' : text || '空白',
    );
    made.dataset.label = label;
    return made;
  };
  return element(
    'div',
    { className: 'file' },
    element('label', {}, box, element('span', {}, `替换 ${nameOf(file)}`)),
    ...(changes.length === 0
      ? [element('p', {}, isSource(file) ? OTHER_SOURCE : '没有哪一栏不同，只是文件不完全一样。')]
      : [
          table(
            `${nameOf(file)}的改动`,
            ['栏目', '现在的内容', '官方文件'],
            changes.map(({ field, before, after }) =>
              element('tr', {}, rowHead(field), cell('现在的内容', before), cell('官方文件', after)),
            ),
            'changes',
          ),
        ]),
    ...(warnings.length === 0 ? [] : [list(warnings.map((warning) => `注意：${warning}`))]),
  );
}

function projectDetails({ title, path, fields, columns, rows }: ProjectView): HTMLElement {
  const facts = fields.map(([label, text]) => element('tr', {}, rowHead(label), element('td', {}, text)));
  const indicators = rows.map((texts) => element('tr', {}, ...texts.map((text) => element('td', {}, text))));
  const name = `${title}的绩效指标`;
  const scroll = element('div', { className: 'scroll', tabIndex: 0 }, table(name, columns, indicators));
  scroll.setAttribute('role', 'region');
  scroll.setAttribute('aria-label', name);
  return element(
    'details',
    {},
    element('summary', {}, title),
    element('p', {}, previewButton('预览这个项目的网页', path)),
    table(title, [], facts, 'project'),
    ...(rows.length === 0 ? [] : [scroll]),
  );
}

/** Asks for a page as it would be; whoever shows the report listens. */
function previewButton(words: string, path: string): HTMLElement {
  const button = element('button', { type: 'button', className: 'plain' }, words);
  button.dataset.preview = path;
  return button;
}

const heading = (text: string) => element('h2', {}, text);

const nameOf = ({ file, name }: ReportedFile) => `${file}${name === '' ? '' : `（${name}）`}`;

function rowHead(text: string): HTMLElement {
  return element('th', { scope: 'row' }, text);
}

/** A table; its name is for those who do not see what it stands below. */
function table(
  name: string,
  columns: readonly string[],
  rows: readonly HTMLElement[],
  className = '',
): HTMLElement {
  const heads = columns.map((text) => element('th', { scope: 'col' }, text));
  const made = element(
    'table',
    { className },
    ...(heads.length === 0 ? [] : [element('thead', {}, element('tr', {}, ...heads))]),
    element('tbody', {}, ...rows),
  );
  made.setAttribute('aria-label', name);
  return made;
}

function list(texts: readonly string[]): HTMLElement {
  const items = texts.slice(0, MOST).map((text) => element('li', {}, text));
  const rest = texts.length - items.length;
  return element('ul', {}, ...items, ...(rest > 0 ? [element('li', {}, `……还有${rest}处`)] : []));
}

const details = (summary: string, texts: readonly string[]): HTMLElement =>
  element('details', {}, element('summary', {}, summary), list(texts));
