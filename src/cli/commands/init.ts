import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../../../package.json' with { type: 'json' };
import { printable } from '../../files/printable.ts';
import { PublishingError } from '../../files/user-error.ts';
import { optional } from '../options.ts';
import { defineCommand } from '../run-command.ts';

const PROGRAM = fileURLToPath(new URL('../../..', import.meta.url));

/** What a content repository begins with: the configuration, a README for its editors, made-up content. */
const STARTER = fileURLToPath(new URL('../starter', import.meta.url));

/** Files of the program's own repository that serve any content repository as they are. */
const SHARED = ['.gitattributes', '.githooks', '.github/workflows', '.gitlab-ci.yml', '.vscode'];

/** The commands that an editor calls with `npm run`. */
const SCRIPTS = [
  'start',
  'dev',
  'build',
  'preview',
  'check',
  'fix',
  'new',
  'import',
  'verify',
  'export',
  'publish',
  'server-files',
  'history',
  'hook',
];

export default defineCommand(
  {
    name: 'init',
    summary: '新建一个内容仓库：一个虚构的例子、设置、流水线和给编辑的说明；程序由 npm 安装，以后可以升级。',
    operands: {
      placeholder: 'FOLDER',
      description: '新建在哪个文件夹；它应不存在，或是空的',
      least: 1,
      most: 1,
    },
    options: {
      from: optional('程序从哪里安装，例如打包好的文件 mingzhang-0.1.0.tgz；不写时从 npm 源安装', 'SPEC'),
    },
    examples: ['mingzhang init ../budget'],
  },
  ({ from }, [folder = '']) => {
    refuseUsed(folder);
    cpSync(STARTER, folder, { recursive: true });
    for (const name of SHARED) cpSync(join(PROGRAM, name), join(folder, name), { recursive: true });
    for (const name of readdirSync(join(folder, '.githooks')))
      chmodSync(join(folder, '.githooks', name), 0o755);
    const settings = join(folder, '.vscode/settings.json');
    writeFileSync(
      settings,
      readFileSync(settings, 'utf8').replaceAll(
        './public/schema/',
        './node_modules/mingzhang/public/schema/',
      ),
    );
    writeFileSync(join(folder, '.gitignore'), 'node_modules/\n.astro/\n/dist/\n/dist.*/\n.DS_Store\n');
    writeJson(join(folder, 'tsconfig.json'), {
      extends: 'astro/tsconfigs/strict',
      include: ['.astro/types.d.ts', '**/*'],
      exclude: ['dist'],
    });
    writeJson(join(folder, 'package.json'), {
      private: true,
      type: 'module',
      scripts: Object.fromEntries(SCRIPTS.map((name) => [name, `mingzhang ${name}`])),
      dependencies: { mingzhang: from === undefined ? manifest.version : specOf(from, folder) },
      // What npm asks before it runs an installation script; none is needed.
      allowScripts: { esbuild: false },
    });
    process.stdout.write(`${printable(folder)}\n`);
    process.stderr.write(
      '已新建内容仓库。接着进入这个文件夹，运行 npm install，再运行 npm start。说明见 README.md。\n',
    );
    return Promise.resolve(0);
  },
);

/** Throws a PublishingError for a folder that is not empty; an empty git repository is allowed. */
function refuseUsed(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const [first] = readdirSync(folder).filter((name) => name !== '.git');
  if (first === undefined) return;
  throw new PublishingError(`“${folder}”不是空的（里面有“${first}”），没有写入任何文件。请换一个文件夹。`);
}

/** How package.json of `folder` names a packed file; anything else is passed to npm unchanged. */
function specOf(from: string, folder: string): string {
  if (!existsSync(from)) return from;
  return `file:${relative(resolve(folder), resolve(from)).split(sep).join('/')}`;
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`);
}
