import type { FormatName } from '../../src/files/fix/formats.ts';

/** A made-up project file without any fault, in which each breakage changes something. */
export const GOOD = `序号: 1
项目编码: 13060522P00416610001C
项目名称: 示例项目
预算规模:
  预算数: 190.00
  财政资金: 190.00
  其他资金:
资金用途: 购买示例教材
资金支出计划:
  3月底: 25%
  6月底: 50%
  10月底: 75%
  12月底: 100%
绩效目标:
  - 保障示例教材供应
  - 保障示例设备运行
绩效指标:
  产出指标:
    - 二级指标: 数量指标
      三级指标: 示例教材数量
      绩效指标描述: 购买的套数
      指标值: ≥10套
      指标值确定依据: 年度示例计划
    - 二级指标: 质量指标
      三级指标: 示例教材合格率
      绩效指标描述: 合格的所占的比例
      指标值: ≥95%
      指标值确定依据: 年度示例计划
  效益指标:
    - 二级指标: 社会效益指标
      三级指标: 示例知晓率
      绩效指标描述: 知道的人所占的比例
      指标值: ≥90%
      指标值确定依据: 年度示例计划
  满意度指标:
    - 二级指标: 服务对象满意度指标
      三级指标: 示例对象满意度
      绩效指标描述: 满意的人所占的比例
      指标值: ≥90%
      指标值确定依据: 年度示例计划
`;

/** What of the good file was replaced by what. */
export type Breakage = readonly [name: string, before: string, after: string];

