/**
 * The content format, defined once: what validates the files is also what the published JSON Schemas and
 * the editor program's hints are made from. Values are the source texts of the scalars, '' where blank.
 */
import { z } from 'zod';
import { BUDGET_FIELDS, INDICATOR_FIELDS, PROJECT_FIELDS, type FormField } from '../model/form.ts';
import {
  CATEGORIES,
  KINDS,
  LABELS as L,
  MONEY_UNITS,
  MONTH_ENDS,
  SITE_NATURES,
  type Category,
  type Period,
} from '../model/terms.ts';
import { CODE, DATE, EMAIL_ADDRESS, WEB_ADDRESS, type TextFormat } from './text-formats.ts';

/** A text that may be blank; in YAML it may also look like a number. Editor programs offer the examples. */
const text = (description: string, examples?: readonly string[]) =>
  z.string().meta({ description, ...(examples && { examples }) });

/** A text that must stand there. */
const required = (description: string) => z.string().min(1).meta({ description });

/** A text of a fixed form that may be blank. */
const formatted = ({ pattern }: TextFormat, description: string) =>
  z.string().regex(pattern).meta({ description });

/** A list; blank and left out mean the empty list. */
const list = <Item extends z.ZodType>(item: Item, description: string) =>
  z
    .preprocess((value) => (value === '' ? [] : value), z.array(item).meta({ description, blank: true }))
    .optional();

/** An object whose every key may be left out; blank means the empty object. */
const optionalGroup = <Shape extends z.ZodRawShape>(shape: Shape, description: string) =>
  z
    .preprocess(
      (value) => (value === '' ? {} : value),
      z.strictObject(shape).meta({ description, blank: true }),
    )
    .optional();

/** One of a few words; blank means not stated. */
const optionalChoice = <const Words extends readonly [string, ...string[]]>(
  words: Words,
  description: string,
) =>
  z
    .preprocess((value) => (value === '' ? undefined : value), z.enum(words).optional())
    .optional()
    .meta({ description, blank: true });

/** The shape of fields of the form that each hold a text. */
type TextShape<Fields extends readonly FormField[]> = {
  readonly [Field in Fields[number] as Field['label']]: Field extends { readonly required: true }
    ? z.ZodString
    : z.ZodOptional<z.ZodString>;
};

function textShape<const Fields extends readonly FormField[]>(fields: Fields): TextShape<Fields> {
  const entries = fields.map(({ label, explanation, required: isRequired }) => [
    label,
    isRequired === true ? required(explanation) : text(explanation).optional(),
  ]);
  return Object.fromEntries(entries) as TextShape<Fields>;
}

/** The entry of the form's table for a field of a project. */
function fieldOf(name: (typeof PROJECT_FIELDS)[number]['name']): FormField {
  return PROJECT_FIELDS.find((field) => field.name === name) ?? PROJECT_FIELDS[0];
}

/** A label as the form prints it → the text beside it. */
const pairs = z
  .preprocess((value) => (value === '' ? {} : value), z.record(z.string(), z.string()).meta({ blank: true }))
  .optional();

const indicator = (category: Category) =>
  z.strictObject({
    ...textShape(INDICATOR_FIELDS),
    // No enumeration: a level that the form does not know may be confirmed in 核对说明.
    [L.kind]: text(
      `二级指标，${category}之下可填：${KINDS[category].join('、')}。`,
      KINDS[category],
    ).optional(),
    [L.additional]: pairs.meta({ description: fieldOf('additional').explanation }),
  });

const explanation = z.strictObject({
  [L.location]: required(
    '所说明的值在本文件中的位置，例如“资金支出计划.10月底”“绩效指标.产出指标[3].指标值”。',
  ),
  [L.original]: text('照抄所说明的值；原文空白时留空。'),
  [L.explanation]: required('向公众说明的话。'),
});

const correction = z.strictObject({
  [L.location]: required('被更正的值在本文件中的位置。'),
  [L.originalValue]: text('更正前公开的值；原来空白时留空。'),
  [L.grounds]: required('更正的依据，例如文号。'),
  [L.date]: formatted(DATE, '更正日期，写作“2022-06-30”。').optional(),
});

/** What stands behind each field of a project. */
const PROJECT_SHAPE = {
  ...textShape(PROJECT_FIELDS),
  [L.sequence]: required(fieldOf('sequence').explanation),
  [L.previousCode]: formatted(CODE, fieldOf('previousCode').explanation).optional(),
  [L.code]: text(fieldOf('code').explanation)
    .optional()
    // Only for editor programs: the reader's own rule says more.
    .meta({
      pattern: '^[0-9A-Za-z-]{0,40}$',
      patternErrorMessage: '项目编码只用数字、字母和“-”，最多40位；官方文件没有编码的留空。',
    }),
  [L.budget]: z
    .strictObject({ ...textShape(BUDGET_FIELDS), [L.total]: text(BUDGET_FIELDS[0].explanation) })
    .meta({ description: fieldOf('budget').explanation }),
  [L.disbursementPlan]: optionalGroup(
    Object.fromEntries(
      MONTH_ENDS.map((period) => [
        period,
        text(`到${period}累计支出的比例，例如“50%”；未列则留空，表上没有这一栏就不写。`).optional(),
      ]),
    ) as Record<Period, z.ZodOptional<z.ZodString>>,
    fieldOf('disbursementPlan').explanation,
  ),
  [L.goals]: list(text('一条绩效目标，不写表上的编号。'), fieldOf('goals').explanation),
  [L.indicators]: optionalGroup(
    Object.fromEntries(
      CATEGORIES.map((category) => [category, list(indicator(category), `${category}，按文件中的顺序。`)]),
    ) as Record<Category, ReturnType<typeof list<ReturnType<typeof indicator>>>>,
    fieldOf('indicators').explanation,
  ),
  [L.additional]: pairs.meta({ description: fieldOf('additional').explanation }),
  [L.explanations]: list(explanation, fieldOf('explanations').explanation),
  [L.corrections]: list(correction, fieldOf('corrections').explanation),
};

