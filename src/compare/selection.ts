/** How many projects can stand side by side. */
export const MOST_COMPARED = 4;

/** A project asked for: by its code, of its latest year or a given one. */
export interface Wanted {
  readonly code: string;
  readonly year?: string | undefined;
}

/** What an address asks to compare, and what is to be said of what it asks wrongly. */
export interface Selection {
  readonly wanted: readonly Wanted[];
  readonly complaints: readonly string[];
}

const SHAPE = /^(?:(\d{4})\/)?([0-9A-Z]{21})$/;

/** How much of a wrong value is repeated. */
const SHOWN = 30;

/**
 * Reads the `p` parameters of an address: `13060522P004064100019`, or of one year
 * `2022/13060522P004064100019`. Small letters and full-width ones are taken for what they mean.
 */
export function readSelection(parameters: readonly string[]): Selection {
  const wanted: Wanted[] = [];
  const complaints: string[] = [];
  const given = parameters.map((text) => text.normalize('NFKC').trim().toUpperCase()).filter(Boolean);
  for (const text of new Set(given)) {
    const match = SHAPE.exec(text);
    if (match === null) {
      const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
      complaints.push(`“${shown}”不是项目编码（项目编码有21位数字和字母），没有列出。`);
    } else wanted.push({ code: match[2] ?? '', year: match[1] });
  }
  if (wanted.length > MOST_COMPARED) {
    complaints.push(
      `最多并排比较${String(MOST_COMPARED)}个项目，网址里有${String(wanted.length)}个，只列出前${String(MOST_COMPARED)}个。`,
    );
  }
  return { wanted: wanted.slice(0, MOST_COMPARED), complaints };
}

/** The address's parameters for what is compared. */
export function selectionQuery(wanted: readonly Wanted[]): string {
  return wanted
    .map(
      ({ code, year }, index) => `${index === 0 ? '?' : '&'}p=${year === undefined ? '' : `${year}/`}${code}`,
    )
    .join('');
}
