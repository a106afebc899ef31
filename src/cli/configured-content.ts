import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroUserConfig } from 'astro';
import { declaredContent } from '../integration/from-command.ts';
import { PublishingError } from '../files/publishing-error.ts';

/** The names that Astro knows for a project's configuration. */
const NAMES = ['mjs', 'js', 'ts', 'mts', 'cjs', 'cts'].map((ending) => `astro.config.${ending}`);

/**
 * The content folder that the working directory's configuration gives to `mingzhang()`, so that every command works on
 * the content that Astro's own commands publish; `content` where there is no configuration.
 *
 * Throws a PublishingError for a configuration that cannot be read.
 */
export async function configuredContent(): Promise<string> {
  const name = NAMES.find((name) => existsSync(name));
  if (name === undefined) return 'content';
  try {
    const { default: config } = (await import(pathToFileURL(resolve(name)).href)) as {
      readonly default?: AstroUserConfig;
    };
    return relative('.', declaredContent(config?.integrations ?? []) ?? 'content') || '.';
  } catch (error) {
    throw new PublishingError(
      `读不出 ${name} 里的设置：${error instanceof Error ? error.message : String(error)}\n请改正后重新运行，或用 --content 指明内容文件夹。`,
      { cause: error },
    );
  }
}
