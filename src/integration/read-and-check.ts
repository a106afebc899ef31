import { judgeContent, type Judgement } from '../checks/check-content.ts';
import { verifySources, type SourcesVerification } from '../documents/verify/verify-sources.ts';
import type { Site } from '../model/site.ts';
import { type Finding, hasErrors, type Published } from '../files/finding.ts';
import { formatFindings } from '../files/format-findings.ts';
import { readContent, type Content } from '../files/read-content.ts';
import { readAnew, type ReadThrough } from '../files/read-through.ts';
import { PublishingError } from '../files/user-error.ts';

/** The content as it is read and checked for publication. */
export interface ReadAndChecked extends Judgement {
  readonly content: Content;
}

export interface ReadOptions {
  /** Whether a warning that nobody has explained is an error. */
  readonly strict?: boolean;
  /** The folders of files that are served as they are, in which pictures may lie. */
  readonly publicFolders?: readonly string[];
  readonly readThrough?: ReadThrough;
}

/** Reads and checks a content folder. The findings are as `--strict` sees them, where that is asked for. */
export async function readAndCheck(
  directory: string,
  { strict = false, publicFolders, readThrough = readAnew }: ReadOptions = {},
): Promise<ReadAndChecked> {
  const read = await readContent(directory, readThrough, publicFolders);
  const { findings, verified } = await verifySources(read, readThrough);
  const content = {
    ...read,
    findings: [...read.findings, ...findings],
    site: withVerified(read.site, verified),
  };
  const judged = judgeContent(content);
  return { content, findings: withStrictness(judged.findings, strict), unjudged: judged.unjudged };
}

/** The site, with the documents that each department was found to agree with. */
function withVerified(site: Site, verified: SourcesVerification['verified']): Site {
  const places = new Map(
    [...verified].map(([{ year, code }, documents]) => [`${String(year)}/${code}`, documents]),
  );
  const departments = site.departments.map((own) => ({
    ...own,
    verified: places.get(`${String(own.year)}/${own.code}`) ?? [],
  }));
  return { ...site, departments };
}

/** The findings as `--strict` sees them: a warning that nobody has explained is an error. */
export function withStrictness(findings: readonly Finding[], strict: boolean): readonly Finding[] {
  if (!strict) return findings;
  return findings.map((finding) =>
    finding.severity === 'warning' && finding.explanation === undefined
      ? { ...finding, severity: 'error' }
      : finding,
  );
}

/**
 * Reads and checks a content folder that is to be published, and tells the findings, or only those that stop it.
 * Throws a PublishingError where there are errors.
 */
export async function readForPublication(
  directory: string,
  { onlyErrors, ...options }: ReadOptions & { readonly onlyErrors: boolean },
): Promise<Published> {
  const { content, findings: all, unjudged } = await readAndCheck(directory, options);
  const findings = onlyErrors ? all.filter(({ severity }) => severity === 'error') : all;
  if (findings.length > 0) process.stderr.write(formatFindings(findings, 'text'));
  if (hasErrors(findings)) throw withoutTrace('内容有错误。改正后请重新运行。');
  return { site: content.site, findings: all, unjudged };
}

/** Throws a PublishingError where content that a command has read has a warning that nobody has explained. */
export function refuseUnexplained({ findings }: Published): void {
  if (!hasErrors(withStrictness(findings, true))) return;
  throw withoutTrace(
    'astro.config.mjs 设置了 strict，而有的警告没有说明。运行 npm run check -- --strict 可以列出。',
  );
}

/** Astro prints the place where an error was thrown, which helps nobody here. */
function withoutTrace(message: string): PublishingError {
  return Object.assign(new PublishingError(message), { stack: '' });
}
