import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroUserConfig } from 'astro';
import { declaredContent, declaredTarget } from '../integration/from-command.ts';
import { PublishingError } from '../files/user-error.ts';

/** The names that Astro knows for a project's configuration. */
const NAMES = ['mjs', 'js', 'ts', 'mts', 'cjs', 'cts'].map((ending) => `astro.config.${ending}`);

/**
 * The content folder that the working directory's configuration gives to `mingzhang()`, so that every command works on
 * the content that Astro's own commands publish; `content` where there is no configuration.
 *
 * Throws a PublishingError for a configuration that cannot be read.
 */
export async function configuredContent(): Promise<string> {
  const declared = declaredContent((await configuration('--content 指明内容文件夹')) ?? []);
  return relative('.', declared ?? 'content') || '.';
}

/** Where the working directory's configuration says that the site is published to. Throws as above. */
export async function configuredTarget(): Promise<string | undefined> {
  return declaredTarget((await configuration('--to 指明发布到哪里')) ?? []);
}

/** The integrations of the working directory's configuration; undefined where there is none. */
async function configuration(instead: string): Promise<AstroUserConfig['integrations']> {
  const name = NAMES.find((name) => existsSync(name));
  if (name === undefined) return undefined;
  try {
    const { default: config } = (await import(pathToFileURL(resolve(name)).href)) as {
      readonly default?: AstroUserConfig;
    };
    return config?.integrations;
  } catch (error) {
    throw new PublishingError(
      `读不出 ${name} 里的设置：${error instanceof Error ? error.message : String(error)}\n请改正后重新运行，或用 ${instead}。`,
      { cause: error },
    );
  }
}
