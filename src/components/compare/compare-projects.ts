/** Shows side by side what the address asks for. */
import { readSelection, selectionQuery, type Wanted } from '../../compare/selection.ts';
import { fromProjectData, type ProjectData } from '../../open-data/project-data.ts';
import { listFileOf, type ProjectList } from '../../open-data/project-list.ts';
import { keepProjects } from './kept-projects.ts';
import { showComparison, type Compared } from './show-comparison.ts';

const LETTERS = ['甲', '乙', '丙', '丁'];

const box = document.querySelector<HTMLElement>('.compare');
const status = box?.querySelector<HTMLElement>('.status');
const place = box?.querySelector<HTMLElement>('.comparison');
const form = box?.querySelector('form');
if (box && status && place && form) start(box.dataset.base ?? '/', status, place, form);

function start(base: string, status: HTMLElement, place: HTMLElement, form: HTMLFormElement): void {
  let latest = 0;
  const parameters = () => new URLSearchParams(location.search).getAll('p');

  /** Goes to another choice; the one before stays in the history. */
  const choose = (wanted: readonly Wanted[], said = '') => {
    const address = new URL(location.href);
    address.search = selectionQuery(wanted);
    history.pushState(null, '', address);
    void show(said);
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
      if (compared.length > 0) keepProjects([...new Set(compared.map(({ data }) => data.code))]);
      showComparison(place, base, compared, (gone) => {
        choose(
          compared.filter((one) => one !== gone).map((one) => one.wanted),
          `已移出“${gone.data.name}”。`,
        );
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
    const asked = readSelection([...parameters(), input.value]);
    const [complaint] = readSelection([input.value]).complaints;
    if (complaint !== undefined) status.textContent = complaint;
    else if (asked.wanted.length < readSelection([input.value]).wanted.length + known(parameters())) {
      status.textContent = asked.complaints.at(-1) ?? '这个项目已经在比较之中。';
    } else {
      input.value = '';
      choose(asked.wanted);
    }
  });
  addEventListener('popstate', () => void show());
  void show();
}

const known = (parameters: readonly string[]) => readSelection(parameters).wanted.length;

function countWords(count: number): string {
  if (count === 0) return '还没有选项目。可以在项目页上按“加入比较”，或在下面填项目编码。';
  if (count === 1) return '只有一个项目，再加一个才能比较。';
  return `并排列出${String(count)}个项目。`;
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
