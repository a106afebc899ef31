import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { escapeMarkdown } from '../../src/files/markdown.ts';
import { hostileTexts, SINK } from './hostile-texts.ts';

const PROJECTS = 9;
const ROWS = 8;

/** How many hostile texts the content holds. */
export const HOSTILE_TEXTS = 900;

/**
 * Writes a content folder of a made-up department, in each of whose texts somebody has put what would run in a page
 * that took it for more than a text, and commits it with such a message. It has no errors, so that it is published.
 */
export function writeHostileContent(directory: string, seed: number): void {
  const texts = hostileTexts(seed);
  let used = 0;
  /** Each text once, then anew from the first: a name too that says that it is made up. */
  const next = () => texts[used++ % texts.length] ?? '';
  const name = () => `示例${next()}`;
  const write = (path: string, value: unknown) => {
    const file = join(directory, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, typeof value === 'string' ? value : stringify(value, { lineWidth: 0 }));
  };
  const page = (front: object) => {
    const blocks = Array.from({ length: 8 }, () => next());
    const body = [
      `## ${escapeMarkdown(blocks[0] ?? '')}`,
      ...blocks.map(escapeMarkdown),
      `\`\`\`\n${blocks.join('\n')}\n\`\`\``,
      `| 甲 | ${escapeMarkdown(blocks[1] ?? '')} |\n| --- | --- |\n| ${escapeMarkdown(blocks[2] ?? '')} | 乙 |`,
      `[${escapeMarkdown(blocks[3] ?? '')}](https://example.cn/ "${escapeMarkdown(blocks[4] ?? '').replaceAll('"', '\\"')}")`,
    ];
    return `---\n${stringify(front, { lineWidth: 0 })}---\n${body.join('\n\n')}\n`;
  };

  write('site.yaml', {
    站点名称: name(),
    发布机构: name(),
    站点性质: '演示',
    网址: 'https://site.invalid/',
    备案号: name(),
    联系: { 联系电话: next() },
    数据许可: { 名称: name() },
    栏目: { 名称: name(), 说明: next(), 关键词: [next(), next()] },
  });
  const terms = Array.from({ length: 24 }, () => ({
    术语: name(),
    官方解释: next(),
    通俗解释: next(),
    别名: [next()],
    出处: next(),
  }));
  // What the pages' own parts are called, and what pages mark.
  const own = ['main', 'top', 'group-1', 'q', '预算数', '指标值'].map((term) => ({
    术语: term,
    通俗解释: next(),
  }));
  write('glossary.yaml', [...terms, ...own]);
  const area = name();
  write('areas.yaml', [{ 领域: area, 词: ['示例'] }]);
  write('everyday-words.yaml', [{ 文件用语: '示例', 日常用语: [next(), next()] }]);
  write('pages/about.md', page({ 标题: name(), 摘要: next() }));
  const folder = '2099/999001';
  write(
    `${folder}/department.md`,
    page({
      部门编码: '999001',
      部门名称: name(),
      年度: 2099,
      金额单位: '万元',
      联系电话: next(),
      地址: next(),
      来源: { 标题: next(), 批复文号: next() },
    }),
  );
  for (const fileName of [
    `示例' onmouseover='${SINK}()' '.txt`,
    `示例&lt;img src=x onerror=${SINK}()&gt;.txt`,
  ])
    write(`${folder}/sources/${fileName}`, 'x');
  for (let number = 1; number <= PROJECTS; number += 1) {
    const [purpose, total, share, kind] = [next(), next(), next(), next()];
    const said = (place: string, text: string) => ({ 位置: place, 原文: text, 说明: next() });
    const row = (own: string) => ({
      二级指标: own,
      三级指标: name(),
      绩效指标描述: next(),
      指标值: next(),
      指标值确定依据: next(),
      权重: next(),
      补充信息: { [next()]: next() },
    });
    const rows = Array.from({ length: ROWS }, (_, place) => row(place === 0 ? kind : '数量指标'));
    write(`${folder}/projects/${String(number).padStart(3, '0')}.yaml`, {
      序号: number,
      项目名称: name(),
      预算规模: { 预算数: number === 1 ? total : number * 10, 财政资金: '', 其他资金: '' },
      资金用途: purpose,
      资金支出计划: { '3月底': '25%', '6月底': share, '10月底': '75%', '12月底': '100%' },
      绩效目标: [next(), next()],
      绩效指标: { 产出指标: rows, 效益指标: [row('社会效益指标')], 满意度指标: [row('服务对象满意度指标')] },
      补充信息: { [next()]: next(), [next()]: next() },
      核对说明: [
        ...(number === 1 ? [said('预算规模.预算数', total)] : []),
        said('资金支出计划.6月底', share),
        said('绩效指标.产出指标[1].二级指标', kind),
      ],
      更正: [{ 位置: '资金用途', 原值: next(), 依据: next(), 日期: '2099-02-01' }],
    });
  }
  if (used < HOSTILE_TEXTS) throw new Error(`The content holds only ${String(used)} hostile texts.`);
  const git = (...call: readonly string[]) =>
    execFileSync('git', ['-C', directory, ...call], { stdio: 'pipe' });
  git('init', '-q');
  git('add', '-A');
  git(
    '-c',
    `user.name=示例 ${SINK}`,
    '-c',
    'user.email=a@example.cn',
    'commit',
    '-q',
    '-m',
    next(),
    '-m',
    next(),
  );
}
