import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';

/** Where a project's builds keep what took them time; whoever deletes it loses nothing else. */
export const cacheFolder = ({ root }: Pick<AstroConfig, 'root'>, name: string): string =>
  join(fileURLToPath(root), 'node_modules/.cache/mingzhang', name);
