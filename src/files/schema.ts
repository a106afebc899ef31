/**
 * The content format, defined once: what validates the files, gives their values the names of the code, and is
 * published as JSON Schema for editor programs. Values are the source texts of the scalars, '' where blank.
 */
import { z } from 'zod';
import {
  BUDGET_FIELDS,
  EVALUATION_FIELDS,
  explanationInFile,
  forEachField,
  INDICATOR_FIELDS,
  PROJECT_FIELDS,
  RESULT_FIELDS,
  TEXT_FIELDS,
  type FormField,
  type ProjectField,
} from '../model/form.ts';
import {
  CATEGORIES,
  EVALUATION_LABELS,
  KINDS,
  LABELS as L,
  MONTH_ENDS,
  SITE_NATURES,
  type Category,
  type Period,
} from '../model/terms.ts';
import { MONEY_UNITS } from '../model/money-unit.ts';
import { FIELDS_WITH_WORDS, FORM_WORDS, type FieldWithWords } from '../model/form-words.ts';
import {
  CODE,
  DATE,
  EMAIL_ADDRESS,
  OLD_ADDRESS,
  OWN_ADDRESS,
  POLICE_NUMBER,
  SAFE_ADDRESS,
  SECURITY_CONTACT,
  SITE_ADDRESS,
  SITE_CODE,
  WEB_ADDRESS,
  WHOLE_NUMBER,
  type TextFormat,
} from './text-formats.ts';

/** A text that must stand there. */
const required = (description: string) => z.string().min(1).meta({ description });

/** A text that may be blank or left out; in YAML it may also look like a number. */
const text = (description: string) => z.string().meta({ description }).default('');

/** A text of a fixed form that may be blank or left out. */
const formatted = ({ pattern }: TextFormat, description: string) =>
  z.string().regex(pattern).meta({ description }).default('');

/** A day that must stand there. */
const day = (description: string) => z.string().min(1).regex(DATE.pattern).meta({ description });

/** A text of which nothing is known where it is blank or left out. */
const known = <Text extends z.ZodType<string>>(value: Text) =>
  value.transform((written) => (written === '' ? undefined : written));

/** A text whose key must stand there, so that a blank is meant. */
const quotation = (description: string) => z.string().meta({ description });

const wholeNumber = z
  .string()
  .min(1)
  .regex(WHOLE_NUMBER.pattern)
  .meta({ patternErrorMessage: `应是${WHOLE_NUMBER.name}。` })
  .transform(Number);

/** A value that may be blank or left out, which both mean the same. */
const blankMeans = <Value extends z.ZodType>(meaning: unknown, value: Value) =>
  z.preprocess((written) => (written === '' ? meaning : written), value.meta({ blank: true })).prefault('');

const list = <Item extends z.ZodType>(item: Item) => blankMeans([], z.array(item));

/** A text, or a list of such texts; none where it is blank or left out. */
const oneOrMore = <Item extends z.ZodType<string>>(item: Item, description: string) =>
  z
    .preprocess(
      (written) => (typeof written === 'string' ? [written].filter((one) => one !== '') : written),
      z.array(item).meta({ blank: true, single: true }),
    )
    .meta({ description })
    .prefault('');

/** A group whose every key may be left out. */
const optional = <Group extends z.ZodType>(whole: Group) => blankMeans({}, whole);

const choice = <const Words extends readonly [string, ...string[]]>(
  words: Words,
  fallback: NoInfer<Words>[number],
  description: string,
) => blankMeans(fallback, z.enum(words).meta({ description }));

/** What a group holds: by the name that the code uses, the key in files, and what stands behind it. */
type Fields = Readonly<Record<string, readonly [label: string, value: z.ZodType]>>;
type Values<Own extends Fields> = { readonly [Name in keyof Own]: z.output<Own[Name][1]> };

const group = <const Own extends Fields>(fields: Own) => {
  const names = Object.entries(fields).map(([name, [label]]) => [name, label] as const);
  return z.strictObject(Object.fromEntries(Object.values(fields))).transform((raw) => {
    const values: Record<string, unknown> = {};
    for (const [name, label] of names) values[name] = raw[label];
    return values as Values<Own>;
  });
};

/** Fields of the form that each hold a text. */
const texts = <const Own extends readonly FormField[]>(fields: Own) =>
  forEachField(fields, ({ label, explanation, required: isRequired }) => {
    return [label, isRequired === true ? required(explanation) : text(explanation)] as const;
  });

const ADDITIONAL = PROJECT_FIELDS.find(({ name }) => name === 'additional')?.explanation;