/** Files as people break them; obeying what is said of them, to the letter, leads to a file without faults. */
export const MENDED_BY_HINTS: readonly Breakage[] = [
  ['full-width colon', '预算数: 190', '预算数：190'],
  ['full-width colon without value', '预算规模:', '预算规模：'],
  ['no blank after the colon', '预算数: 190', '预算数:190'],
  ['no colon', '预算数: 190', '预算数 190'],
  ['neither colon nor blank', '预算数: 190', '预算数190'],
  ['no colon behind a group', '预算规模:', '预算规模'],
  ['a tab for the colon', '预算数: 190', '预算数\t190'],
  ['an equals sign for the colon', '预算数: 190', '预算数=190'],
  ['a semicolon for the colon', '资金用途: ', '资金用途；'],
  ['a no-break blank after the colon', '预算数: 190', '预算数:\u00a0190'],
  ['a full-width blank after the colon', '资金用途: ', '资金用途:\u3000'],
  ['a full-width blank before the colon', '资金用途: ', '资金用途\u3000: '],
  ['a key in Chinese quotes', '  财政资金: ', '  “财政资金”: '],
  ['full-width figures in a key', '3月底: ', '３月底: '],
  ['a full-width dash', '  - 保障示例教材', '  － 保障示例教材'],
  ['a long dash', '  - 保障示例教材', '  — 保障示例教材'],
  ['a dash without blank', '  - 保障示例教材', '  -保障示例教材'],
  ['a dash without blank before a key', '- 二级指标: 质量', '-二级指标: 质量'],
  ['a dash that was lost', '    - 二级指标: 质量', '    二级指标: 质量'],
  ['a dash that was lost with blanks in its place', '    - 二级指标: 质量', '      二级指标: 质量'],
  ['the first dash of a list lost', '    - 二级指标: 数量', '      二级指标: 数量'],
  ['a dash too many in a row', '      三级指标: 示例教材合格率', '    - 三级指标: 示例教材合格率'],
  ['a dash before a field of a group', '  财政资金: 190', '  - 财政资金: 190'],
  [
    'dashes before all fields of a group',
    '  预算数: 190.00\n  财政资金: 190.00\n  其他资金:',
    '  - 预算数: 190.00\n  - 财政资金: 190.00\n  - 其他资金:',
  ],
  ['a dash before a field at the left', '资金用途: 购买', '- 资金用途: 购买'],
  ['a lost indentation', '  财政资金: 190', '财政资金: 190'],
  ['the first indentation of a group lost', '  预算数: 190', '预算数: 190'],
  [
    'all indentations of a group lost',
    '  预算数: 190.00\n  财政资金: 190.00\n  其他资金:',
    '预算数: 190.00\n财政资金: 190.00\n其他资金:',
  ],
  ['a month at the left', '  6月底: 50%', '6月底: 50%'],
  ['a field of a row at the left', '      指标值: ≥10套', '指标值: ≥10套'],
  ['a field of a row set in too little', '      指标值: ≥10套', '     指标值: ≥10套'],
  ['a field of a row set in too far', '      指标值: ≥10套', '        指标值: ≥10套'],
  ['a first level at the left', '  效益指标:', '效益指标:'],
  ['a field set in that stands at the left', '资金用途: 购买', '  资金用途: 购买'],
  ['a group set in that stands at the left', '资金支出计划:', '  资金支出计划:'],
  ['a field set in too far', '  财政资金: 190', '    财政资金: 190'],
  ['a field set in too little', '  财政资金: 190', ' 财政资金: 190'],
  ['a tab as indentation', '  财政资金: 190', '\t财政资金: 190'],
  ['two tabs as indentation', '      指标值: ≥10套', '\t\t指标值: ≥10套'],
  ['a tab before a dash', '    - 二级指标: 质量', '\t- 二级指标: 质量'],
  ['full-width blanks as indentation', '  财政资金: 190', '　财政资金: 190'],
  ['mixed indentation', '  财政资金: 190', ' \t财政资金: 190'],
  ['no-break blanks as indentation', '  财政资金: 190', '\u00a0\u00a0财政资金: 190'],
  ['an item set in less than the others', '  - 保障示例设备', '- 保障示例设备'],
  ['an item set in more than the others', '  - 保障示例设备', '    - 保障示例设备'],
  ['two fields in one line', '190.00\n  财政资金', '190.00 财政资金'],
  [
    'three fields in one line',
    '序号: 1\n项目编码: 13060522P00416610001C\n项目名称',
    '序号: 1 项目编码: 13060522P00416610001C 项目名称',
  ],
  ...['', '；', '，', ', '].map((sign): Breakage => [
    `two amounts with “${sign}” between`,
    '190.00\n  财政资金',
    `190.00${sign}财政资金`,
  ]),
  [
    'two amounts in one line with full-width colons',
    '预算数: 190.00\n  财政资金: ',
    '预算数：190.00财政资金：',
  ],
  ['two months in one line', '25%\n  6月底', '25%、6月底'],
  ['a month that ends as another', '75%\n  12月底', '75%12月底'],
  [
    'a field of a row behind another',
    '≥95%\n      指标值确定依据: 年度示例计划\n  效益',
    '≥95%指标值确定依据: 年度示例计划\n  效益',
  ],
  ['a field of a row behind its first', '数量指标\n      三级指标', '数量指标；三级指标'],
  ['two fields of a row in one line', '- 二级指标: 数量指标\n      三级', '- 二级指标: 数量指标 三级'],
  ['a field in the line of its group', '预算规模:\n  预算数', '预算规模: 预算数'],
  [
    'a text in place of a list',
    '绩效目标:\n  - 保障示例教材供应\n  - 保障示例设备运行',
    '绩效目标: 保障示例教材供应',
  ],
  ['the first item beside the key', '绩效目标:\n  - 保障', '绩效目标: 保障'],
  ['the first item with its dash beside the key', '绩效目标:\n  - 保障', '绩效目标: - 保障'],
  ['a list of one item in place of a text', '资金用途: 购买', '资金用途:\n  - 购买'],
  ['a list in brackets in place of a text', '资金用途: 购买示例教材', '资金用途: [购买示例教材]'],
  ['brackets in Chinese', '绩效目标:\n  - 保障示例教材供应\n  - 保障示例设备运行', '绩效目标: ［甲，乙］'],
  ['[] left above the rows', '  效益指标:\n', '  效益指标: []\n'],
  ['{} left above the fields', '预算规模:\n', '预算规模: {}\n'],
  ['[] left above the goals', '绩效目标:\n', '绩效目标: [] # 批注\n'],
  ['a block that begins beside its sign', '资金用途: 购买', '资金用途: |- 购买'],
  [
    'a block of two lines that begins beside its sign',
    '资金用途: 购买示例教材',
    '资金用途: |- 购买示例教材\n  购买示例设备',
  ],
  ['an item in a block that begins beside its sign', '  - 保障示例教材', '  - |- 保障示例教材'],
  ['the sign of a block in full width', '资金用途: 购买', '资金用途: ｜－\n  购买'],
  ['a block of text at the left', '资金用途: 购买示例教材', '资金用途: |-\n购买示例教材\n购买示例设备'],
  [
    'a block of text, its second line at the left',
    '资金用途: 购买示例教材',
    '资金用途: |-\n  购买示例教材\n购买：示例设备',
  ],
  [
    'a block of text set in by a tab',
    '资金用途: 购买示例教材',
    '资金用途: |-\n\t购买示例教材\n\t购买示例设备',
  ],
  ['a double quote not closed', '资金用途: 购买示例教材', '资金用途: "购买示例教材'],
  ['a single quote not closed', '资金用途: 购买示例教材', "资金用途: '购买示例教材"],
  ['words behind a quote', '资金用途: 购买', '资金用途: "示例"购买'],
  ['a colon and a blank in a text', '资金用途: 购买', '资金用途: 用于: 购买'],
  ['a colon and a blank in an item', '  - 保障示例教材', '  - 目标: 保障示例教材'],
  ['a colon at the end of a text', '资金用途: 购买示例教材', '资金用途: 购买下列教材:'],
  ['# in a text', '资金用途: 购买', '资金用途: 用于 #3 楼购买'],
  ['# in an item', '  - 保障示例教材', '  - 保障 #3 楼示例教材'],
  ['# at the beginning of a text', '资金用途: 购买', '资金用途: #3 楼购买'],
  ['a comment with a full-width sign', '资金用途: 购买', '＃ 下面是用途\n资金用途: 购买'],
  ...['%', '@', '`', '*', '&', '!', '|', '>', '{', '[', ',', ']', '}', '- ', '? ', '& ', '&a '].map(
    (sign): Breakage => [`a text that begins with ${sign}`, '资金用途: 购买', `资金用途: ${sign}购买`],
  ),
  ...['%', '@', '*', '&', '!', '>', '{', '['].map((sign): Breakage => [
    `an item that begins with ${sign}`,
    '  - 保障示例教材',
    `  - ${sign}保障示例教材`,
  ]),
  ['a text that goes on at the left', '购买示例教材\n', '购买示例教材\n和示例设备\n借阅架\n'],
  ['a text at the left below its key', '资金用途: 购买示例教材\n', '资金用途:\n1. 教材\n2. 设备\n'],
  ['an item that goes on at the left', '教材供应\n', '教材供应，\n按时供应\n'],
  [
    'items at the left below their key',
    '  - 保障示例教材供应\n  - 保障示例设备运行',
    '1、保障示例教材供应\n2、保障示例设备运行',
  ],
  ['a text over several lines', '资金用途: 购买示例教材', '资金用途: 购买示例教材\n  和示例设备'],
  ['a quoted text over several lines', '资金用途: 购买示例教材', '资金用途: "购买示例教材\n  和示例设备"'],
  ['a folded text', '资金用途: 购买示例教材', '资金用途: >-\n  购买示例教材\n  和示例设备'],
  ['an item over several lines', '  - 保障示例教材供应', '  - 保障示例教材供应\n    和借阅'],
  ['a misspelt key', '资金用途: ', '资金用处: '],
  ['a shortened key', '项目名称: ', '项目名: '],
  ['a key with its unit', '  预算数: ', '  预算数（万元）: '],
  ['a month in Chinese figures', '  3月底: ', '  三月底: '],
  ['a traditional key', '项目名称: ', '項目名稱: '],
  ['a misspelt key of a row', '      三级指标: 示例教材合格率', '      三级指际: 示例教材合格率'],
  ['a month in words', '  12月底: ', '  十二月底: '],
  ['a month with a zero before it', '  3月底: ', '  03月底: '],
  ['a misspelt key of a group', '预算规模:', '预算规摸:'],
  ['a misspelt first level', '  满意度指标:', '  满意度:'],
  [
    'a row pasted from a spreadsheet',
    '      指标值确定依据: 年度示例计划\n  效益',
    '      指标值确定依据: 年度示例计划\n时效指标\t示例完成时间\t按时完成\t12月底前\t年度示例计划\n  效益',
  ],
  [
    'a row pasted with blanks between',
    '      指标值确定依据: 年度示例计划\n  效益',
    '      指标值确定依据: 年度示例计划\n时效指标  示例完成时间   按时完成  12月底前  年度示例计划\n  效益',
  ],
  [
    'a row pasted behind its dash',
    '      指标值确定依据: 年度示例计划\n  效益',
    '      指标值确定依据: 年度示例计划\n    - 时效指标\t示例完成时间\t按时完成\t12月底前\t年度示例计划\n  效益',
  ],
  [
    'rows pasted with their first level',
    '  效益指标:',
    '产出指标\t数量指标\t示例培训次数\t全年次数\t≥2次\t年度示例计划\n产出指标\t时效指标\t示例完成时间\t\t12月底前\t年度示例计划\n  效益指标:',
  ],
  ['a quote before an amount', '预算数: 190', '预算数: "190'],
  ['a quote before a share', '6月底: 50%', "6月底: '50%"],
  ['an amount in full width', '预算数: 190.00', '预算数: １９０．００'],
  ['an amount with separators', '190.00\n  财政资金: 190.00', '1,392.00\n  财政资金: 1,392.00'],
  ['an amount with its unit', '预算数: 190.00', '预算数: 190万元'],
  ['an amount with a full stop', '预算数: 190.00', '预算数: 190.00。'],
  ['an amount with a quote not closed', '预算数: 190.00', "预算数: '190.00"],
  ['an amount in 元', '预算数: 190.00', '预算数: 1900000元'],
  ['an amount in 元 with separators', '预算数: 190.00', '预算数: 1,900,000.00元'],
  ['an amount in 亿元', '预算数: 190.00', '预算数: 0.019亿元'],
  ['an amount with an invisible character', '预算数: 190.00', '预算数: 190.00\u200b'],
  ['an amount in Chinese quotes', '预算数: 190.00', '预算数: “190.00”'],
  ['an amount with a blank before its unit', '预算数: 190.00', '预算数: 190 万元'],
  ['a share without its sign', '6月底: 50%', '6月底: 50'],
  ['a share with a full-width sign', '6月底: 50%', '6月底: 50％'],
  ['a share with a blank', '6月底: 50%', '6月底: 50 %'],
  ['a number with a comma behind', '序号: 1', '序号: 1,'],
  ['a number in full width', '序号: 1', '序号: １'],
  ['a code with a blank', '13060522P00416610001C', '13060522P 00416610001C'],
  ['a code in full width', '项目编码: 13060522P', '项目编码: １３０６０５２２P'],
  ['several at once', '  预算数: 190.00\n  财政资金: 190.00', '\t预算数：１９０.00\n财政资金:190.00'],
  [
    'goals without dashes',
    '  - 保障示例教材供应\n  - 保障示例设备运行',
    '  保障示例教材供应\n  保障示例设备运行',
  ],
  [
    'goals with numbers',
    '  - 保障示例教材供应\n  - 保障示例设备运行',
    '  1. 保障示例教材供应\n  2、保障示例设备运行',
  ],
  [
    'a block of text in place of goals',
    '绩效目标:\n  - 保障示例教材供应',
    '绩效目标: |-\n  保障示例教材供应',
  ],
  ['a text beside the fields of a group', '预算规模:', '预算规模: 190'],
  ['a quote before a key', '  效益指标:', '“  效益指标:'],
  ['a comma before a key', '      指标值: ≥95%', ',      指标值: ≥95%'],
  ['a bracket before an amount', '预算数: 190', '预算数: [ 190'],
  ['a star before a share', '6月底: 50%', '6月底: *50%'],
  ['a row that begins beside its first level', '  效益指标:\n    - 二级', '  效益指标: - 二级'],
  ['a dash set in by half a step', '  效益指标:\n    - 二级', '  效益指标:\n     - 二级'],
  ['a first level whose name is broken', '绩效指标:', '绩效“指标:'],
  ['two colons', '预算数: 190', '预算数:: 190'],
  ['a half-width quote closed by a Chinese one', '资金用途: 购买示例教材', '资金用途: "购买示例教材”'],
  ['a bracket not closed', '绩效目标:\n  - 保障示例教材供应\n  - 保障示例设备运行', '绩效目标: [甲, 乙'],
  [
    'a full-width comma in brackets',
    '绩效目标:\n  - 保障示例教材供应\n  - 保障示例设备运行',
    '绩效目标: [甲，乙]',
  ],
  ['an alias of nothing', '资金用途: 购买示例教材', '资金用途: *甲'],
  ['a line without a key below a text', '资金用途: 购买示例教材', '资金用途: 购买示例教材\n和示例设备'],
  ['a control character', '资金用途: 购买', '资金用途: 购\u0007买'],
  ['a year in Chinese quotes', '序号: 1', '序号: “1”'],
  [
    'an explanation without its dash',
    '资金支出计划:',
    '核对说明:\n  位置: 资金用途\n  原文: 购买示例教材\n  说明: 按原文。\n资金支出计划:',
  ],
];

