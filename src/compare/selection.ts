import { storeAt, storedAt } from '../components/stored-on-device.ts';

/** How many projects can stand side by side. */
export const MOST_COMPARED = 4;

/** A project asked for: by its key (year, department and record), or by its code, of its latest year or a given one. */
export type Wanted = { readonly key: string } | { readonly code: string; readonly year?: string | undefined };

/** What an address asks to compare, and what is to be said of what it asks wrongly. */
export interface Selection {
  readonly wanted: readonly Wanted[];
  readonly complaints: readonly string[];
}

const KEY = /^\d{4}\/[\w-]{1,40}\/[\w-]{1,40}$/;
const CODE = /^(?:(\d{4})\/)?([\dA-Za-z-]{1,40})$/;

/** How much of a wrong value is repeated. */
const SHOWN = 30;

/**
 * Reads the `p` parameters of an address: `2022/313001/13060522P004064100019`, or a code alone
 * (`13060522P004064100019`), perhaps with its year (`2022/13060522P004064100019`). Full-width characters are taken for
 * what they mean.
 */
export function readSelection(parameters: readonly string[]): Selection {
  const wanted: Wanted[] = [];
  const complaints: string[] = [];
  const given = parameters.map((text) => text.normalize('NFKC').trim()).filter(Boolean);
  for (const text of new Set(given)) {
    const one = readWanted(text);
    if (one === undefined) {
      const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
      complaints.push(`“${shown}”不是项目编码（项目编码只有数字、字母和“-”），没有列出。`);
    } else wanted.push(one);
  }
  if (wanted.length > MOST_COMPARED) {
    complaints.push(
      `最多并排比较${String(MOST_COMPARED)}个项目，网址里有${String(wanted.length)}个，只列出前${String(MOST_COMPARED)}个。`,
    );
  }
  return { wanted: wanted.slice(0, MOST_COMPARED), complaints };
}

/** Reads how one project is asked for; undefined where it is neither a key nor a code. */
export function readWanted(text: string): Wanted | undefined {
  if (KEY.test(text)) return { key: text };
  const [, year, code] = CODE.exec(text) ?? [];
  return code === undefined ? undefined : { code, year };
}

/** Where the device keeps the keys of projects chosen for comparison; where it may keep nothing there are none. */
const KEPT = 'mingzhang-compared-projects';

export function keptProjects(): readonly string[] {
  const kept = storedAt(KEPT);
  if (!Array.isArray(kept)) return [];
  return kept
    .filter((one): one is string => typeof one === 'string' && KEY.test(one))
    .slice(0, MOST_COMPARED);
}

/** Keeps a choice; whether the device did keep it. */
export function keepProjects(keys: readonly string[]): boolean {
  return storeAt(KEPT, keys);
}
