/** @jsxImportSource preact */
import { Fragment, type JSX } from 'preact';
import { parseDecimal, toText, ZERO, type Decimal } from '../model/decimal.ts';
import { formatWan } from '../model/money.ts';
import type { LeftOut, Stated } from '../model/stated.ts';
import type { MoneyUnit } from '../model/money-unit.ts';
import { amountCell, unknownWords, type Words } from '../model/words.ts';
import { wholePieces } from '../site/whole-pieces.ts';

/**
 * The unit of the site's own amounts, marked so that a script can put another in its place; see
 * `components/display/amount-unit.ts`. What is quoted from the document is never written with it.
 */
export function Unit(): JSX.Element {
  return <span data-money="万元">万元</span>;
}

/** An amount, or a sum with what it leaves out. */
interface Sum {
  readonly of: Decimal | undefined;
  readonly without?: LeftOut;
}

/**
 * An amount without its unit, for a column or a large figure; it carries its value, exact, in 万元. 未列 or 读不出
 * where it is not known.
 */
export function Figure({ of, without }: Sum): JSX.Element {
  if (of === undefined) return <>{unknownWords(without)}</>;
  return <data value={toText(of)}>{formatWan(of)}</data>;
}

/** Whether an amount may be longer than the narrowest screen is wide, in the largest text: it must not be kept whole. */
export const isLong = (amount: Decimal): boolean => formatWan(amount).length > 12;

/** An amount with its unit, in one piece as far as a line may have room for it; 未列 or 读不出 where it is not known. */
export function Amount({ of, without }: Sum): JSX.Element {
  if (of === undefined) return <>{unknownWords(without)}</>;
  return (
    <span class={isLong(of) ? 'long' : 'short'}>
      <Figure of={of} />
      <Unit />
    </span>
  );
}

/** A project's own amount with its unit; what cannot be read stands as it is written. */
export function StatedAmount(props: { readonly of: Stated<Decimal>; readonly unit: MoneyUnit }): JSX.Element {
  const { of, unit } = props;
  return of.value === undefined ? <>{amountCell(of, unit)}</> : <Amount of={of.value} />;
}

/** The same without its unit, for a column. */
export function StatedFigure(props: { readonly of: Stated<Decimal>; readonly unit: MoneyUnit }): JSX.Element {
  const { of, unit } = props;
  return of.value === undefined ? <>{amountCell(of, unit)}</> : <Figure of={of.value} />;
}

/** A sentence of the site, in which no amount, month or count is parted from its unit at the end of a line. */
export function Sentence({ of }: { readonly of: Words | string }): JSX.Element {
  const pieces = typeof of === 'string' ? [of] : of;
  return (
    <>
      {pieces.map((piece, index) => (
        <Fragment key={index}>
          {typeof piece === 'string' ? (
            wholePieces(piece).map(({ text, isWhole }) =>
              isWhole ? <span class="short">{text}</span> : text,
            )
          ) : (
            <Amount of={parseDecimal(piece.wan) ?? ZERO} />
          )}
        </Fragment>
      ))}
    </>
  );
}
