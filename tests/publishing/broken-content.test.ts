import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formatFindings } from '../../src/files/format-findings.ts';
import { placeOf } from '../../src/files/source-file.ts';
import { buildSite } from '../../src/publishing/build.ts';
import { markFolder } from '../../src/integration/output-folder.ts';

/** A copy of the real content with two of its projects, broken in one way at a time, and a site that stands where the build would put its own. */
let root = '';
let content = '';
let out = '';
const PROJECT = '2022/313001/projects/13060522P00416610001C.yaml';
const DEPARTMENT = '2022/313001/department.md';
const SITE = 'site.yaml';
const GLOSSARY = 'glossary.yaml';

/** Two of the projects suffice, the second to be told apart from: all would be read and checked once a breakage. */
const COPIED = [basename(PROJECT), '13060522P004064100019.yaml'];
const isCopied = (path: string) => !/[\\/]projects[\\/]/.test(path) || COPIED.includes(basename(path));

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'mingzhang-broken-'));
});
beforeEach(async () => {
  content = join(root, 'content');
  out = join(root, 'dist');
  for (const folder of [content, out]) rmSync(folder, { recursive: true, force: true });
  cpSync('content', content, { recursive: true, filter: isCopied });
  mkdirSync(out);
  await markFolder(out, '/');
  writeFileSync(join(out, 'index.html'), 'the last good site');
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

interface Breakage {
  readonly name: string;
  readonly file: string;
  /** What is done to the file at this path. */
  readonly act: (path: string) => void;
  /** Rule and place of the finding that must be among those on the file. */
  readonly rule: string;
  readonly line: number;
  readonly column: number;
}

type At = readonly [rule: string, line: number, column: number];

/** A text of the file is replaced by another. */
function replaced(name: string, file: string, [from, to]: readonly [string, string], at: At): Breakage {
  return edited(
    name,
    file,
    (text) => {
      if (!text.includes(from)) throw new Error(`“${from}” is not in ${file}`);
      return text.replace(from, () => to);
    },
    at,
  );
}

function edited(name: string, file: string, edit: (text: string) => string | Buffer, at: At): Breakage {
  const act = (path: string) => {
    writeFileSync(path, edit(readFileSync(path, 'utf8')));
  };
  return acted(name, file, act, at);
}

function acted(name: string, file: string, act: Breakage['act'], [rule, line, column]: At): Breakage {
  return { name, file, act, rule, line, column };
}

/** A new file, where there was none. */
function added(name: string, file: string, text: string | Buffer, at: At): Breakage {
  const act = (path: string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  return acted(name, file, act, at);
}

const deep = (levels: number) => `${'['.repeat(levels)}目标${']'.repeat(levels)}`;
const PURPOSE = '资金用途: 解决到村工作下排班选调生的后顾之忧，帮助他们尽快适应基层工作';

const TYPOS: readonly Breakage[] = [
  replaced('a full-width colon', PROJECT, ['预算数: 5.10', '预算数：5.10'], ['yaml/syntax', 5, 6]),
  replaced(
    'a full-width colon at the top level',
    PROJECT,
    ['绩效目标:', '绩效目标：'],
    ['yaml/syntax', 14, 5],
  ),
  replaced(
    'a full-width colon in a list',
    PROJECT,
    ['- 二级指标: 质量指标', '- 二级指标：质量指标'],
    ['yaml/syntax', 24, 11],
  ),
  replaced(
    'a full-width colon in front matter',
    DEPARTMENT,
    ['年度: 2022', '年度：2022'],
    ['yaml/syntax', 4, 3],
  ),
  replaced('a full-width colon in site.yaml', SITE, ['发布机构: ', '发布机构：'], ['yaml/syntax', 2, 5]),
  replaced('no blank after the colon', PROJECT, ['预算数: 5.10', '预算数:5.10'], ['yaml/syntax', 5, 6]),
  replaced(
    'a full-width blank after the colon',
    PROJECT,
    ['预算数: 5.10', '预算数:　5.10'],
    ['yaml/syntax', 5, 7],
  ),
  replaced(
    'a full-width blank as indentation',
    PROJECT,
    ['  预算数: 5.10', '　预算数: 5.10'],
    ['yaml/syntax', 5, 1],
  ),
  replaced('a tab as indentation', PROJECT, ['  财政资金: 5.10', '\t财政资金: 5.10'], ['yaml/syntax', 6, 1]),
  replaced('a full-width dash of a list', PROJECT, ['  - 解决到村', '  － 解决到村'], ['yaml/syntax', 15, 3]),
  replaced('no blank after the dash', PROJECT, ['  - 解决到村', '  -解决到村'], ['yaml/syntax', 15, 3]),
  replaced('full-width digits', PROJECT, ['预算数: 5.10', '预算数: ５.１０'], ['money/format', 5, 8]),
  replaced('a full-width percent sign', PROJECT, ['6月底: 50%', '6月底: 50％'], ['plan/format', 11, 8]),
  replaced(
    'full-width quotes around an amount',
    PROJECT,
    ['预算数: 5.10', '预算数: “5.10”'],
    ['money/format', 5, 8],
  ),
  replaced(
    'a full-width comma in an amount',
    PROJECT,
    ['预算数: 5.10', '预算数: 1，392.00'],
    ['money/format', 5, 8],
  ),
  replaced(
    'full-width brackets for an empty list',
    PROJECT,
    [PURPOSE, `${PURPOSE}\n核对说明: ［］`],
    ['yaml/syntax', 9, 7],
  ),
  replaced(
    'a full-width comma in brackets',
    SITE,
    ['关键词:\n    - 预算绩效目标', '关键词: [甲，乙]\n  # '],
    ['yaml/syntax', 16, 8],
  ),
  replaced(
    'a colon and a blank in a text',
    PROJECT,
    [PURPOSE, '资金用途: 用于: 购买'],
    ['yaml/syntax', 8, 7],
  ),
  replaced('a number sign in a text', PROJECT, [PURPOSE, '资金用途: 用于 #3 楼'], ['yaml/syntax', 8, 7]),
  replaced('a quote that is not closed', PROJECT, [PURPOSE, '资金用途: "用于购买'], ['yaml/syntax', 8, 7]),
  replaced(
    'a number for a number of the form in words',
    PROJECT,
    ['序号: 37', '序号: 三十七'],
    ['field/type', 1, 5],
  ),
  replaced('a date where a number belongs', PROJECT, ['序号: 37', '序号: 2022-12-31'], ['field/type', 1, 5]),
  edited('a byte order mark', PROJECT, (text) => `\ufeff${text}`, ['yaml/encoding', 1, 1]),
  // 序号 in GBK.
  edited(
    'GBK instead of UTF-8',
    PROJECT,
    () => Buffer.from([0xd0, 0xf2, 0xba, 0xc5, 0x3a, 0x20, 0x31, 0x0a]),
    ['yaml/encoding', 1, 1],
  ),
  edited('UTF-16 instead of UTF-8', PROJECT, (text) => Buffer.from(`\ufeff${text}`, 'utf16le'), [
    'yaml/encoding',
    1,
    1,
  ]),
  replaced('a misspelt key', PROJECT, ['资金用途:', '资金用处:'], ['field/unknown', 8, 1]),
  replaced(
    'a misspelt key of an indicator',
    PROJECT,
    ['      指标值: 100%', '      指标直: 100%'],
    ['field/unknown', 22, 7],
  ),
  replaced('a misspelt month-end', PROJECT, ['6月底: 50%', '6月末: 50%'], ['field/unknown', 11, 3]),
];

const RULES: readonly Breakage[] = [
  replaced(
    'the same key twice',
    PROJECT,
    [PURPOSE, `${PURPOSE}\n资金用途: 另一个`],
    ['yaml/duplicate-key', 9, 1],
  ),
  replaced(
    'a goal nested too deep',
    PROJECT,
    ['绩效目标:\n', `绩效目标: ${deep(25)}\n#`],
    ['yaml/limits', 14, 27],
  ),
  replaced(
    'a thousand brackets',
    PROJECT,
    ['绩效目标:\n', `绩效目标: ${deep(1000)}\n#`],
    ['yaml/limits', 14, 207],
  ),
  replaced(
    'an alias bomb',
    PROJECT,
    [PURPOSE, '资金用途: &a [x, x]\n核对说明: [*a, *a, *a]'],
    ['yaml/limits', 9, 8],
  ),
  replaced(
    'too many aliases',
    PROJECT,
    [PURPOSE, `资金用途: &a x\n核对说明: [${'*a, '.repeat(120)}]`],
    ['yaml/limits', 9, 408],
  ),
  replaced('an alias to nothing', PROJECT, [PURPOSE, '资金用途: *nothing'], ['yaml/syntax', 8, 7]),
  replaced('a tag', PROJECT, [PURPOSE, '资金用途: !!binary aGk='], ['yaml/syntax', 8, 7]),
  replaced('an unknown tag', PROJECT, [PURPOSE, '资金用途: !secret x'], ['yaml/syntax', 8, 7]),
  replaced('a second document', PROJECT, [PURPOSE, `---\n${PURPOSE}`], ['yaml/syntax', 8, 1]),
  replaced('a key that is a list', PROJECT, [PURPOSE, '[甲, 乙]: 丙'], ['yaml/syntax', 8, 1]),
  replaced('a control character', PROJECT, [PURPOSE, '资金用途: 甲\u202e乙'], ['text/invisible', 8, 7]),
  replaced('an unknown key', PROJECT, [PURPOSE, '负责人: 甲'], ['field/unknown', 8, 1]),
  replaced('a key named __proto__', PROJECT, [PURPOSE, '__proto__: {admin: 是}'], ['field/unknown', 8, 1]),
  replaced('a key named constructor', PROJECT, [PURPOSE, 'constructor: 甲'], ['field/unknown', 8, 1]),
  replaced('a key named toString', PROJECT, [PURPOSE, 'toString: 甲'], ['field/unknown', 8, 1]),
  replaced(
    'no code in a file that is named by one',
    PROJECT,
    ['项目编码: 13060522P00416610001C\n', ''],
    ['project/file-name', 1, 5],
  ),
  replaced(
    'a blank name',
    PROJECT,
    ['项目名称: 组织人事局《关于提前下达2022年度下派选调生到村工作中央财政补助资金的通知》', '项目名称:'],
    ['field/missing', 3, 1],
  ),
  replaced('no name of an indicator', PROJECT, ['      三级指标: 及时性\n', ''], ['field/missing', 29, 7]),
  replaced('no total in the budget', PROJECT, ['  预算数: 5.10\n', ''], ['field/missing', 4, 1]),
  replaced('a list where text belongs', PROJECT, [PURPOSE, '资金用途:\n  - 甲'], ['field/type', 8, 1]),
  replaced(
    'text where a list belongs',
    PROJECT,
    ['绩效目标:\n', '绩效目标: 甲\n其他:\n'],
    ['field/type', 14, 7],
  ),
  replaced(
    'a list where a group belongs',
    PROJECT,
    ['  预算数: 5.10\n  财政资金: 5.10\n  其他资金:', '  - 预算数: 5.10'],
    ['yaml/syntax', 5, 3],
  ),
  replaced(
    'a code with a sign of addresses',
    PROJECT,
    ['13060522P00416610001C', '13060522P0041661/000C'],
    ['project/code', 2, 7],
  ),
  replaced(
    'a code of 41 characters',
    PROJECT,
    ['13060522P00416610001C', '13060522P00416610001C13060522P00416610001'],
    ['project/code', 2, 7],
  ),
  replaced(
    'a code that is not the name of the file',
    PROJECT,
    ['13060522P00416610001C', '13060522P00416610002C'],
    ['project/file-name', 2, 7],
  ),
  replaced(
    'a sequence that another project has',
    PROJECT,
    ['序号: 37', '序号: 1'],
    ['project/sequence', 1, 5],
  ),
  replaced('an amount in words', PROJECT, ['预算数: 5.10', '预算数: 待定'], ['money/format', 5, 8]),
  replaced('an amount with its unit', PROJECT, ['预算数: 5.10', '预算数: 5.10万元'], ['money/format', 5, 8]),
  replaced('a negative amount', PROJECT, ['预算数: 5.10', '预算数: -5.10'], ['money/format', 5, 8]),
  replaced(
    'an amount of seven places',
    PROJECT,
    ['预算数: 5.10', '预算数: 5.1000001'],
    ['money/format', 5, 8],
  ),
  replaced('a share without percent sign', PROJECT, ['6月底: 50%', '6月底: 50'], ['plan/format', 11, 8]),
  replaced('a share in words', PROJECT, ['6月底: 50%', '6月底: 一半'], ['plan/format', 11, 8]),
  replaced(
    'a second level under the wrong first',
    PROJECT,
    ['二级指标: 时效指标', '二级指标: 社会效益指标'],
    ['indicator/level', 29, 13],
  ),
  replaced(
    'an unknown second level',
    PROJECT,
    ['二级指标: 时效指标', '二级指标: 时间指标'],
    ['indicator/level', 29, 13],
  ),
  replaced('an unknown first level', PROJECT, ['  产出指标:', '  产生指标:'], ['field/unknown', 18, 3]),
  replaced(
    'an identity card number',
    PROJECT,
    [PURPOSE, '资金用途: 发给11010519491231002X'],
    ['text/personal-data', 8, 7],
  ),
  replaced('a mobile number', PROJECT, [PURPOSE, '资金用途: 联系13800138000'], ['text/personal-data', 8, 7]),
  replaced(
    'an explanation of nothing',
    PROJECT,
    [PURPOSE, `${PURPOSE}\n核对说明:\n  - 位置: 资金支出计划.11月底\n    原文:\n    说明: 甲`],
    ['explanation/target', 10, 9],
  ),
  replaced(
    'an explanation of another value',
    PROJECT,
    [PURPOSE, `${PURPOSE}\n核对说明:\n  - 位置: 资金支出计划.10月底\n    原文: 75%\n    说明: 甲`],
    ['explanation/target', 11, 9],
  ),
  replaced(
    'a correction that corrects nothing',
    PROJECT,
    [PURPOSE, `${PURPOSE}\n更正:\n  - 位置: 预算规模.预算数\n    原值: 5.10\n    依据: 甲`],
    ['explanation/target', 11, 9],
  ),
  replaced(
    'a department of another code',
    DEPARTMENT,
    ['"313001"', '"313002"'],
    ['department/mismatch', 2, 7],
  ),
  replaced(
    'a department of another year',
    DEPARTMENT,
    ['年度: 2022', '年度: 2023'],
    ['department/mismatch', 4, 5],
  ),
  replaced(
    'an unknown unit of money',
    DEPARTMENT,
    ['金额单位: 万元', '金额单位: 千元'],
    ['field/type', 5, 7],
  ),
  replaced(
    'HTML in Markdown',
    DEPARTMENT,
    ['## 一、总体绩效目标', '<b>一、总体绩效目标</b>'],
    ['markdown/html', 9, 1],
  ),
  replaced(
    'a script in Markdown',
    DEPARTMENT,
    ['## 一、总体绩效目标', '<script>alert(1)</script>'],
    ['markdown/html', 9, 1],
  ),
  replaced(
    'a dangerous link in Markdown',
    DEPARTMENT,
    ['## 一、总体绩效目标', '[甲](javascript:alert(1))'],
    ['markdown/html', 9, 1],
  ),
  replaced('no front matter', DEPARTMENT, ['---\n', ''], ['field/missing', 1, 1]),
  replaced(
    'an address that is a script',
    SITE,
    ['网址: # 站点将来的网址', '网址: javascript:alert(1)'],
    ['field/type', 4, 5],
  ),
  replaced('a term without its plain words', GLOSSARY, ['通俗解释:', '别名解释:'], ['field/unknown', 4, 3]),
];

const FILES: readonly Breakage[] = [
  edited(
    'a file cut off in a quote',
    PROJECT,
    (text) => text.replace(PURPOSE, `资金用途: "${'甲'.repeat(9)}`).slice(0, 260),
    ['yaml/syntax', 8, 7],
  ),
  edited('a file cut off after its first lines', PROJECT, (text) => text.split('\n').slice(0, 3).join('\n'), [
    'field/missing',
    1,
    1,
  ]),
  edited(
    'a file cut off in a Chinese character',
    PROJECT,
    (text) => Buffer.from(text).subarray(0, Buffer.from(text.slice(0, 60)).length - 1),
    ['yaml/encoding', 1, 1],
  ),
  edited('an empty file', PROJECT, () => '', ['file/kind', 1, 1]),
  edited('a file of blanks', PROJECT, () => ' \n\n', ['field/type', 1, 1]),
  edited('a binary file', PROJECT, () => Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00]), [
    'file/kind',
    1,
    1,
  ]),
  edited('a file of 50 MB', PROJECT, () => Buffer.alloc(50 * 1024 * 1024, 0x61), ['yaml/limits', 1, 1]),
  edited(
    'a file of a million keys',
    PROJECT,
    () => Array.from({ length: 80_000 }, (_, index) => `k${String(index)}: 1`).join('\n'),
    ['field/missing', 1, 1],
  ),
  acted(
    'a folder where a file belongs',
    PROJECT,
    (path) => {
      rmSync(path);
      mkdirSync(path);
    },
    ['file/kind', 1, 1],
  ),
  acted(
    'a link to outside',
    PROJECT,
    (path) => {
      rmSync(path);
      symlinkSync('/etc/hostname', path);
    },
    ['file/kind', 1, 1],
  ),
  acted(
    'a link to nothing',
    PROJECT,
    (path) => {
      rmSync(path);
      symlinkSync('/nowhere', path);
    },
    ['file/kind', 1, 1],
  ),
  acted(
    'a project folder without department.md',
    '2022/313001',
    (path) => {
      rmSync(join(path, 'department.md'));
    },
    ['department/missing', 1, 1],
  ),
  acted(
    'no site.yaml',
    SITE,
    (path) => {
      rmSync(path);
    },
    ['file/kind', 1, 1],
  ),
  added(
    'a second file of the same project',
    '2022/313001/projects/copy.yaml',
    readFileSync(join('content', PROJECT)),
    ['project/duplicate', 2, 7],
  ),
  added('a file that does not belong', '2022/313001/projects/汇总.xlsx', 'x', ['file/kind', 1, 1]),
  added('a file in a year', '2022/说明.txt', 'x', ['file/kind', 1, 1]),
  added('a page in the place of the site’s own', 'pages/search.md', '---\n标题: 甲\n---\n乙\n', [
    'file/kind',
    1,
    1,
  ]),
  added('a script among the documents', '2022/313001/sources/a.html', '<script>', ['file/kind', 1, 1]),
];

const BREAKAGES = [...TYPOS, ...RULES, ...FILES];

describe(`content broken in one of ${String(BREAKAGES.length)} ways`, () => {
  it.each(BREAKAGES)(
    '$name: $rule at $line:$column, and the old site stays',
    async ({ file, act, rule, line, column }) => {
      act(join(content, file));
      const result = await buildSite({
        content,
        out,
        basePath: '/',
        siteUrl: undefined,
        log: () => undefined,
      });
      expect(result.ok).toBe(false);
      const onFile = result.findings.filter(
        (finding) => finding.severity === 'error' && join(finding.file.path).endsWith(join('content', file)),
      );
      const found = onFile.map(({ file: { text }, range, rule: found_ }) => {
        const place = placeOf(text, range.start);
        return `${found_} ${String(place.line)}:${String(place.column)}`;
      });
      expect(found).toContain(`${rule} ${String(line)}:${String(column)}`);
      expect(formatFindings(result.findings, 'text')).not.toMatch(/^\s+at |undefined|\[object/m);
      expect(readdirSync(out).sort()).toEqual(['.mingzhang', 'index.html']);
      expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('the last good site');
    },
  );
});
