import type { Content } from '../../files/read-content.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const everydayWordsUnused: Rule = {
  id: 'words/unused',
  title: '文件用语没有出现',
  severity: 'information',
  reason: '日常用语要引到文件里真的有的词；文件里没有这个词，检索就什么也查不到。',
  example: {
    wrong: ['- 文件用语: 养老保阿险', '  日常用语:', '    - 社保'],
    right: ['- 文件用语: 养老保险', '  日常用语:', '    - 社保'],
  },
  checkContent(content, remark) {
    const { everydayWords } = content;
    if (everydayWords === undefined) return;
    const unused = new Set(everydayWords.words.map(({ official }) => official));
    for (const text of textsOf(content)) {
      for (const word of unused) if (text.includes(word)) unused.delete(word);
      if (unused.size === 0) return;
    }
    everydayWords.words.forEach(({ official, everyday }, place) => {
      if (!unused.has(official)) return;
      remark(everydayWords, [place, L.officialWord], {
        message: `“${official}”在全部项目和部门目标里都没有出现，检索${everyday.map((word) => `“${word}”`).join('')}时查不到什么。`,
        hint: '请核对有没有写错字，或删去这一项。',
        value: official,
      });
    });
  },
};

/** The texts in which the search looks, one at a time: most words stand in the first few. */
function* textsOf({ departments }: Content): Generator<string> {
  for (const { entry, projects } of departments) {
    if (entry !== undefined) yield `${entry.department.name}\n${entry.department.overallGoals}`;
    for (const { project } of projects) {
      const { name, purpose, goals, indicators } = project;
      yield [name, purpose, ...goals].join('\n');
      yield indicators
        .map(
          ({ name: own, description, target, basis }) => `${own}\n${description}\n${target.text}\n${basis}`,
        )
        .join('\n');
    }
  }
}
