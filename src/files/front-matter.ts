import type { z } from 'zod';
import type { Report } from './finding.ts';
import { checkMarkdown } from './markdown.ts';
import { readYaml, type ReadYaml } from './read-yaml.ts';
import type { Range, SourceFile } from './source-file.ts';

/** A Markdown file taken apart: where its front matter stands, and its body with the place where it begins. */
export interface FrontMatter {
  readonly yaml: Range;
  readonly body: string;
  readonly bodyStart: number;
}

/** Finds the front matter of a Markdown file; reports where there is none. */
export function splitFrontMatter(file: SourceFile, report: Report): FrontMatter | undefined {
  const match = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(file.text);
  if (match?.index !== 0) {
    report({
      file,
      range: { start: 0, end: Math.max(0, file.text.indexOf('\n')) },
      severity: 'error',
      rule: 'field/missing',
      message: '文件开头缺少两行“---”之间的说明部分。',
      hint: '第一行写“---”（三个半角短横），接着每行一个项目，再写一行“---”，正文写在后面。',
    });
    return undefined;
  }
  const [whole, yaml = ''] = match;
  const start = whole.indexOf(yaml, 3);
  return {
    yaml: { start, end: start + yaml.length },
    body: file.text.slice(whole.length),
    bodyStart: whole.length,
  };
}

/**
 * Reads a Markdown file with its front matter; reports what keeps it from being read, and what its body must not
 * hold.
 */
export function readMarkdown<Schema extends z.ZodType>(
  schema: Schema,
  file: SourceFile,
  report: Report,
  publicFolders?: readonly string[],
): (ReadYaml<z.output<Schema>> & FrontMatter) | undefined {
  const parts = splitFrontMatter(file, report);
  if (parts === undefined) return undefined;
  checkMarkdown(parts.body, parts.bodyStart, file, report, publicFolders);
  const read = readYaml(schema, file, report, parts.yaml);
  return read && { ...read, ...parts };
}
