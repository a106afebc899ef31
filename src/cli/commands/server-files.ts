import { factsOf } from '../../integration/header-files.ts';
import { apacheHost } from '../../integration/hosts/apache.ts';
import { caddyFile } from '../../integration/hosts/caddy.ts';
import { nginxServer } from '../../integration/hosts/nginx.ts';
import { objectStoreTable } from '../../integration/hosts/object-store.ts';
import { builtBasePath } from '../../integration/output-folder.ts';
import { readContent } from '../../files/read-content.ts';
import { choice, text, ValueError, type Option } from '../option.ts';
import { content, out } from '../options.ts';
import { defineCommand } from '../run-command.ts';

const SERVERS = {
  nginx: nginxServer,
  apache: apacheHost,
  caddy: caddyFile,
  'object-store': objectStoreTable,
};

/** A text that cannot end the place where it stands in a server's file. */
function plain(option: Option<string>, pattern: RegExp, wanted: string): Option<string> {
  return {
    ...option,
    read: async (given) => {
      const value = await option.read(given);
      if (!pattern.test(value)) throw new ValueError(`应是${wanted}`);
      return value;
    },
  };
}

export default defineCommand(
  {
    name: 'server-files',
    summary:
      '打印网页服务器的设置：响应头、文件类型、缓存、压缩、找不到的网页、改了的网址，都照已生成的网站写。',
    options: {
      content,
      out,
      to: choice({
        description: '给哪种服务器；不写时是 nginx',
        choices: ['nginx', 'apache', 'caddy', 'object-store'],
        default: undefined,
      }),
      host: plain(
        text({ description: '网站的域名', placeholder: 'HOST', default: 'www.example.gov.cn' }),
        /^(?:https?:\/\/)?[A-Za-z0-9._-]+(?::\d{1,5})?$/,
        '域名，例如 www.example.gov.cn',
      ),
      root: plain(
        text({
          description: '服务器上的文件夹，网站的路径从它算起',
          placeholder: 'DIR',
          default: '/srv/www',
        }),
        /^(?:[A-Za-z]:)?\/[^"'\\{}$;#\s]*[^"'\\{}$;#\s/]$/,
        '完整的路径，例如 /srv/www，不带引号、空格和“$”等字符',
      ),
    },
    examples: [
      'npm run -s server-files -- --to nginx --host www.example.gov.cn',
      'npm run -s server-files -- --to object-store',
    ],
  },
  async ({ content: directory, out: folder, to = 'nginx', host, root }) => {
    const basePath = builtBasePath(folder);
    if (basePath === undefined) {
      process.stderr.write(`“${folder}”里没有已生成的网站，请先运行 npm run build。\n`);
      return 1;
    }
    const { site } = await readContent(directory);
    const facts = factsOf(folder, `${basePath.replace(/\/$/, '')}/`, site.moved);
    process.stdout.write(SERVERS[to](facts, host, root));
    return 0;
  },
);