/** A label as the form prints it, and the text beside it. Their order is in the file's tree. */
const pairs = optional(z.record(z.string(), z.string()));

const row = (category: Category) =>
  group({
    ...texts(INDICATOR_FIELDS),
    // No enumeration: a level that the form does not know may be confirmed in 核对说明.
    kind: [
      L.kind,
      text(`二级指标，${category}之下可填：${KINDS[category].join('、')}。`).meta({
        examples: KINDS[category],
      }),
    ],
    additional: [L.additional, pairs.meta({ description: ADDITIONAL })],
  });

const explanation = group({
  location: [
    L.location,
    required('所说明的值在本文件中的位置，例如“资金支出计划.10月底”“绩效指标.产出指标[3].指标值”。'),
  ],
  original: [L.original, quotation('照抄所说明的值；原文空白时留空。')],
  text: [L.explanation, required('向公众说明的话。')],
});

const correction = group({
  location: [L.location, required('被更正的值在本文件中的位置。')],
  originalValue: [L.originalValue, quotation('更正前公开的值；原来空白时留空。')],
  grounds: [L.grounds, required('更正的依据，例如文号。')],
  date: [L.date, formatted(DATE, '更正日期，写作“2022-06-30”。')],
});

const withdrawal = group({
  date: [L.date, day('撤销的日期，写作“2022-09-01”。')],
  grounds: [L.grounds, required('撤销的依据，例如文号。')],
});

const [resultCategory] = RESULT_FIELDS;

const result = group({
  ...texts(RESULT_FIELDS),
  category: [
    resultCategory.label,
    blankMeans(undefined, z.enum(CATEGORIES).optional())
      .meta({ description: resultCategory.explanation })
      .transform((category) => category ?? ''),
  ],
});

const evaluation = group({
  ...texts(EVALUATION_FIELDS),
  published: [EVALUATION_LABELS.published, formatted(DATE, EVALUATION_FIELDS[1].explanation)],
  results: [
    EVALUATION_LABELS.results,
    list(result).meta({ description: '各项指标的结果，照自评表的次序；由“三级指标”对到绩效指标的一行。' }),
  ],
}).transform((own) =>
  // Keys that all are blank publish nothing.
  Object.values(own).some(({ length }) => length > 0) ? own : undefined,
);

const share = (period: Period) =>
  z
    .string()
    .optional()
    .meta({ description: `到${period}累计支出的比例，例如“50%”；未列则留空，表上没有这一栏就不写。` });

/** What stands behind each field of a project; the form's table says what it means. */
const PROJECT_VALUES = {
  ...forEachField(TEXT_FIELDS, () => text('')),
  sequence: wholeNumber,
  // Only for editor programs: the reader's own rule says more.
  code: text('').meta({
    pattern: '^[0-9A-Za-z-]{0,40}$',
    patternErrorMessage: '项目编码只用数字、字母和“-”，最多40位；官方文件没有编码的留空。',
  }),
  name: required(''),
  budget: group({ ...texts(BUDGET_FIELDS), total: [L.total, quotation(BUDGET_FIELDS[0].explanation)] }),
  disbursementPlan: optional(
    z.strictObject(
      Object.fromEntries(MONTH_ENDS.map((period) => [period, share(period)])) as Record<
        Period,
        ReturnType<typeof share>
      >,
    ),
  ),
  goals: list(quotation('一条绩效目标，不写表上的编号。')),
  indicators: optional(
    z.strictObject(
      Object.fromEntries(
        CATEGORIES.map((category) => [
          category,
          list(row(category)).meta({ description: `${category}，按文件中的顺序。` }),
        ]),
      ) as Record<Category, ReturnType<typeof list<ReturnType<typeof row>>>>,
    ),
  ),
  additional: pairs,
  explanations: list(explanation),
  corrections: list(correction),
  previousCode: formatted(CODE, ''),
  changeReason: text(''),
  withdrawal: blankMeans(undefined, withdrawal.optional()),
  evaluation: blankMeans(undefined, evaluation.optional()),
  area: text(''),
} satisfies Record<ProjectField['name'], z.ZodType>;

type ProjectFields = {
  readonly [Name in ProjectField['name']]: readonly [string, (typeof PROJECT_VALUES)[Name]];
};

export const projectSchema = group(
  forEachField(PROJECT_FIELDS, (field) => {
    return [field.label, PROJECT_VALUES[field.name].meta({ description: explanationInFile(field) })] as const;
  }) as ProjectFields,
).meta({
  title: '项目绩效目标表',
  description: '一个项目一个文件，文件名就是项目编码（没有编码的是序号）。',
});