/** What words must say because only the editor knows what was meant: nothing is offered to copy. */
export const TOLD_IN_WORDS: readonly (readonly [...Breakage, says: string])[] = [
  ['two fields in one line of full width', '25%\n  6月底: ', '25%　6月底：', '请把“6月底：50%”另起一行'],
  ['an anchor in front of a list', '绩效目标:', '绩效目标: &a', '“&”'],
  ['a key twice', '资金用途:', '资金用途: 甲\n资金用途:', '写了两次'],
  [
    'a field in another group',
    '资金支出计划:\n',
    '资金支出计划:\n  上年结转: 1\n',
    '“上年结转”写在“预算规模”下面',
  ],
  ['a field outside its group', '绩效目标:\n', '上年结转: 1\n绩效目标:\n', '“上年结转”写在“预算规模”下面'],
  ['rows without their first level', '  产出指标:\n', '', '在上面补上少了的那一行'],
  [
    'marks of a merge',
    '  财政资金: 190.00\n',
    '<<<<<<< HEAD\n  财政资金: 190.00\n=======\n  财政资金: 191.00\n>>>>>>> 另一人\n',
    '两个人的改动',
  ],
  ['two documents', '资金用途:', '---\n资金用途:', '请删去这一行'],
  ['a line of no field', '资金支出计划:\n', '资金支出计划:\n预算数．190\n', '没有栏目名'],
  [
    'a text in place of a group',
    '预算规模:\n  预算数: 190.00\n  财政资金: 190.00\n  其他资金:',
    '预算规模: 190',
    '请在下面分行写：预算数、财政资金',
  ],
  [
    'an empty group',
    '  预算数: 190.00\n  财政资金: 190.00\n  其他资金:\n',
    '',
    '请在下面分行写：预算数、财政资金',
  ],
  ['an empty row', '  满意度指标:\n', '  满意度指标:\n    -\n', '删去这一行'],
  ['a missing amount', '  预算数: 190.00\n', '', '请补上一行“预算数: ”，左边空2格'],
  ['a missing name', '项目名称: 示例项目\n', '', '请补上一行“项目名称: ”，左边不空格'],
  ['a missing name of a row', '      三级指标: 示例教材合格率\n', '', '请补上一行“三级指标: ”，左边空6格'],
  [
    'a missing group',
    '预算规模:\n  预算数: 190.00\n  财政资金: 190.00\n  其他资金:\n',
    '',
    '再在下面分行写：预算数',
  ],
  [
    'a pasted row with a cell too few',
    '  效益指标:\n',
    '数量指标\t示例\t≥1套\t依据\n  效益指标:\n',
    '--rows',
  ],
  [
    'a pasted row of another first level',
    '  效益指标:\n',
    '社会效益指标\t示例\t描述\t≥1%\t依据\n  效益指标:\n',
    '--rows',
  ],
  ['a negative amount', '预算数: 190.00', '预算数: -3', '是负数'],
  ['a power', '预算数: 190.00', '预算数: 1e3', '科学记数法'],
  ['seven places', '预算数: 190.00', '预算数: 190.0000001', '小数超过了6位'],
  ['sixteen digits', '预算数: 190.00', '预算数: 1,000,000,000,000,000', '整数超过了15位'],
  ['a comma that parts no thousands', '预算数: 190.00', '预算数: 1,9', '请在“核对说明”中说明'],
  ['a formula for an amount', '预算数: 190.00', '预算数: =SUM(A1:A2)', '请在“核对说明”中说明'],
  ['a thirteenth month', '  12月底: 100%\n', '  12月底: 100%\n  13月底: 100%\n', '可以写的有：1月底'],
  ['an amount in words', '预算数: 190.00', '预算数: 待定', '请在“核对说明”中说明'],
  ['a dash for an amount', '预算数: 190.00', '预算数: -', '冒号后面什么也不写'],
  ['a dash for a share', '12月底: 100%', '12月底: -', '冒号后面什么也不写'],
  ['a sign before a share', '12月底: 100%', '12月底: %100', '请对照原文改正'],
  [
    'very many items at the left below their key',
    '  - 保障示例教材供应\n  - 保障示例设备运行',
    Array.from({ length: 30 }, (_, index) => `保障示例教材${String(index)}`).join('\n'),
    '左边空2格',
  ],
  ['a month that there is not', '  12月底: ', '  13月底: ', '可以写的有'],
  ['an anchor before a key', '资金用途: ', '&甲 资金用途: ', '请去掉“&”'],
  ['a row that was not filled in', '三级指标: 示例知晓率', '三级指标:', '整条删去'],
  ['null for an amount', '预算数: 190.00', '预算数: null', '现为“null”'],
  ['a share in words', '6月底: 50%', '6月底: 五成', '请在“核对说明”中说明'],
  ['a share far above all', '10月底: 75%', '10月底: 250%', '若原文如此'],
  ['twenty digits for a number', '序号: 1', '序号: 99999999999999999999', '最多9位'],
  ['a comma in a number', '序号: 1', '序号: 1,2', '不写逗号'],
  ['a code of another shape', '13060522P00416610001C', '示例〔2022〕1号', '文件名用序号，即“001.yaml”'],
  ['a table for a file', GOOD, '序号,项目编码,预算数\n1,13060522P00416610001C,190\n', '每行一栏'],
  [
    'a table with tabs for a file',
    GOOD,
    '序号\t项目编码\t预算数\n1\t13060522P00416610001C\t190\n',
    '每行一栏',
  ],
  ['prose for a file', GOOD, '示例项目绩效目标表\n本项目用于购买示例教材。\n', '每行一栏'],
];

