import { placeOf } from '../../files/source-file.ts';
import type { LeftOut } from '../forms/table-view.ts';
import type { SourceDifference } from './verify-department.ts';

/** How many pieces of one kind that are no content are quoted. */
const MOST_QUOTED = 5;

/** A difference in a line: `示例项目，预算数：文件是“190.00”（第35行），内容是“191.00”`. */
export function describeDifference({ label, inDocument, origin, inContent }: SourceDifference): string {
  const place = origin === '' ? '' : `（${inDocument === undefined ? '见' : ''}${origin}）`;
  return `${label}：文件${said(inDocument)}${place}，内容${said(inContent)}`;
}

const said = (text: string | undefined): string =>
  text === undefined ? '里没有' : text === '' ? '是空白' : `是“${text.replaceAll('\n', '⏎')}”`;

/** A difference with its place in the content: `content/…yaml:5:8 …`. */
export function describeWithPlace(difference: SourceDifference): string {
  const { file, range } = difference;
  const { line, column } = placeOf(file.text, range.start);
  return `${file.path}:${String(line)}:${String(column)} ${describeDifference(difference)}。`;
}

/** What of a document is no content, counted by its reason. */
export function describeLeftOut(leftOut: readonly LeftOut[]): readonly string[] {
  return [...new Set(leftOut.map(({ reason }) => reason))].map((reason) => {
    const own = leftOut.filter((one) => one.reason === reason);
    const quoted = own
      .slice(0, MOST_QUOTED)
      .map(({ text, origin }) => `“${text.replaceAll('\n', '⏎')}”（${origin}）`);
    return `未收录（${reason}）${String(own.length)}处：${quoted.join('、')}${own.length > MOST_QUOTED ? '等' : ''}`;
  });
}