/** The names of official documents in `sources/`. */
const documentNames = () =>
  oneOrMore(
    required('一份官方文件的文件名。'),
    '官方文件的文件名，文件放在 sources 文件夹中；有几份的，每份写一行，以“- ”开头。',
  );

const adjustment = group({
  date: [L.date, day('调整的日期，写作“2022-07-15”；与 earlier 里的文件夹同名。')],
  files: [L.file, documentNames()],
  title: [L.title, known(text('调整文件的标题。'))],
  explanation: [L.explanation, known(text('向公众说明的话。'))],
  added: [
    L.addedProjects,
    list(required('一个项目的编码，没有编码的写序号，和它的文件同名。')).meta({
      description: '这次调整新增的项目。',
    }),
  ],
});

export const departmentSchema = group({
  code: [L.departmentCode, required('部门（预算单位）编码，与文件夹同名；写在双引号里。')],
  name: [L.departmentName, required('部门（预算单位）名称。')],
  year: [L.year, wholeNumber.meta({ description: '预算年度，四位数字，与文件夹同名。' })],
  unit: [L.unit, z.enum(MONEY_UNITS).meta({ description: '本部门各文件中金额的单位。' })],
  source: [
    L.source,
    optional(
      group({
        files: [L.file, documentNames()],
        title: [L.title, known(text('官方文件的标题。'))],
        address: [L.address, known(formatted(WEB_ADDRESS, '官方文件的网址。'))],
        published: [L.published, known(formatted(DATE, '公开日期，写作“2022-02-15”；不知道则不写。'))],
        approval: [L.approval, known(text('批复文号。'))],
      }),
    ).meta({ description: '数据来源；不知道的不写。' }),
  ],
  telephone: [L.telephone, known(text('联系电话。'))],
  postalAddress: [L.postalAddress, known(text('地址。'))],
  endedProjects: [
    L.endedProjects,
    list(
      group({
        code: [L.code, required('项目上一年度的编码。')],
        reason: [L.explanation, required('向公众说明：项目为什么结束，例如“已完工”“并入另一个项目”。')],
      }),
    ).meta({ description: '上一年度有、本年度不再有的项目，和不再有的原因。' }),
  ],
  adjustments: [
    L.adjustments,
    list(adjustment).meta({
      description: '年度中间的预算调整，早的在前；调整前的项目文件在 earlier 文件夹里，以日期命名。',
    }),
  ],
}).meta({ title: '部门', description: 'department.md 开头两行“---”之间的部分。' });

export const siteSchema = group({
  name: [L.siteName, required('站点名称，显示在每一页的页眉。')],
  publisher: [L.publisher, required('发布机构。')],
  nature: [L.siteNature, choice(SITE_NATURES, '非官方', '官方、非官方或演示；显示在每一页。')],
  address: [
    L.address,
    formatted(
      SITE_ADDRESS,
      '站点将来的完整网址，例如 https://example.gov.cn/budget/；网页里的完整网址由它来。',
    ),
  ],
  siteCode: [L.siteCode, formatted(SITE_CODE, '网站标识码：10位数字，或 bm 加8位数字。')],
  recordNumber: [L.recordNumber, text('备案号（ICP），例如“京ICP备00000000号”。')],
  policeNumber: [L.policeNumber, formatted(POLICE_NUMBER, '公安备案号，例如“京公网安备11010502000001号”。')],
  contact: [
    L.contact,
    optional(
      group({
        email: [L.email, formatted(EMAIL_ADDRESS, '接收纠错的电子邮箱。')],
        telephone: [L.telephone, text('联系电话，显示在每一页的页脚。')],
        address: [L.address, formatted(WEB_ADDRESS, '“纠错”链接所到的网址。')],
      }),
    ).meta({ description: '联系方式；电子邮箱和网址都没有时不显示“纠错”。' }),
  ],
  licence: [
    L.licence,
    optional(
      group({
        name: [L.licenceName, text('数据许可的名称。')],
        address: [L.address, formatted(WEB_ADDRESS, '许可全文的网址。')],
      }),
    ).meta({ description: '数据许可。' }),
  ],
  column: [
    L.column,
    optional(
      group({
        name: [L.licenceName, text('栏目名称。')],
        description: [L.explanation, text('栏目说明。')],
        keywords: [L.keywords, list(quotation('关键词。')).meta({ description: '栏目关键词。' })],
      }),
    ).meta({ description: '栏目：写入页面标签。' }),
  ],
  history: [
    L.history,
    optional(
      group({
        showNames: [
          L.showNames,
          choice(['是', '否'], '否', '变更记录（订阅）是否显示修改人的姓名：是或否。'),
        ],
      }),
    ).meta({ description: '变更记录。' }),
  ],
  security: [
    L.security,
    optional(
      group({
        contact: [
          L.securityContact,
          formatted(SECURITY_CONTACT, '发现网站漏洞的人写给谁：电子邮箱，或 https 网址。'),
        ],
        expires: [
          L.expires,
          formatted(DATE, '到这一天为止有效，写作“2022-06-30”；不超过一年，到期前要重新确认。'),
        ],
        key: [L.encryptionKey, formatted(SAFE_ADDRESS, '加密用的公钥所在的网址。')],
        policy: [L.policy, formatted(SAFE_ADDRESS, '写明怎样报告漏洞的网页的网址。')],
      }),
    ).meta({ description: '安全联系：写入 /.well-known/security.txt。' }),
  ],
}).meta({ title: '站点', description: 'content/site.yaml。' });

