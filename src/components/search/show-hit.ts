/** A hit in the list of an answer. */
import { parseDecimal, ZERO } from '../../model/decimal.ts';
import { formatWan } from '../../model/money.ts';
import type { Hit } from '../../search/answer.ts';
import { excerptOf } from '../../search/exact-match.ts';
import { element, markedNodes } from '../element.ts';

const NAMES = { project: '这个项目', department: '这个部门', page: '这一页' } as const;

/** How many parts of one project are shown. */
const MOST_PARTS = 3;

/** A document that was found: its name, what tells it apart, and the parts in which the words stand. */
export function hitOf({ document: found, parts, words }: Hit, base: string): HTMLElement {
  const url = `${base}${found.path}`;
  const marked = (text: string, length?: number) => markedNodes(excerptOf(text, words, length));
  const item = element('li', {}, element('h2', {}, element('a', { href: url }, ...marked(found.title, 200))));
  // By which the comparison knows it.
  if (found.kind === 'project') item.dataset.project = found.path.replace(/\/$/, '');
  const code =
    found.code === '' ? [] : [element('span', { className: 'hit-code' }, '编码', ...marked(found.code, 200))];
  const facts = found.facts.flatMap((fact, index) => [
    ...(index > 0 ? ['\u00a0· '] : []),
    ...fact.flatMap((piece) =>
      typeof piece === 'string' ? marked(piece, 200) : [amountOf(piece.wan, words)],
    ),
  ]);
  if (facts.length + code.length > 0)
    item.append(element('p', { className: 'facts' }, ...facts, ' ', ...code));
  // The site's own pages mark no words.
  const asked = found.kind === 'page' ? '' : `?q=${encodeURIComponent(words.join(' '))}`;
  const different = withoutRepeats(parts);
  const rows = different
    .slice(0, MOST_PARTS)
    .map(([label, fragment, text, wan]) =>
      element(
        'li',
        {},
        element(
          'a',
          { href: `${url}${asked}${fragment === '' ? '' : `#${fragment}`}` },
          element('span', { className: 'part' }, ...marked(label)),
          ' ',
          ...(wan === undefined ? marked(text.split('\n').join('\u00a0· ')) : [amountOf(wan, words)]),
        ),
      ),
    );
  if (rows.length > 0) item.append(element('ul', { className: 'parts bare' }, ...rows));
  const rest = different.length - rows.length;
  if (rest > 0)
    item.append(
      element(
        'p',
        {},
        element('a', { href: `${url}${asked}` }, `${NAMES[found.kind]}里还有${String(rest)}处`),
      ),
    );
  return item;
}

/** An amount with its value, so that it follows the unit that the reader chose; marked where it was looked for. */
function amountOf(wan: string, words: readonly string[]): HTMLElement {
  const figures = formatWan(parseDecimal(wan) ?? ZERO);
  const unit = element('span', {}, '万元');
  unit.dataset.money = '万元';
  const texts = [figures, figures.replaceAll(',', '')].map((text) => `${text}万元`);
  const isFound = words.some((word) => texts.some((text) => text.includes(word)));
  return element(
    isFound ? 'mark' : 'span',
    { className: 'short' },
    element('data', { value: wan }, figures),
    unit,
  );
}

/** Forms often say one thing in several places: the purpose again as the goal. Each text is shown once, with all of them. */
function withoutRepeats(parts: Hit['parts']): Hit['parts'] {
  const byText = new Map<string, Hit['parts'][number]>();
  for (const [label, fragment, text, ...rest] of parts) {
    const [labels, first] = byText.get(text) ?? [];
    byText.set(text, [
      labels === undefined ? label : `${labels}、${label}`,
      first ?? fragment,
      text,
      ...rest,
    ]);
  }
  return [...byText.values()];
}
