/** Shows side by side what the address asks for. */
import { MOST_COMPARED, readSelection, selectionQuery, type Wanted } from '../../compare/selection.ts';
import { fromProjectData, type ProjectData } from '../../open-data/project-data.ts';
import { listFileOf, type ProjectList } from '../../open-data/project-list.ts';
import { keepProjects } from './kept-projects.ts';
import { offerProjects, projectFinder } from './offer-projects.ts';
import { showComparison, type Compared } from './show-comparison.ts';

const LETTERS = ['甲', '乙', '丙', '丁'];

const box = document.querySelector<HTMLElement>('.compare');
const status = box?.querySelector<HTMLElement>('.status');
const place = box?.querySelector<HTMLElement>('.comparison');
const form = box?.querySelector('form');
const offered = box?.querySelector<HTMLElement>('.offered');
if (box && status && place && form && offered) start(box, { status, place, form, offered });

interface Places {
  readonly status: HTMLElement;
  /** Where the projects stand side by side. */
  readonly place: HTMLElement;
  readonly form: HTMLFormElement;
  /** Where projects stand that could be added. */
  readonly offered: HTMLElement;
}

function start({ dataset }: HTMLElement, { status, place, form, offered }: Places): void {
  const { base = '/', index = '' } = dataset;
  const find = projectFinder(index);
  let latest = 0;
  const parameters = () => new URLSearchParams(location.search).getAll('p');

  /** Goes to another choice; the one before stays in the history. */
  const choose = (wanted: readonly Wanted[], said = '') => {
    const address = new URL(location.href);
    address.search = selectionQuery(wanted);
    history.pushState(null, '', address);
    offered.replaceChildren();
    void show(said);
  };

  /** Adds a project by its code, or says why not. */
  const add = (code: string) => {
    const asked = readSelection([...parameters(), code]);
    if (asked.wanted.length <= known(parameters())) {
      status.textContent = asked.complaints.at(-1) ?? '这个项目已经在比较之中。';
      return;
    }
    choose(asked.wanted, '已加入。');
  };

  /** Offers the projects that some words find; a single one is taken at once. */
  const addByWords = async (words: string) => {
    try {
      const hits = await find(words);
      const [first] = hits;
      if (hits.length === 1 && first !== undefined) {
        add(first.document.code);
        return;
      }
      offerProjects(offered, hits, add);
      status.textContent =
        hits.length === 0
          ? `没有找到含“${words}”的项目，请换一个词。`
          : `找到${String(hits.length)}个项目，请在下面选一个。`;
    } catch (error) {
      console.error(error);
      status.textContent = '没有查到，请检查网络后再试，或者填项目编码。';
    }
  };

  const show = async (said = '') => {
    const turn = ++latest;
    const { wanted, complaints } = readSelection(parameters());
    try {
      const loaded = await Promise.all(wanted.map((one) => load(base, one)));
      if (turn !== latest) return;
      const missing = wanted.filter((_, index) => loaded[index] === undefined);
      const found = wanted.flatMap((one, index) => {
        const data = loaded[index];
        return data === undefined ? [] : [{ wanted: one, data }];
      });
      const compared = found.map(({ wanted: own, data }, index): Compared => {
        const letter = LETTERS[index] ?? String(index + 1);
        return { letter, wanted: own, data, project: fromProjectData(data) };
      });
      status.textContent = [
        said,
        ...complaints,
        ...missing.map(({ code, year }) => `没有找到${year === undefined ? '' : `${year}年的`}项目${code}。`),
        countWords(compared.length),
      ].join('');
      // Another would be refused.
      form.hidden = compared.length >= MOST_COMPARED;
      if (compared.length > 0) keepProjects([...new Set(compared.map(({ data }) => data.code))]);
      showComparison(place, base, compared, (gone) => {
        choose(
          compared.filter((one) => one !== gone).map((one) => one.wanted),
          `已移出“${gone.data.name}”。`,
        );
        form.hidden = false;
        form.querySelector('input')?.focus();
      });
    } catch (error) {
      console.error(error);
      if (turn === latest) status.textContent = '项目数据没有取到，请检查网络后再试。';
    }
  };

  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const input = form.querySelector('input');
    if (input === null || input.value.trim() === '') return;
    const [asked] = readSelection([input.value]).wanted;
    if (asked === undefined) void addByWords(input.value.trim());
    else add(input.value);
    input.value = '';
  });
  addEventListener('popstate', () => {
    offered.replaceChildren();
    void show();
  });
  void show();
}

const known = (parameters: readonly string[]) => readSelection(parameters).wanted.length;

function countWords(count: number): string {
  if (count === 0) return '还没有选项目。可以在项目页上按“加入比较”，或在下面填名称里的词。';
  if (count === 1) return '只有一个项目，再加一个才能比较。';
  const full = count >= MOST_COMPARED ? '这是最多的个数，移出一个才能再加。' : '';
  return `并排列出${String(count)}个项目。${full}`;
}

/** A project's data; undefined where there is no such project. */
async function load(base: string, { code, year }: Wanted): Promise<ProjectData | undefined> {
  const file = listFileOf(code);
  if (file === undefined) return undefined;
  const list = (await fetchJson(`${base}compare/list/${file}`)) as ProjectList;
  const editions = list[code]?.editions ?? [];
  const edition = editions.find((one) => year === undefined || one.startsWith(`${year}/`));
  if (edition === undefined) return undefined;
  return (await fetchJson(`${base}${edition}/${code}/project.json`)) as ProjectData;
}

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
  return response.json();
}
