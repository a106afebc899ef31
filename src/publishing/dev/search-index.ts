import { createIndex, type PagefindIndex } from 'pagefind';
import * as pagefind from 'pagefind';
import type { Department } from '../../model/department.ts';
import { formatWan } from '../../model/money.ts';
import type { Project } from '../../model/project.ts';
import type { Site } from '../../model/site.ts';
import { PublishingError } from '../publishing-error.ts';

/** Files of a search index by their names below `pagefind/`. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Makes a search index without building the site. Projects are records of the model: to make a page for each would
 * take minutes where there are thousands. Other pages that are searched are few, and are indexed as they are.
 *
 * @param htmlOf gives a page of the site by its path, or undefined where there is none.
 */
export async function indexContent(
  site: Site,
  htmlOf: (path: string) => Promise<string | undefined>,
): Promise<IndexFiles> {
  const pages = ['/glossary/', ...site.departments.map(({ year, code }) => `/${String(year)}/${code}/`)];
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'zh' });
    if (index === undefined) throw indexingError(errors);
    await Promise.all(site.departments.map((department) => addProjects(index, department)));
    for (const url of pages) {
      const content = await htmlOf(url);
      if (content !== undefined) throwOn(await index.addHTMLFile({ url, content }));
    }
    const built = await index.getFiles();
    throwOn(built);
    return new Map(built.files.map(({ path, content }) => [path, content]));
  } finally {
    await pagefind.close();
  }
}

async function addProjects(index: PagefindIndex, department: Department): Promise<void> {
  const added = department.projects.map((project) =>
    index.addCustomRecord({
      url: `/${String(project.year)}/${department.code}/${project.code}/`,
      content: textOf(project),
      language: 'zh',
      meta: { title: project.name, code: project.code, amount: amountOf(project) },
      filters: { 年度: [`${String(project.year)}年`], 部门: [department.name] },
    }),
  );
  (await Promise.all(added)).forEach(throwOn);
}

/** What stands on a project's page, each value closed with a point, as Pagefind does at the end of a block. */
function textOf({ name, code, purpose, goals, indicators, disbursementPlan }: Project): string {
  const rows = indicators.flatMap((row) => [row.kind, row.name, row.description, row.target.text, row.basis]);
  const plan = Object.values(disbursementPlan).map(({ text }) => text);
  return [name, code, purpose, ...goals, ...plan, ...rows].filter((text) => text !== '').join('. ');
}

function amountOf({ budget: { total } }: Project): string {
  return total.value === undefined ? total.text : `${formatWan(total.value)}万元`;
}

function throwOn({ errors }: { readonly errors: readonly string[] }): void {
  if (errors.length > 0) throw indexingError(errors);
}

function indexingError(errors: readonly string[]): PublishingError {
  return new PublishingError(`没能建立检索索引：${errors.join('；')}`);
}
