import type { Finding } from './finding.ts';
import { INVISIBLE_RULE, invisibleIn } from './invisible.ts';
import { blockOrLine, linesOf } from './several-lines.ts';
import { showLine } from './show-lines.ts';
import { linesAt, type Range, type SourceFile } from './source-file.ts';
import { isPastLimit, LIMITS, type YamlFault } from './yaml-tree.ts';

/** What each fault of the YAML is, in words an office clerk can act on. */
const SENTENCES: Record<YamlFault['code'], readonly [message: string, hint: string]> = {
  ALIAS_OF_GROUP: ['引用（*）指向了列表或一组项目，会成倍展开。', '请把引用改写成文字。'],
  ALIAS_PROPS: ['引用（*）前面多了标记。', '本格式不需要“&”“*”“!”这些标记，请去掉，或用双引号括住整段文字。'],
  ANCHOR: [
    '“&”开头的字会被当成标记丢掉。',
    '如果“&”属于文字，请用双引号把整段文字括起来；否则请去掉“&”和它后面到空格为止的字。',
  ],
  BAD_ALIAS: ['“*”开头的文字被当成了引用，但没有这个名称。', '请用双引号把这段文字括起来。'],
  BAD_COLLECTION_TYPE: ['标记与内容不符。', '请去掉“!”开头的标记。'],
  BAD_DIRECTIVE: ['“%”开头的一行被当成了指令。', '请用双引号把这段文字括起来，例如 "%100%"。'],
  BAD_DQ_ESCAPE: ['双引号里的“\\”用得不对。', '要写反斜杠本身，请写两个：“\\\\”。'],
  BAD_INDENT: ['这一行的缩进不对。', '同一级的项目左边对齐，下一级比上一级多空两格。'],
  BAD_KEY: ['冒号前面应是一个简单的名称。', '请检查这一行的冒号、括号和“-”。'],
  BAD_PROP_ORDER: ['标记的位置不对。', '请去掉“&”或“!”开头的标记。'],
  BAD_SCALAR_START: ['这段文字的第一个字符有特殊含义，不能直接写。', '请用双引号把这段文字括起来。'],
  BLOCK_AS_IMPLICIT_KEY: [
    '一行里有两个“: ”，程序分不清哪个是栏目名。',
    '如果第二个冒号属于文字，请用双引号把文字括起来。',
  ],
  BLOCK_IN_FLOW: ['括号里不能分行写列表或项目。', '请去掉“[”“]”或“{”“}”，改为每项一行。'],
  CONTROL: ['这段文字里有看不见的控制字符。', '请删去这段文字，再重新输入一遍，不要从别处粘贴。'],
  DUPLICATE_KEY: [
    '这一栏写了两次。',
    '请合并成一处。“核对说明”和“更正”有几条时，只写一个栏名，下面每条以“- ”开头。',
  ],
  CONFLICT: [
    '这里有两个人的改动合并时留下的记号，同一处有两种写法。',
    '“=======”上面是一种，下面是另一种。请留下对的，删去另一种，再删去以“<<<<<<<”“=======”“>>>>>>>”开头的三行。',
  ],
  FOLDED: [
    '这段文字写了几行，会被连成一行，中间加上空格。',
    '要分行的，冒号后面（或短横后面）只写“|-”，文字从下一行写起，每行比这一行多空两格；不分行的，请写在一行里。',
  ],
  FULL_WIDTH_COMMA: [
    '方括号里用了全角逗号或顿号，会被当成一个项目。',
    '请用半角逗号“,”隔开，或改为每项一行、以“- ”开头。如果标点属于文字，请用双引号把文字括起来。',
  ],
  HASH: [
    '文字里有空格加“#”，后面的字会被当成批注丢掉。',
    '如果“#”属于文字，请用双引号把整段文字括起来；如果是批注，请在“#”后空一格。',
  ],
  IMPOSSIBLE: ['文件结构无法识别。', '请对照另一个项目文件检查这一行。'],
  KEY_OVER_1024_CHARS: ['冒号前面的名称太长。', '请检查是否漏了换行，或冒号写错了地方。'],
  MISSING_CHAR: [
    '少了配对的引号或括号，或者栏目名后少了冒号。',
    '请检查这一行的引号和括号是否成对，冒号是否为半角“:”且后面空一格。',
  ],
  MULTILINE_IMPLICIT_KEY: [
    '这一行缺少“: ”，或者上一行的文字没有结束。',
    '栏目名后用半角冒号，冒号后空一格，例如“预算数: 190.00”。',
  ],
  MULTIPLE_ANCHORS: ['“&”标记重复。', '请去掉“&”标记。'],
  MULTIPLE_DOCS: ['文件中有单独一行的“---”或“...”，下面的内容不会被读取。', '请删去这一行。'],
  MULTIPLE_TAGS: ['“!”标记重复。', '请去掉“!”标记。'],
  NON_STRING_KEY: ['栏目名应是文字。', '请检查冒号前的名称。'],
  RESOURCE_EXHAUSTION: ['文件嵌套或引用太多，无法读取。', '请对照另一个项目文件检查结构。'],
  TAB_AS_INDENT: ['用了制表符（Tab）缩进。', '请改用空格：每一级两个空格。'],
  TAG: ['这里有“!”开头的标记，本格式不使用标记。', '请去掉标记；如果是文字，请用双引号括起来。'],
  TAG_RESOLVE_FAILED: ['“!”开头的标记无法识别。', '请去掉标记；如果是文字，请用双引号括起来。'],
  TOO_DEEP: [`嵌套超过${LIMITS.depth}层。`, '请检查缩进和括号。'],
  TOO_MANY_ALIASES: [`引用（*）超过${LIMITS.aliases}个。`, '请把引用改写成文字。'],
  UNEXPECTED_TOKEN: [
    '这里多了程序不认识的字符。',
    '请检查引号后面是否还有文字；含特殊字符的文字请整段用双引号括起来。',
  ],
};

