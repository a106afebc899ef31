import type { CellHelp, Choices } from '../office/cell-help.ts';
import { element } from '../files/write-xml.ts';
import { paragraph, text } from './word-paragraph.ts';

/** The comments and lists of a form to fill in, numbered as a document needs it. */
export class WordHelp {
  readonly #comments: string[] = [];
  #controls = 0;

  /** A text of a cell with the comment on it, and in a control with the list from which it is picked. */
  around({ note, choices }: CellHelp, run: string): string {
    const own = choices === undefined || choices.others === 'usual' ? run : this.#control(choices, run);
    return note === undefined ? own : this.commented(note, own);
  }

  commented(note: string, run: string): string {
    const id = { 'w:id': this.#comments.length };
    this.#comments.push(
      element(
        'w:comment',
        { ...id, 'w:author': '填表说明', 'w:initials': '填' },
        paragraph('Normal', text(note)),
      ),
    );
    return [
      element('w:commentRangeStart', id),
      run,
      element('w:commentRangeEnd', id),
      element('w:r', {}, element('w:commentReference', id)),
    ].join('');
  }

  /** The same for what repeats what was commented on: its lists alone. */
  withoutComments(): Pick<WordHelp, 'around'> {
    return { around: ({ choices }, run) => this.around({ choices }, run) };
  }

  /** The contents of `w:comments`. */
  comments(): string {
    return this.#comments.join('');
  }

  #control({ label, values, others }: Choices, run: string): string {
    this.#controls += 1;
    return element(
      'w:sdt',
      {},
      element(
        'w:sdtPr',
        {},
        element('w:alias', { 'w:val': label }),
        element('w:id', { 'w:val': this.#controls }),
        ...(run === '' ? [element('w:showingPlcHdr')] : []),
        element(
          others === 'odd' ? 'w:dropDownList' : 'w:comboBox',
          {},
          ...values.map((value) => element('w:listItem', { 'w:displayText': value, 'w:value': value })),
        ),
      ),
      element('w:sdtContent', {}, run === '' ? PLACEHOLDER : run),
    );
  }
}

/** What Word shows until something is picked. */
const PLACEHOLDER = element(
  'w:r',
  {},
  element('w:rPr', {}, element('w:rStyle', { 'w:val': 'PlaceholderText' })),
  element('w:t', {}, '点这里选择'),
);
