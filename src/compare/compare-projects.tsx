/** @jsxImportSource preact */
/** Shows side by side what the address asks for. */
import { Fragment, render } from 'preact';
import { loadJson } from '../components/load-once.ts';
import { fetchFrom } from '../search/index-reader.ts';
import { SearchEngine } from '../search/search-engine.ts';
import { fromProjectData, type ProjectData } from '../open-data/project-data.ts';
import { editionsIn, listFileOf, type ProjectList } from '../open-data/project-list.ts';
import type { Hit } from '../search/answer.ts';
import { INDEX_FOLDER } from '../search/index-format.ts';
import { projectId } from '../model/project.ts';
import { address, compareAddress } from '../site/addresses.ts';
import { Sentence } from '../views/Sentence.tsx';
import { Comparison, type Compared } from './Comparison.tsx';
import { namesApart } from '../site/names-apart.ts';
import { keepProjects, MOST_COMPARED, readSelection, readWanted, type Wanted } from './selection.ts';

const LETTERS = ['甲', '乙', '丙', '丁'];

/** How many are offered that words find; whoever wants others writes more words. */
const MOST_OFFERED = 8;

const box = document.querySelector<HTMLElement>('.compare');
const status = box?.querySelector<HTMLElement>('.status');
const place = box?.querySelector<HTMLElement>('.comparison');
const form = box?.querySelector('form');
const offered = box?.querySelector<HTMLElement>('.offered');
if (status && place && form && offered) start({ status, place, form, offered });

interface Places {
  readonly status: HTMLElement;
  /** Where the projects stand side by side. */
  readonly place: HTMLElement;
  readonly form: HTMLFormElement;
  /** Where projects stand that could be added. */
  readonly offered: HTMLElement;
}

function start({ status, place, form, offered }: Places): void {
  const engine = new SearchEngine(fetchFrom(address(INDEX_FOLDER)));
  let latest = 0;
  let compared: readonly Compared[] = [];

  /** Goes to another choice; the one before stays in the history. */
  const choose = (keys: readonly string[], said: string) => {
    const to = new URL(location.href);
    to.search = new URL(compareAddress(keys), location.href).search;
    history.pushState(null, '', to);
    render(null, offered);
    void show(said);
  };

  /** Adds a project, or says why not; whether there is such a project. */
  const add = async (wanted: Wanted): Promise<boolean> => {
    const data = await load(wanted);
    if (data === undefined) return false;
    const key = keyOf(data);
    const keys = compared.map((one) => one.key);
    if (keys.includes(key)) status.textContent = '这个项目已经在比较之中。';
    else if (keys.length >= MOST_COMPARED)
      status.textContent = `最多并排比较${String(MOST_COMPARED)}个项目，请先移出一个。`;
    else choose([...keys, key], '已加入。');
    return true;
  };

  /** Adds the project of a code, or offers the projects that some words find; a single one is taken at once. */
  const addAsked = async (words: string) => {
    try {
      const wanted = readWanted(words.normalize('NFKC'));
      if (wanted !== undefined && (await add(wanted))) return;
      const { exact, also } = await engine.ask(words, {}, MOST_OFFERED);
      const hits = [...exact, ...also.flatMap((found) => found.hits)]
        .filter(({ document }) => document.kind === 'project')
        .slice(0, MOST_OFFERED);
      const [first] = hits;
      if (hits.length === 1 && first !== undefined) {
        await add({ key: keyOfHit(first) });
        return;
      }
      render(hits.length === 0 ? null : <Offers hits={hits} take={(key) => void add({ key })} />, offered);
      status.textContent =
        hits.length === 0
          ? `没有找到含“${words}”的项目，请换一个词。`
          : `找到${String(hits.length)}个项目，请在下面选一个。`;
    } catch (error) {
      console.error(error);
      status.textContent = '没有查到，请检查网络后再试，或者填项目编码。';
    }
  };

  const remove = (gone: Compared) => {
    const rest = compared.filter((one) => one !== gone).map(({ key }) => key);
    choose(rest, `已移出“${gone.title}”。`);
    form.hidden = false;
    form.querySelector('input')?.focus();
  };

  /** The choice in the address that is shown. */
  let shown = '';

  const show = async (said = '') => {
    const turn = ++latest;
    shown = location.search;
    const { wanted, complaints } = readSelection(new URLSearchParams(location.search).getAll('p'));
    try {
      const loaded = await Promise.all(wanted.map(load));
      if (turn !== latest) return;
      const missing = wanted.filter((_, index) => loaded[index] === undefined);
      const found = new Map(loaded.flatMap((data) => (data === undefined ? [] : [[keyOf(data), data]])));
      const titles = namesApart([...found.values()]);
      compared = [...found].map(([key, data], index) => ({
        letter: LETTERS[index] ?? String(index + 1),
        title: titles[index] ?? data.name,
        key,
        data,
        project: fromProjectData(data),
      }));
      status.textContent = [
        said,
        ...complaints,
        ...missing.map((one) => `没有找到${nameOf(one)}。`),
        countWords(compared.length),
      ].join('');
      // Another would be refused.
      form.hidden = compared.length >= MOST_COMPARED;
      if (compared.length > 0) keepProjects(compared.map(({ key }) => key));
      render(<Comparison compared={compared} remove={remove} />, place);
    } catch (error) {
      console.error(error);
      if (turn === latest) status.textContent = '项目数据没有取到，请检查网络后再试。';
    }
  };

  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const input = form.querySelector('input');
    const words = input?.value.trim() ?? '';
    if (input === null || words === '') return;
    input.value = '';
    void addAsked(words);
  });
  addEventListener('popstate', () => {
    // Who follows a link within the page chooses no others.
    if (location.search === shown) return;
    render(null, offered);
    void show();
  });
  void show();
}