/** A fault of the YAML as a finding. */
export function toFinding(fault: YamlFault, file: SourceFile): Finding {
  const [message, hint] = SENTENCES[fault.code];
  const own =
    fault.code === 'FOLDED'
      ? hintOnLines(file.text, fault.range)
      : fault.code === 'FULL_WIDTH_COMMA'
        ? hintOnCommas(file.text, fault.range)
        : undefined;
  return {
    file,
    range: fault.range,
    rule: ruleOf(fault.code),
    message,
    hint: own ?? hint,
    ...(fault.text !== undefined && invisibleIn(fault.text, '这段文字')),
    severity: 'error',
  };
}

function hintOnLines(text: string, { start, end }: Range): string | undefined {
  const pieces = linesOf(text.slice(start, end));
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  // What begins on a line of its own belongs to the key above; a range has one line to begin in, so words must do.
  return pieces === undefined || before.trim() === '' ? undefined : blockOrLine(text, { start, end }, pieces);
}

function ruleOf(code: YamlFault['code']): string {
  if (code === 'CONTROL') return INVISIBLE_RULE;
  if (code === 'DUPLICATE_KEY') return 'yaml/duplicate-key';
  if (isPastLimit(code)) return 'yaml/limits';
  return 'yaml/syntax';
}

/** `[甲，乙]`: two items, or one whose text has the comma. */
function hintOnCommas(text: string, range: Range): string | undefined {
  const { before, value, after } = linesAt(text, range);
  const inside = /^\[([^"'[\]]*)\]$/.exec(value)?.[1];
  if (inside === undefined) return undefined;
  const items = inside.split(/[，、,]/).map((item) => item.trim());
  const several = showLine(`${before}[${items.join(', ')}]${after}`, true);
  const one = showLine(`${before}["${inside.trim()}"]${after}`, true);
  return `${several}；标点属于文字的，${one}。`;
}
