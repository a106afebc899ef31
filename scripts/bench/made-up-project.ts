import { readShare } from '../../src/model/disbursement-plan.ts';
import { numberIndicators, type IndicatorTexts } from '../../src/model/indicator.ts';
import { readAmount } from '../../src/model/money.ts';
import { checkCharacter } from '../../src/model/project-code.ts';
import { NOTHING_ADDED, type Project } from '../../src/model/project.ts';
import { KINDS, type Category } from '../../src/model/terms.ts';

export const MADE_UP_YEAR = 2099;

/** Their lengths share no factor: 1,001 projects pass before the same three words come together again. */
const PEOPLE =
  '城乡居民 退役士兵 高校毕业生 环卫工人 乡村教师 低保家庭 残疾人 在职党员 创业青年 失业人员 归国华侨'.split(
    ' ',
  );
const MATTERS =
  '养老补助 医疗保险 技能培训 住房修缮 公共服务 文化活动 道路养护 饮水安全 档案整理 信息系统 环境整治 应急物资 校舍加固'.split(
    ' ',
  );
const DEEDS = '按月发放 及时拨付 统一采购 分批建设 逐户走访 定期检查 公开招标'.split(' ');

/** What the rows of a project speak of, in turns. */
const ASPECTS = '数量 覆盖面 合格率 及时率 落实情况 增收情况 知晓程度 生态影响 满意程度'.split(' ');

/** The rows of the form that most projects fill in, as many as in the real document. */
const ROWS: Readonly<Record<Category, number>> = { 成本指标: 0, 产出指标: 4, 效益指标: 4, 满意度指标: 1 };

/**
 * A made-up project, the same one for the same number: as long as the real ones, with texts that differ from
 * project to project, so that reading, compressing and searching have the work that real content gives them.
 *
 * @param number counts from 0 over all projects.
 * @param place where it stands in its department's document: `sequence` counts from 1.
 */
export function madeUpProject(
  number: number,
  place: { readonly departmentCode: string; readonly sequence: number },
): Project {
  const word = (words: readonly string[]) => words[number % words.length] ?? '';
  const subject = `${word(PEOPLE)}${word(MATTERS)}`;
  const deed = word(DEEDS);
  const amount = readAmount(
    `${1 + ((number * 37) % 900)}.${String((number * 13) % 100).padStart(2, '0')}`,
    '万元',
  );
  const rowsOf = (category: Category): readonly IndicatorTexts[] =>
    KINDS[category].slice(0, ROWS[category]).map((kind, row) => madeUpRow(number + row, kind, subject));
  return {
    year: MADE_UP_YEAR,
    ...place,
    record: madeUpCode(number),
    code: madeUpCode(number),
    name: `虚构项目${number + 1}：${subject}${deed}经费`,
    unit: '万元',
    budget: { total: amount, fiscal: amount, carriedOver: { text: '' }, other: { text: '' } },
    purpose: `虚构用途：用于${subject}，${deed}，预计惠及${20 + ((number * 7) % 3000)}人。`,
    disbursementPlan: EVEN,
    goals: [`虚构目标：${subject}${deed}，全年完成。`],
    indicators: numberIndicators({
      产出指标: rowsOf('产出指标'),
      效益指标: rowsOf('效益指标'),
      满意度指标: rowsOf('满意度指标'),
    }),
    additional: [],
    ...NOTHING_ADDED,
  };
}

const EVEN = (
  [
    ['3月底', '25%'],
    ['6月底', '50%'],
    ['10月底', '75%'],
    ['12月底', '100%'],
  ] as const
).map(([period, share]) => ({ period, stated: readShare(share) }));

function madeUpRow(number: number, kind: string, subject: string): IndicatorTexts {
  const aspect = ASPECTS[number % ASPECTS.length] ?? '';
  return {
    kind,
    name: `${subject}${aspect}`,
    description: `反映${subject}的${aspect}`,
    target: `≥${60 + (number % 40)}%`,
    basis: `${subject}实际情况`,
  };
}

/** A code of the right shape with its check character, in a region that does not exist. */
export function madeUpCode(number: number): string {
  const first = `999900${MADE_UP_YEAR % 100}P${String(number + 1).padStart(11, '0')}`;
  return `${first}${checkCharacter(first) ?? ''}`;
}
