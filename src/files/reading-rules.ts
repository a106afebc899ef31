import type { Severity } from './finding.ts';

/** What `/checks/rules/` says of a rule, be it one of the reader or of the checks. All texts are Chinese. */
export interface RuleExplanation {
  /** Permanent id, for example `plan/range`. */
  readonly id: string;
  /** What it finds, in a few words for a heading. */
  readonly title: string;
  readonly severity: Severity;
  /** One plain sentence why the rule exists. */
  readonly reason: string;
  /** Lines of content files: as they should not be, and as they should. */
  readonly example: { readonly wrong: readonly string[]; readonly right: readonly string[] };
}

/** The rules that reading itself holds to, before any check: what they are for, in the editors' words. */
export const READING_RULES: readonly RuleExplanation[] = [
  {
    id: 'yaml/syntax',
    title: '文件的写法',
    severity: 'error',
    reason: '标点、缩进写得不对时，程序分不清哪个是栏目名、哪个是内容。',
    example: { wrong: ['预算规模:', '  预算数：190.00'], right: ['预算规模:', '  预算数: 190.00'] },
  },
  {
    id: 'yaml/duplicate-key',
    title: '同一项写了两次',
    severity: 'error',
    reason: '同一个栏目写了两次，不知道以哪个为准。',
    example: {
      wrong: ['资金用途: 购买教材', '资金用途: 购买设备'],
      right: ['资金用途: 购买教材和设备'],
    },
  },
  {
    id: 'yaml/limits',
    title: '文件太大或嵌套太深',
    severity: 'error',
    reason: '一个项目的文件只有几KB，太大、嵌套太深、引用太多的文件是误放或恶意的。',
    example: {
      wrong: ['绩效目标: [[[[[[[[[[[[[[[[[[[[[[目标]]]]]]]]]]]]]]]]]]]]]]'],
      right: ['绩效目标:', '  - 目标'],
    },
  },
  {
    id: 'yaml/encoding',
    title: '文件的编码',
    severity: 'error',
    reason: '文件要存成UTF-8编码，否则汉字会变成乱码。',
    example: {
      wrong: ['记事本“另存为”，编码选“ANSI”'],
      right: ['记事本“另存为”，编码选“UTF-8”'],
    },
  },
  {
    id: 'field/unknown',
    title: '没有这个栏目',
    severity: 'error',
    reason: '栏目名写错一个字，这一项就会丢掉。',
    example: { wrong: ['资金用处: 购买教材'], right: ['资金用途: 购买教材'] },
  },
  {
    id: 'field/missing',
    title: '缺少必填项',
    severity: 'error',
    reason: '缺了序号、编码、名称等必填的内容，就做不成一张完整的表。',
    example: { wrong: ['项目名称:'], right: ['项目名称: 基层就业服务站运行经费'] },
  },
  {
    id: 'field/type',
    title: '填写的种类不对',
    severity: 'error',
    reason: '该填文字的地方写成了列表，或该填整数的地方写成了文字，程序就读不出来。',
    example: { wrong: ['绩效目标: 保障运行'], right: ['绩效目标:', '  - 保障运行'] },
  },
  {
    id: 'glossary/duplicate',
    title: '术语重复',
    severity: 'error',
    reason: '一个词写成两条，读者不知道以哪条为准，链接也只能到第一条。',
    example: {
      wrong: ['- 术语: 预算数', '  通俗解释: 计划花的钱。', '- 术语: 预算数', '  通俗解释: 批下来的钱。'],
      right: ['- 术语: 预算数', '  通俗解释: 批下来、计划花的钱。'],
    },
  },
  {
    id: 'words/duplicate',
    title: '日常用语重复',
    severity: 'error',
    reason: '文件里的一个词只写一项，它的日常用语都写在下面，才看得出已经有了哪些。',
    example: {
      wrong: [
        '- 文件用语: 养老',
        '  日常用语:',
        '    - 老人',
        '- 文件用语: 养老',
        '  日常用语:',
        '    - 老年人',
      ],
      right: ['- 文件用语: 养老', '  日常用语:', '    - 老人', '    - 老年人'],
    },
  },
  {
    id: 'areas/duplicate',
    title: '领域或它的词重复',
    severity: 'error',
    reason: '一个词写在两个领域里，就不知道项目该归入哪一个。',
    example: {
      wrong: ['- 领域: 社会保障和就业', '  词: [养老, 医疗]', '- 领域: 卫生健康', '  词: [医疗]'],
      right: ['- 领域: 社会保障和就业', '  词: [养老]', '- 领域: 卫生健康', '  词: [医疗]'],
    },
  },
  {
    id: 'areas/word',
    title: '领域的词太短',
    severity: 'error',
    reason: '一个字在许多不相干的名称里都有，按它归类会归错。',
    example: {
      wrong: ['- 领域: 社会保障和就业', '  词: [老]'],
      right: ['- 领域: 社会保障和就业', '  词: [养老]'],
    },
  },
  {
    id: 'import-words/conflict',
    title: '导入用语互相矛盾',
    severity: 'error',
    reason: '一个栏名写在两栏里，导入时就不知道旁边的内容该放进哪一栏。',
    example: {
      wrong: ['预算数: [核定预算]', '财政资金: [核定预算]'],
      right: ['预算数: [核定预算]', '财政资金: [财政核定数]'],
    },
  },
  {
    id: 'moved/duplicate',
    title: '旧址重复',
    severity: 'error',
    reason: '一个旧网址只能转到一个地方；写了两次，就不知道该去哪里。',
    example: {
      wrong: ['- 旧址: /terms/', '  新址: /glossary/', '- 旧址: /terms/', '  新址: /about/'],
      right: ['- 旧址: /terms/', '  新址: /glossary/'],
    },
  },
  {
    id: 'source/differs',
    title: '与官方文件不同',
    severity: 'warning',
    reason: '公开的内容要和 sources 里的官方文件一致；读得出的文件，每次检查都逐格核对。',
    example: {
      wrong: ['# 官方文件里的预算数是 190.00', '预算规模:', '  预算数: 191.00'],
      right: ['# 官方文件里的预算数是 190.00', '预算规模:', '  预算数: 190.00'],
    },
  },
  {
    id: 'markdown/html',
    title: '正文里的HTML和图片',
    severity: 'error',
    reason:
      '正文只用Markdown；HTML代码和可疑的链接可能带入脚本，不能公开。页面只显示本站的图片，别处的图片不显示。',
    example: {
      wrong: ['<b>一、总体绩效目标</b>', '![附图](https://example.cn/附图.png)'],
      right: ['**一、总体绩效目标**', '![附图](sources/附图.png)'],
    },
  },
  {
    id: 'markdown/anchor',
    title: '链接的位置不存在',
    severity: 'warning',
    reason: '标题改了，指向它的链接没有跟着改，读者点了没有反应。',
    example: {
      wrong: ['[见下文](#工作措施)', '## 二、工作保障措施'],
      right: ['[见下文](#二工作保障措施)', '## 二、工作保障措施'],
    },
  },
  {
    id: 'file/kind',
    title: '不该有的文件',
    severity: 'error',
    reason: '内容文件夹里只放内容文件：空文件、图片、快捷方式、放错位置的文件都不会公开。',
    example: {
      wrong: ['2022/313001/projects/汇总表.xlsx'],
      right: ['2022/313001/sources/汇总表.xlsx'],
    },
  },
];
