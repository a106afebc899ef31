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
      hint: hintFor(file.text),
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

/** Which of the two lines is missing, or written otherwise. */
function hintFor(text: string): string {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  if (!/^\s*[-－—–―]{2,}\s*$/.test(lines[first] ?? '')) {
    return '第一行写“---”（三个半角短横），接着每行一栏，再写一行“---”，正文写在后面。';
  }
  if (first > 0) return `请删去文件开头的${String(first)}个空行，使“---”成为第一行。`;
  if (!/^---[ \t]*$/.test(lines[0] ?? ''))
    return '第一行应写作“---”（三个半角短横），说明部分下面的一行也是。';
  return '说明部分没有结束：请在最后一栏下面、正文上面补上一行“---”（三个半角短横）。';
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
