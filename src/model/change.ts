/** What was changed in the content after the fact: who follows the site wants to know what, when and why. */

/** One thing that a file says differently than before, in the form's words. */
export interface FieldChange {
  /** The field of the form or file: `绩效指标`. */
  readonly field: string;
  /** What it is: `产出指标“培训人数”的指标值`. */
  readonly label: string;
  /** What stood there and what stands there now; '' for a blank, undefined where there was, or is, no such row. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Of which project, department or official document a change is; names as they were then. */
export interface ChangedFile {
  readonly kind: 'project' | 'department' | 'document';
  /** `unread`: as it was saved then, the file could not be read; what changed is told with the next version. */
  readonly what: 'came' | 'changed' | 'gone' | 'unread';
  readonly year: number;
  readonly departmentCode: string;
  /** The project's record, or the document's file name; '' of a department. */
  readonly record: string;
  readonly name: string;
  /** Its file in the content folder, then. */
  readonly path: string;
  /** The same file as it is called today, or was called last, and whether it is there. */
  readonly last: string;
  readonly isThere: boolean;
  readonly fields: readonly FieldChange[];
}

/** What was changed at one time, for one reason: one commit. */
export interface ContentChange {
  readonly commit: string;
  readonly isMerge: boolean;
  /** In seconds since 1970, by the clock of the computer on which it was made. */
  readonly at: number;
  readonly by: string;
  /** The first line of the commit's message, then the rest; '' where there is none. */
  readonly reason: string;
  readonly details: string;
  /** In the order of their paths, at least one. */
  readonly files: readonly ChangedFile[];
}

/** What fields are called that no form has. */
export const CAME = '增加';
export const GONE = '删去';
export const DOCUMENTS = '官方文件';
export const DEPARTMENT = '部门信息';

/** What was changed of a file, as a reader asks for it: fields of the form, or that the whole came or went. */
export function topicsOf({ kind, what, fields }: ChangedFile): readonly string[] {
  if (kind === 'document') return [DOCUMENTS];
  if (kind === 'department' && what === 'changed') return [DEPARTMENT];
  if (what === 'came') return [CAME];
  return what === 'gone' ? [GONE] : [...new Set(fields.map(({ field }) => field))];
}

/** Whether anything was changed after it came. */
export const hasEdits = (changes: readonly ContentChange[]): boolean =>
  changes.some(({ files }) => files.some(({ what }) => what !== 'came'));

/** The changes of what some test chooses, with nothing else in them. */
export function onlyOf(
  changes: readonly ContentChange[],
  isWanted: (file: ChangedFile) => boolean,
): readonly ContentChange[] {
  return changes.flatMap((change) => {
    const files = change.files.filter(isWanted);
    return files.length === 0 ? [] : [{ ...change, files }];
  });
}

const WORDS: Readonly<Record<ChangedFile['what'], string>> = {
  came: CAME,
  changed: '改动',
  gone: GONE,
  unread: '改动',
};

const KINDS: Readonly<Record<ChangedFile['kind'], string>> = {
  project: '项目',
  department: '部门',
  document: DOCUMENTS,
};

/** What happened to a file: `增加项目“甲”`. */
export const fileWords = ({ kind, what, name }: Pick<ChangedFile, 'kind' | 'what' | 'name'>): string =>
  `${WORDS[what]}${KINDS[kind]}“${name}”`;

/** What happened to several files in one go, where all are alike: `增加项目1,000个`. */
export function countsOf(files: readonly ChangedFile[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { kind, what } of files) {
    const words = `${WORDS[what]}${KINDS[kind]}`;
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => `${words}${count.toLocaleString('en-US')}个`);
}

/** What a blank is called. */
const quoted = (text: string) => (text === '' ? '空白' : `“${text}”`);

/** One change of a field as a sentence in its pieces, what stood there and what stands there now marked. */
export function fieldPieces({
  label,
  before,
  after,
}: FieldChange): readonly (string | Readonly<Partial<Record<'before' | 'after', string>>>)[] {
  if (before === undefined) return [`${CAME}${label}：`, { after: after ?? '' }];
  if (after === undefined) return [`${GONE}${label}：`, { before }];
  return [`${label}：由`, { before: quoted(before) }, '改为', { after: quoted(after) }];
}

/** The same as text: `资金支出计划“10月底”：由“50%”改为“75%”`. */
export const fieldWords = (field: FieldChange): string =>
  fieldPieces(field)
    .map((piece) => (typeof piece === 'string' ? piece : (piece.before ?? piece.after ?? '')))
    .join('');