/** What is no fault although it looks like one. */
export const AS_IT_STANDS: readonly Breakage[] = [
  ['a text in a block', '资金用途: 购买示例教材', '资金用途: |-\n  预算数：1\n  － 说明'],
  [
    'a text to which another refers',
    '- 保障示例教材供应\n  - 保障',
    '- &甲 保障示例教材供应\n  - *甲\n  - 保障',
  ],
  ['a comment behind a text', '资金用途: 购买示例教材', '资金用途: 购买示例教材 # 批注'],
  [
    'dashes in the column of their key',
    '  - 保障示例教材供应\n  - 保障示例设备运行',
    '- 保障示例教材供应\n- 保障示例设备运行',
  ],
  [
    'a list in brackets over two lines',
    '绩效目标:\n  - 保障示例教材供应\n  - 保障示例设备运行',
    '绩效目标: [甲,\n  乙]',
  ],
  ['words that other programs read otherwise', '购买示例教材', 'yes'],
  ['a date as a text', '购买示例教材', '2022-01-01'],
];

/** Other files as people break them, for which the hints lead to a file that can be read. */
export const OTHER_FILES: readonly (readonly [FormatName, name: string, text: string])[] = [
  [
    'department',
    'typos of all kinds',
    '---\n部门编码：313001\n部门名称: 示例局 年度: 2022\n金额单位: 万\n---\n',
  ],
  [
    'department',
    'a year with its sign',
    '---\n部门编码: "313001"\n部门名称: 示例局\n年度: 2022年\n金额单位: 万元\n---\n',
  ],
  [
    'department',
    'a date in words at the left',
    '---\n部门编码: "313001"\n部门名称: 示例局\n年度: 2022\n金额单位: 万元\n来源:\n公开日期: 2022年2月3日\n---\n',
  ],
  ['site', 'a field at the left', '站点名称: 示例\n发布机构: 示例局\n联系:\n电子邮箱: a@example.cn\n'],
  ['site', 'words in place of a list', '站点名称: 示例\n发布机构: 示例局\n栏目:\n  关键词: 甲，乙、丙\n'],
  [
    'site',
    'the file of an address',
    '站点名称: 示例\n发布机构: 示例局\n网址: https://example.cn/a/index.html\n',
  ],
  ['site', 'an address in capitals', '站点名称: 示例\n发布机构: 示例局\n网址: HTTPS：//example.cn/a\n'],
  ['site', 'a word that is near', '站点名称: 示例\n发布机构: 示例局\n站点性质：演示站\n'],
  ['site', 'a code in full width', '站点名称: 示例\n发布机构: 示例局\n网站标识码: ＢＭ１２３４５６７８\n'],
  [
    'site',
    'a number in full width',
    '站点名称: 示例\n发布机构: 示例局\n公安备案号: 京公网安备１１０１０５０２０００００１号\n',
  ],
  ['glossary', 'no dashes', '术语: 示例\n通俗解释: 甲\n术语: 示例二\n通俗解释: 乙\n'],
  ['glossary', 'a full-width dash', '－ 术语: 示例\n　通俗解释: 甲\n'],
  ['everyday-words', 'words in one line', '- 文件用语: 养老\n  日常用语: 老人、老年人\n'],
  ['page', 'a number in full width', '---\n标题：示例\n顺序: ２\n---\n正文\n'],
];