export const glossarySchema = z
  .array(
    group({
      term: [L.term, required('术语。')],
      group: [L.termGroup, text('分组：在术语页上和哪些词放在一起，例如“绩效指标”。')],
      official: [L.official, text('官方解释，照原文。')],
      plain: [L.plain, required('通俗解释：平常的话怎么说。')],
      aliases: [
        L.aliases,
        list(quotation('一个别名。')).meta({ description: '别名，一行一个；检索别名也能找到这条术语。' }),
      ],
      origin: [L.origin, text('官方解释的出处。')],
    }),
  )
  .meta({ title: '术语', description: 'content/glossary.yaml：一条术语一项。' });

export const everydayWordsSchema = z
  .array(
    group({
      official: [L.officialWord, required('文件里的写法，例如“养老”；要是内容里真的有的词。')],
      everyday: [
        L.everydayWords,
        z.preprocess(
          (value) => (value === '' ? [] : value),
          z
            .array(required('一个日常的说法，例如“老人”。'))
            .min(1)
            .meta({ description: '平常怎么说，一行一个；检索这些词时，也查找文件里的写法。' }),
        ),
      ],
    }),
  )
  .meta({ title: '日常用语', description: 'content/everyday-words.yaml：文件里的一个词一项。' });

export const areasSchema = z
  .array(
    group({
      name: [L.area, required('领域的名称，例如“卫生健康”。')],
      description: [L.explanation, text('哪些项目归在这里，给读者看。')],
      words: [
        L.areaWords,
        list(required('项目名称里的一个词，两个字以上。')).meta({
          description: '项目名称里有其中一个词，就归入这个领域；从上往下，先符合的算。',
        }),
      ],
    }),
  )
  .meta({ title: '领域', description: 'content/areas.yaml：一个领域一项，先后有关系。' });

export const movedSchema = z
  .array(
    group({
      from: [
        L.oldAddress,
        required('以前的网址，不带域名和站点路径，例如“/2021/313001/001/”。').regex(OLD_ADDRESS.pattern),
      ],
      to: [
        L.newAddress,
        required('现在的网址，不带域名和站点路径，是本站现有的网页，例如“/2021/313001/”。').regex(
          OWN_ADDRESS.pattern,
        ),
      ],
    }),
  )
  .meta({ title: '改了的网址', description: 'content/moved.yaml：一个旧网址一项，打开它就转到新网址。' });

export const importWordsSchema = optional(
  group(
    Object.fromEntries(
      (Object.keys(FIELDS_WITH_WORDS) as FieldWithWords[]).map((name) => [
        name,
        [
          L[name],
          list(required('官方文件里的一个栏名。')).meta({
            description: `官方文件里还有哪些栏名就是“${L[name]}”，例如“${FORM_WORDS[FIELDS_WITH_WORDS[name]].at(-1) ?? ''}”。`,
          }),
        ] as const,
      ]),
    ) as Readonly<Record<FieldWithWords, readonly [string, ReturnType<typeof list<z.ZodString>>]>>,
  ),
).meta({ title: '导入用语', description: 'content/import-words.yaml：本部门的文件里，各栏还叫什么。' });

export const pageSchema = group({
  title: [L.title, required('页面标题。')],
  summary: [L.summary, text('一句话摘要。')],
  order: [L.order, formatted(WHOLE_NUMBER, '在导航中的顺序。').transform(Number)],
});