export const projectSchema = z
  // The keys in the order of a canonical file.
  .strictObject(
    Object.fromEntries(
      PROJECT_FIELDS.map(({ label }) => [label, PROJECT_SHAPE[label]]),
    ) as typeof PROJECT_SHAPE,
  )
  .meta({
    title: '项目绩效目标表',
    description: '一个项目一个文件，文件名就是项目编码（没有编码的是序号）。',
  });

export const departmentSchema = z
  .strictObject({
    [L.departmentCode]: required('部门（预算单位）编码，与文件夹同名；写在双引号里。'),
    [L.departmentName]: required('部门（预算单位）名称。'),
    [L.year]: required('预算年度，四位数字，与文件夹同名。'),
    [L.unit]: z.enum(MONEY_UNITS).meta({ description: '本部门各文件中金额的单位。' }),
    [L.source]: optionalGroup(
      {
        [L.file]: text('官方文件的文件名，文件放在 sources 文件夹中。').optional(),
        [L.title]: text('官方文件的标题。').optional(),
        [L.address]: formatted(WEB_ADDRESS, '官方文件的网址。').optional(),
        [L.published]: formatted(DATE, '公开日期，写作“2022-02-15”；不知道则不写。').optional(),
        [L.approval]: text('批复文号。').optional(),
      },
      '数据来源；不知道的不写。',
    ),
    [L.telephone]: text('联系电话。').optional(),
    [L.postalAddress]: text('地址。').optional(),
  })
  .meta({ title: '部门', description: 'department.md 开头两行“---”之间的部分。' });

export const siteSchema = z
  .strictObject({
    [L.siteName]: required('站点名称，显示在每一页的页眉。'),
    [L.publisher]: required('发布机构。'),
    [L.siteNature]: optionalChoice(SITE_NATURES, '官方、非官方或演示；显示在每一页。'),
    [L.address]: formatted(WEB_ADDRESS, '站点将来的网址。').optional(),
    [L.siteCode]: text('网站标识码：10位数字，或 bm 加8位数字。').optional(),
    [L.recordNumber]: text('备案号。').optional(),
    [L.contact]: optionalGroup(
      {
        [L.email]: formatted(EMAIL_ADDRESS, '接收纠错的电子邮箱。').optional(),
        [L.address]: formatted(WEB_ADDRESS, '“纠错”链接所到的网址。').optional(),
      },
      '联系方式；两项都没有时不显示“纠错”。',
    ),
    [L.licence]: optionalGroup(
      {
        [L.licenceName]: text('数据许可的名称。').optional(),
        [L.address]: formatted(WEB_ADDRESS, '许可全文的网址。').optional(),
      },
      '数据许可。',
    ),
    [L.column]: optionalGroup(
      {
        [L.licenceName]: text('栏目名称。').optional(),
        [L.explanation]: text('栏目说明。').optional(),
        [L.keywords]: list(text('关键词。'), '栏目关键词。'),
      },
      '栏目：写入页面标签。',
    ),
    [L.history]: optionalGroup(
      {
        [L.showNames]: optionalChoice(['是', '否'], '变更记录是否显示修改人的姓名：是或否。'),
      },
      '变更记录。',
    ),
  })
  .meta({ title: '站点', description: 'content/site.yaml。' });

export const glossarySchema = z
  .array(
    z.strictObject({
      [L.term]: required('术语。'),
      [L.termGroup]: text('分组：在术语页上和哪些词放在一起，例如“绩效指标”。').optional(),
      [L.official]: text('官方解释，照原文。').optional(),
      [L.plain]: required('通俗解释：平常的话怎么说。'),
      [L.aliases]: list(text('一个别名。'), '别名，一行一个；检索别名也能找到这条术语。'),
      [L.origin]: text('官方解释的出处。').optional(),
    }),
  )
  .meta({ title: '术语', description: 'content/glossary.yaml：一条术语一项。' });

export const everydayWordsSchema = z
  .array(
    z.strictObject({
      [L.officialWord]: required('文件里的写法，例如“养老”；要是内容里真的有的词。'),
      [L.everydayWords]: z.preprocess(
        (value) => (value === '' ? [] : value),
        z
          .array(required('一个日常的说法，例如“老人”。'))
          .min(1)
          .meta({ description: '平常怎么说，一行一个；检索这些词时，也查找文件里的写法。' }),
      ),
    }),
  )
  .meta({ title: '日常用语', description: 'content/everyday-words.yaml：文件里的一个词一项。' });

export const pageSchema = z.strictObject({
  [L.title]: required('页面标题。'),
  [L.summary]: text('一句话摘要。').optional(),
  [L.order]: text('在导航中的顺序。').optional(),
});
