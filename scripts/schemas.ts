import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../src/cli/run-command.ts';
import { PUBLISHED_SCHEMAS, schemaFile } from '../src/files/json-schema.ts';

await runCommand(
  {
    name: 'schemas',
    summary: '内容格式改变之后，重写 public/schema/ 中的 JSON Schema。',
    options: {},
  },
  () => {
    const folder = join(import.meta.dirname, '../public/schema');
    mkdirSync(folder, { recursive: true });
    for (const name of Object.keys(PUBLISHED_SCHEMAS) as (keyof typeof PUBLISHED_SCHEMAS)[]) {
      writeFileSync(join(folder, name), schemaFile(name));
      process.stdout.write(`public/schema/${name}\n`);
    }
    return Promise.resolve(0);
  },
);
