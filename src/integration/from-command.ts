import type { AstroIntegration, AstroUserConfig } from 'astro';
import { PublishingError } from '../files/user-error.ts';
import type { HashedFile } from '../files/hash-files.ts';
import type { Published } from '../files/finding.ts';
import type { EarlierSite } from '../rebuild/earlier-site.ts';
import type { Share } from '../rebuild/share.ts';
import type { SiteFolder } from '../rebuild/site-folder.ts';

/** What a command of ours tells the integration of the project's configuration. */
export interface CommandSettings {
  /** The content folder, in place of the configured one. */
  readonly content: string;
  /** The content where it was read and checked already: it is published as it is, and not watched. */
  readonly published?: Published;
  /** The files of the content as they were before it was read. */
  readonly contentFiles?: readonly HashedFile[];
  /** Of the paths below the base of all that a build would make, those that it makes; all where left out. */
  readonly choosePaths?: (paths: readonly string[]) => readonly string[];
  /** Sites that were made before, or parts of this one: what of them would be the same is taken over. */
  readonly earlier?: readonly EarlierSite[];
  /** A folder much like the site, which is used up: what is not to be changed in it is not made again. */
  readonly spare?: string;
  /** How the work is shared out; all of it is done here where left out. */
  readonly share?: Share;
  /** The folder of a part of the site, where only a part is made. */
  readonly part?: string;
  /** Told at the end what was made. */
  readonly made?: (site: MadeSite) => void;
  /** Told what is being done, as short sentences. */
  readonly log: (message: string) => void;
  /** Told what the user should know though nothing is wrong, as sentences. */
  readonly note: (message: string) => void;
  /** Told the path below which the site will stand, by whichever setting: `/` or `/budget`. */
  readonly base?: (path: string) => void;
}

/** What a build has made. */
export interface MadeSite {
  readonly site: SiteFolder;
  /** All files that the site has, where it is whole. */
  readonly whole: readonly HashedFile[];
  /** Names all that they were made of. */
  readonly basis: string;
}

declare global {
  // The place that Astro gives for hooks of others.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Astro {
    interface IntegrationHooks {
      'mingzhang:command'?: () => CommandSettings;
      /** Gives the content folder as the project's configuration has it, from the project's root. */
      'mingzhang:content'?: () => string;
      /** Gives where the project's configuration says that the site is published to. */
      'mingzhang:publish'?: () => string | undefined;
    }
  }
}

/** For Astro's inline configuration: takes the settings of a command to the integration that the project declares. */
export function fromCommand(settings: CommandSettings): AstroIntegration {
  return {
    name: 'mingzhang:command',
    hooks: {
      'mingzhang:command': () => settings,
      'astro:config:setup': ({ config }) => {
        if (config.integrations.some(({ name }) => name === 'mingzhang')) return;
        throw new PublishingError(
          '这个文件夹的 astro.config.mjs 里没有 mingzhang()。请在内容仓库最上层的文件夹里运行，或用 mingzhang init 新建一个。',
        );
      },
      'astro:config:done': ({ config }) => settings.base?.(config.base),
    },
  };
}

/** The settings of the command that runs Astro; undefined where Astro's own command does. */
export function commandSettings(integrations: readonly AstroIntegration[]): CommandSettings | undefined {
  return integrations.flatMap(({ hooks }) => hooks['mingzhang:command']?.() ?? [])[0];
}

/** The content folder that a configuration declares; undefined where it does not declare our integration. */
export function declaredContent(
  integrations: NonNullable<AstroUserConfig['integrations']>,
): string | undefined {
  return integrations.flat().flatMap((one) => (one ? (one.hooks['mingzhang:content']?.() ?? []) : []))[0];
}

/** Where a configuration says that the site is published to. */
export function declaredTarget(
  integrations: NonNullable<AstroUserConfig['integrations']>,
): string | undefined {
  return integrations.flat().flatMap((one) => (one ? (one.hooks['mingzhang:publish']?.() ?? []) : []))[0];
}
