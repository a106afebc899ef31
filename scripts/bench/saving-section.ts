import { readContent } from '../../src/files/read-content.ts';
import { findBrowser } from '../find-browser.mjs';
import { launchBrowser } from './browser.ts';
import type { Comparison, Section } from './report.ts';
import { savingTimes } from './saving.ts';

/** Content folders by their names in words. */
export type NamedContents = readonly { readonly name: string; readonly content: string }[];

/** How long it takes in `npm run dev` from saving until it shows; where it fails, a section that says why. */
export async function savingSection(
  contents: NamedContents,
  folder: string,
  log: (message: string) => void,
): Promise<Section> {
  const heading = '保存后多久可见';
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    return { heading, notes: ['没有找到浏览器，所以没有测量。'], comparisons: [] };
  }
  const notes = [
    '在 npm run dev 里打开一个项目的网页，改它的名称并保存，到网页显示新名称为止，取中位数。对照：在同一次运行中交替测量，Astro 自己的 dev 服务器里只有一个标题的网页，改标题并保存。',
  ];
  const comparisons: Comparison[] = [];
  const browser = await launchBrowser(executablePath);
  try {
    for (const { name, content } of contents) {
      log(`正在测量保存${name}……`);
      const { departments } = (await readContent(content)).site;
      const projects = departments.flatMap((department) => department.projects);
      const [project] = projects;
      if (project === undefined) continue;
      comparisons.push(
        await savingTimes(
          browser,
          {
            name: `${name}（${projects.length}个项目）`,
            content,
            project: `${project.year}/${project.departmentCode}/${project.code}`,
          },
          folder,
        ),
      );
    }
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    notes.push(`测量没有完成：\n\n\`\`\`\n${reason}\n\`\`\``);
  } finally {
    await browser.close();
  }
  return { heading, notes, comparisons };
}
