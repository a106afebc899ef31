import type { Department } from '../model/department.ts';
import type { Project } from '../model/project.ts';

/** A text cut into words; a sign that parts sentences is a word that tells nothing. */
export type Words = readonly string[];

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Only the beginning of a text is compared: the cost grows with the square of its length. */
const MOST_CHARACTERS = 1000;

/** The words of a text, or of its beginning where it is long, in their order, signs and blanks too. */
export function wordsOf(text: string): Words {
  const beginning = text.slice(0, MOST_CHARACTERS).normalize('NFKC');
  return [...segmenter.segment(beginning)].map(({ segment }) => segment);
}

/** Words that stand in any project and say nothing of what it is for. */
const FILLERS = new Set(
  (
    '的 和 与 及 以及 等 为 对 在 于 了 将 按 按照 其 他们 中 到 项目 资金 经费 费 费用 金 年 月 日 底 年度 预算 关于 ' +
    '下达 提前 通知 保障 正常 运行 运转 主要 用于 发放 管理 事务 工作 补助 补贴 财政 中央 省级 市级 省 市 县 区 级 支出 规定 ' +
    '实现 提高 解决 做好 单位 组织 人员 局 部门 目标 内容 情况 建设 专 项 服务 开展 完成 万 万元 元 人 个 次 性 标准 符合 ' +
    '条件 进行 加强 确保 推进 落实 相关 有关 各项 全 外 机关 事业 社会 基本 基层 公共 政府 一 二 三 两 新 村'
  ).split(' '),
);

/** Whether a word by itself may say what a project is for. */
export const isTelling = (word: string): boolean => /^\p{Script=Han}+$/u.test(word) && !FILLERS.has(word);

/** Words that round off a phrase: 城乡居民基本养老保险 · 补助 · 资金, 退休 · 人员. */
export const CLOSING_WORDS: ReadonlySet<string> = new Set('补助 补贴 资金 经费 费 费用 金 人员'.split(' '));

/** Words that join: what goes across them is no phrase. */
export const CONNECTIVES: ReadonlySet<string> = new Set('的 和 与 及 以及 等 为 将 按 按照'.split(' '));

/** A project's name and purpose as words, and the words of its department's name, which all its projects share. */
export interface ProjectWords {
  readonly project: Project;
  readonly department: Department;
  readonly name: Words;
  readonly purpose: Words;
  readonly departmentWords: ReadonlySet<string>;
}

/** The words of all projects of the departments. */
export function projectWords(departments: readonly Department[]): readonly ProjectWords[] {
  return departments.flatMap((department) => {
    const departmentWords = new Set(wordsOf(department.name));
    return department.projects.map((project) => ({
      project,
      department,
      name: wordsOf(project.name),
      purpose: wordsOf(project.purpose),
      departmentWords,
    }));
  });
}