/** What was found, each with a button that takes it into the comparison. */
function Offers(props: { readonly hits: readonly Hit[]; readonly take: (key: string) => void }) {
  return (
    <ol class="chosen bare">
      {props.hits.map((hit) => {
        const { title, code, facts } = hit.document;
        return (
          <li key={keyOfHit(hit)}>
            <div>
              {title}
              <span class="note">
                {facts.map((fact, index) => (
                  <Fragment key={index}>
                    {index > 0 && ' · '}
                    <Sentence of={fact} />
                  </Fragment>
                ))}
                {code !== '' && ` · ${code}`}
              </span>
            </div>
            <button
              type="button"
              class="plain"
              aria-label={`加入比较：${title}`}
              onClick={() => {
                props.take(keyOfHit(hit));
              }}
            >
              加入
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** A project's address below the site's root is its key. */
const keyOfHit = ({ document: { path } }: Hit) => path.replace(/\/$/, '');

const keyOf = ({ year, department, record }: ProjectData) =>
  projectId({ year, departmentCode: department.code, record });

function nameOf(wanted: Wanted): string {
  if ('key' in wanted) return `项目${wanted.key}`;
  return `${wanted.year === undefined ? '' : `${wanted.year}年的`}项目${wanted.code}`;
}

function countWords(count: number): string {
  if (count === 0) return '还没有选项目。可以在项目页上按“加入比较”，或在下面填名称里的词。';
  if (count === 1) return '只有一个项目，再加一个才能比较。';
  const full = count >= MOST_COMPARED ? '这是最多的个数，移出一个才能再加。' : '';
  return `并排列出${String(count)}个项目。${full}`;
}

/** A project's data; undefined where there is no such project. */
async function load(wanted: Wanted): Promise<ProjectData | undefined> {
  const key = 'key' in wanted ? wanted.key : await latestOf(wanted);
  if (key === undefined) return undefined;
  return (await loadJson(address(`${key}/project.json`))) as ProjectData | undefined;
}

/** The key under which a code stands in its latest year, or in the year asked for. */
async function latestOf({ code, year }: { readonly code: string; readonly year?: string | undefined }) {
  const list = (await loadJson(address(`compare/list/${listFileOf(code)}`))) as ProjectList;
  return editionsIn(list, code).find((key) => year === undefined || key.startsWith(`${year}/`));
}
