import type { Indicator } from '../model/indicator.ts';
import { foldTarget, isBareUnit } from '../model/target-text.ts';

/** What indicators that state a share of something are called, with a unit or placeholder behind: 知晓率(≥**%). */
const RATE = /(?:[^频功速效]率|满意度|比例|占比)(?:\([^()]*\))?$/;

/** Whether an indicator is named as a share: 完成率, 满意度, 占比. */
export const isRate = ({ name }: Indicator): boolean => RATE.test(foldTarget(name));

/**
 * Rates that are no part of a whole: how much something changes (增长率), yields (收益率), is set against another
 * (负债率, 毛入学率). 120 % may be true of them, and -5 % too.
 */
const OPEN_RATE =
  /(?:增长?|增加|新增|提升|提高|上升|上涨|下降|降低|减少|压减|缩减|变动|变化|波动|偏差|误差|同比|环比|收益|回报|利润|毛利|盈利|负债|杠杆|拨备覆盖|周转|赔付|溢价|产出|转换|带动|放大|配套|配比|超额完成|[床铺]位?使用|产能利用|毛入[学园]|[效频功速倍汇利税比])[速幅]?(?:率|比例|占比)/;

/** Whether an indicator is a share of a whole, which lies between nothing and all of it. */
export const isPartOfWhole = (row: Indicator): boolean => isRate(row) && !OPEN_RATE.test(row.name);

/** The unit of a target that is a number; it may stand in the name alone: 人才增长率（%）. */
export function unitOf({ name, target: { reading } }: Indicator): string | undefined {
  if (reading.type !== 'quantity' && reading.type !== 'range') return undefined;
  if (reading.unit !== '') return reading.unit;
  const [, ofName = ''] = /\(([^()]*)\)$/.exec(foldTarget(name)) ?? [];
  return isBareUnit(ofName) ? ofName : '';
}

/** How many of a unit are the whole; undefined where the unit is no share of anything. */
export function wholeOf(unit: string | undefined): number | undefined {
  return unit === '%' || unit === '百分比' ? 100 : unit === '‰' ? 1000 : undefined;
}
