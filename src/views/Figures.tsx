/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { equals, type Decimal } from '../model/decimal.ts';
import { NOT_STATED, type LeftOut } from '../model/stated.ts';
import { LABELS } from '../model/terms.ts';
import type { Totals } from '../model/totals.ts';
import { amount, countWords, leftOutWords, unknownWords, words, type Words } from '../model/words.ts';
import { Figure, isLong, Sentence, Unit } from './Sentence.tsx';
import { Term } from './Term.tsx';

/** A key figure: a short name, the number large, its unit, and a line that explains it. */
export interface KeyFigure {
  readonly name: string;
  /** An amount in 万元, or a text that stands for itself. */
  readonly value: Decimal | string;
  /** Of a count; amounts have their own. */
  readonly unit?: string;
  readonly note?: Words | string | undefined;
  /** Where what it is made of stands. */
  readonly href?: string;
  /** Whether the note only says the amount in 元. */
  readonly isInYuan?: boolean;
}

export function Figures({ figures }: { readonly figures: readonly KeyFigure[] }): JSX.Element {
  return (
    <dl class={figures.length % 2 === 1 ? 'figures odd' : 'figures'}>
      {figures.map((figure) => (
        <div
          key={figure.name}
          class={typeof figure.value !== 'string' && isLong(figure.value) ? 'long' : undefined}
        >
          <dt>
            <Term name={figure.name.replace(/^其中|合计$/g, '')}>{figure.name}</Term>
          </dt>
          <dd>
            <Value {...figure} />
            {figure.note !== undefined && (
              <span class={figure.isInYuan === true ? 'note in-yuan' : 'note'}>
                <Sentence of={figure.note} />
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value, unit, href }: KeyFigure): JSX.Element {
  const content = (
    <>
      <span class="value">
        {typeof value !== 'string' ? (
          <Figure of={value} />
        ) : value === NOT_STATED ? (
          <Term name={value}>{value}</Term>
        ) : (
          value
        )}
      </span>
      {(typeof value !== 'string' || unit !== undefined) && (
        <span class="unit">{typeof value === 'string' ? unit : <Unit />}</span>
      )}
    </>
  );
  if (href === undefined || value === NOT_STATED) return <span class="figure">{content}</span>;
  return (
    <a class="figure" href={href} title="看由哪些组成">
      {content}
    </a>
  );
}

/**
 * What a set of projects adds up to, the amount first.
 *
 * @param projectsHref where the projects stand that were added up, one by one.
 * @param indicatorsHref where their indicators stand.
 */
export function TotalFigures(props: {
  readonly totals: Totals;
  readonly projectsHref: string;
  readonly indicatorsHref: string;
}): JSX.Element {
  const { totals, projectsHref: href, indicatorsHref } = props;
  const { budget, parts, withoutBudget, average } = totals;
  const fiscal = parts.find(({ field }) => field === 'fiscal')?.amount;
  /** One source that pays everything is said in a word; a tile of its own would show the same amount again. */
  const isAllFiscal =
    budget !== undefined &&
    fiscal !== undefined &&
    parts.every(({ field, amount: sum }) => field === 'fiscal' || sum === undefined) &&
    withoutBudget.count === 0 &&
    equals(fiscal, budget);
  /** A part of the budget; a sum that leaves projects out says how many, because unknown is not zero. */
  const part = (name: string, sum: Decimal | undefined, without: LeftOut, what = ''): KeyFigure => ({
    name,
    value: sum ?? unknownWords(without),
    href,
    note:
      sum === undefined && without.unread === 0
        ? '各项目都没有填写'
        : without.count > 0
          ? `${sum === undefined ? '' : '另有'}${leftOutWords(without, '个项目', what)}`
          : undefined,
  });
  const whole = part('预算数合计', budget, withoutBudget, '预算数');
  return (
    <Figures
      figures={[
        isAllFiscal ? { ...whole, note: '全部是财政资金；其他资金未列' } : whole,
        ...(isAllFiscal
          ? []
          : parts.map(({ field, amount: sum, without }, place) =>
              part(`${place === 0 ? '其中' : ''}${LABELS[field]}`, sum, without),
            )),
        {
          name: '预算项目',
          value: countWords(totals.projects),
          unit: '个',
          href,
          note: withoutBudget.count > 0 ? undefined : words`平均每个约${amount(average)}`,
        },
        { name: '绩效指标', value: countWords(totals.indicators), unit: '项', href: indicatorsHref },
      ]}
    />
  );
}
