/**
 * The words of the content format: those of the form, which `form.ts` defines, and those that files have beside it.
 * Everything an editor writes as a key comes from here; the rest of the code speaks the English names.
 */
import {
  BUDGET_FIELDS,
  EVALUATION_FIELDS,
  INDICATOR_FIELDS,
  labelsOf,
  PROJECT_FIELDS,
  RESULT_FIELDS,
} from './form.ts';

/** What the form and the files call things, by the English names that the code uses. */
export const LABELS = {
  ...labelsOf(PROJECT_FIELDS),
  ...labelsOf(BUDGET_FIELDS),
  category: '一级指标',
  ...labelsOf(INDICATOR_FIELDS),
  /** Of the project; the third level of an indicator is `indicatorName`. */
  name: labelsOf(PROJECT_FIELDS).name,
  indicatorName: labelsOf(INDICATOR_FIELDS).name,
  location: '位置',
  original: '原文',
  explanation: '说明',
  originalValue: '原值',
  grounds: '依据',
  date: '日期',
  departmentCode: '部门编码',
  departmentName: '部门名称',
  year: '年度',
  unit: '金额单位',
  source: '来源',
  file: '文件',
  title: '标题',
  address: '网址',
  published: '公开日期',
  approval: '批复文号',
  telephone: '联系电话',
  postalAddress: '地址',
  endedProjects: '结束项目',
  adjustments: '预算调整',
  addedProjects: '新增项目',
  siteName: '站点名称',
  publisher: '发布机构',
  siteNature: '站点性质',
  siteCode: '网站标识码',
  recordNumber: '备案号',
  policeNumber: '公安备案号',
  contact: '联系',
  email: '电子邮箱',
  licence: '数据许可',
  licenceName: '名称',
  column: '栏目',
  keywords: '关键词',
  history: '变更记录',
  showNames: '显示姓名',
  security: '安全联系',
  securityContact: '联系方式',
  expires: '有效期至',
  encryptionKey: '加密公钥',
  policy: '政策',
  term: '术语',
  termGroup: '分组',
  official: '官方解释',
  plain: '通俗解释',
  aliases: '别名',
  origin: '出处',
  officialWord: '文件用语',
  everydayWords: '日常用语',
  areaWords: '词',
  oldAddress: '旧址',
  newAddress: '新址',
  summary: '摘要',
  order: '顺序',
} as const;

/** What stands under 自评, and under each of its results. */
export const EVALUATION_LABELS = { ...labelsOf(EVALUATION_FIELDS), results: '指标' } as const;
export const RESULT_LABELS = labelsOf(RESULT_FIELDS);

/** The month-ends at which a form may ask for the cumulative share, in calendar order; each form has some of them. */
export const MONTH_ENDS = [
  ...(['1月底', '2月底', '3月底', '4月底', '5月底', '6月底'] as const),
  ...(['7月底', '8月底', '9月底', '10月底', '11月底', '12月底'] as const),
] as const;
export type Period = (typeof MONTH_ENDS)[number];

/** First level of indicators, in the order of the form; 成本指标 stands first where a form has it. */
export const CATEGORIES = ['成本指标', '产出指标', '效益指标', '满意度指标'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Second level of indicators, by the first level under which the form allows it. */
export const KINDS = {
  成本指标: ['经济成本指标', '社会成本指标', '生态环境成本指标'],
  产出指标: ['数量指标', '质量指标', '时效指标', '成本指标'],
  效益指标: ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'],
  满意度指标: ['服务对象满意度指标'],
} as const satisfies Record<Category, readonly string[]>;

/** What kind of site this is, shown on every page; 官方 alone writes official page tags. */
export const SITE_NATURES = ['官方', '非官方', '演示'] as const;
export type SiteNature = (typeof SITE_NATURES)[number];
