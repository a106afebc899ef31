import { format, round, trim, type Decimal } from '../model/decimal.ts';
import { formatWan, fromWan } from '../model/money.ts';
import type { MoneyUnit } from '../model/money-unit.ts';

/** The most decimal places of an amount in a label; the chart's table has it exact. */
const PLACES: Readonly<Record<MoneyUnit, number>> = { 元: 2, 万元: 2, 亿元: 4 };

/** An amount as a label has room for it; one that is not nothing is never rounded to it: 10元 are 0.001万元. */
export function amountLabel(wan: Decimal, money: MoneyUnit = '万元'): string {
  const amount = fromWan(wan, money);
  const rounded = round(amount, PLACES[money]);
  const shown = rounded.digits === 0n ? amount : rounded;
  return money === '万元' ? formatWan(shown) : format(trim(shown));
}
