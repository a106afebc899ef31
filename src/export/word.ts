import { markdownBlocks } from '../files/markdown.ts';
import { bookOf } from '../model/book.ts';
import type { Department } from '../model/department.ts';
import { formLayout, type FormLayout } from '../model/form-layout.ts';
import type { ChosenForms } from './chosen-forms.ts';
import { belowTitle } from './below-title.ts';
import { element } from '../files/write-xml.ts';
import { packWord } from './word-document.ts';
import { formTables } from './word-form.ts';
import { fieldMark, instruction, paragraph, text } from './word-paragraph.ts';
import type { WordStyle } from './word-styles.ts';

/**
 * Writes forms as a Word document (.docx): one form, or a department's with title page, contents and overall goals.
 * Its tables have real column widths, without which WPS shows none. The same content gives the same bytes.
 */
export function writeWord(chosen: ChosenForms): Uint8Array {
  const { department } = chosen;
  if (chosen.kind === 'form') {
    const form = formLayout(chosen.project, department);
    return packWord(form.title, formBlocks(form, department));
  }
  const title = bookOf(department).title.join('');
  return packWord(title, bookBlocks(department), { header: title });
}

function bookBlocks(department: Department): readonly string[] {
  const book = bookOf(department);
  const goals = book.goals === undefined ? [] : markdownBlocks(department.overallGoals);
  const forms = department.projects.map((project) => formLayout(project, department));
  let places = 0;
  const entries: string[] = [];
  /** A heading to which an entry of the contents leads. */
  const listed = (style: WordStyle, words: string, level: 1 | 2): string => {
    places += 1;
    const place = `_Toc${String(places)}`;
    const entry = element('w:hyperlink', { 'w:anchor': place }, text(words));
    entries.push(paragraph(`TOC${String(level)}` as WordStyle, entry));
    return paragraph(
      style,
      element('w:bookmarkStart', { 'w:id': places, 'w:name': place }),
      text(words),
      element('w:bookmarkEnd', { 'w:id': places }),
    );
  };
  const parts = [
    ...(book.goals === undefined ? [] : [listed('Heading1', book.goals, 1)]),
    ...goals.map(({ level, marker, text: words }) => {
      if (level === 0) return paragraph('BodyText', text(marker + words));
      return level <= 2 ? listed('Heading2', words, 2) : paragraph('Heading3', text(words));
    }),
    listed('Heading1', book.forms, 1),
    ...forms.flatMap((form, place) => [
      listed(place === 0 ? 'FirstFormTitle' : 'FormTitle', form.title, 2),
      ...formTables(form),
    ]),
  ];
  const [first = '', ...others] = entries;
  return [
    paragraph('Title', text(book.title.join('\n'))),
    ...book.facts.map(({ label, value }) => paragraph('Fact', text(`${label}：${value}`))),
    paragraph('TOCHeading', text('目录')),
    // Without page numbers until whoever has it open updates the field: only a program that lays it out knows them.
    first.replace(
      /(?<=<\/w:pPr>)/,
      `${fieldMark('begin')}${instruction('TOC \\h \\z \\u')}${fieldMark('separate')}`,
    ),
    ...others,
    paragraph('BetweenTables', fieldMark('end')),
    ...parts,
  ];
}

function formBlocks(form: FormLayout, department: Department): readonly string[] {
  return [
    paragraph('FirstFormTitle', text(form.title)),
    ...belowTitle(department).map((line) => paragraph('BelowTitle', text(line))),
    ...formTables(form),
  ];
}
