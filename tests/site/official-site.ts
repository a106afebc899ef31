import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderAt } from '../git/repository.ts';
import { buildCopy, type BuiltCopy } from './build-copy.ts';

/** Where the made-up site is said to stand. */
export const ADDRESS = 'https://budget.site.invalid/b/';

/** A key of `site.yaml` with a made-up value, and where on the built site it is seen. */
export interface SeenKey {
  readonly key: string;
  readonly value: string;
  readonly file: string;
  readonly text: string;
}

/** Every key of `site.yaml`: none is accepted that nobody sees. */
export const SEEN_KEYS: readonly SeenKey[] = [
  ['站点名称', '示例市预算公开', '/index.html', '<title>示例市预算公开</title>'],
  ['发布机构', '示例市财政局', '/index.html', '本站由示例市财政局主办。'],
  ['站点性质', '官方', '/index.html', '<meta name="SiteName" content="示例市预算公开">'],
  ['网址', ADDRESS, '/index.html', `<link rel="canonical" href="${ADDRESS}">`],
  ['网站标识码', 'bm12345678', '/index.html', '网站标识码：bm12345678'],
  [
    '备案号',
    '示ICP备00000001号',
    '/index.html',
    '<a href="https://beian.miit.gov.cn/">示ICP备00000001号</a>',
  ],
  [
    '公安备案号',
    '京公网安备 11010502000001号',
    '/index.html',
    '<a href="https://beian.mps.gov.cn/#/query/webSearch?code=11010502000001">京公网安备 11010502000001号</a>',
  ],
  ['联系.电子邮箱', 'a@site.invalid', '/index.html', '<a href="mailto:a@site.invalid">a@site.invalid</a>'],
  ['联系.联系电话', '0000-0000000', '/index.html', '联系电话：0000-0000000'],
  ['联系.网址', 'https://site.invalid/c', '/index.html', '<a href="https://site.invalid/c">纠错</a>'],
  ['数据许可.名称', '示例许可', '/index.html', '示例许可</a>'],
  ['数据许可.网址', 'https://site.invalid/l', '/index.html', '<a href="https://site.invalid/l">'],
  ['栏目.名称', '示例栏目', '/2022/index.html', '<meta name="ColumnName" content="示例栏目">'],
  ['栏目.说明', '示例说明', '/2022/index.html', '<meta name="ColumnDescription" content="示例说明">'],
  ['栏目.关键词', '示例词一, 示例词二', '/2022/index.html', '"ColumnKeywords" content="示例词一,示例词二"'],
  ['变更记录.显示姓名', '是', '/feed.atom', '<contributor><name>Made Up</name></contributor>'],
  ['安全联系.联系方式', 's@site.invalid', '/.well-known/security.txt', 'Contact: mailto:s@site.invalid\n'],
  ['安全联系.有效期至', '2099-12-31', '/.well-known/security.txt', 'Expires: 2099-12-31T23:59:59+08:00\n'],
  [
    '安全联系.加密公钥',
    'https://site.invalid/k',
    '/.well-known/security.txt',
    'Encryption: https://site.invalid/k\n',
  ],
  [
    '安全联系.政策',
    'https://site.invalid/p',
    '/.well-known/security.txt',
    'Policy: https://site.invalid/p\n',
  ],
].map(([key = '', value = '', file = '', text = '']) => ({ key, value, file, text }));

/** The project that was changed after the others came. */
export const CHANGED = '2022/999001/99900121P00003110001X';

/** Builds an official site of three made-up departments, committed in February 2023, one project changed in June. */
export async function buildOfficialSite(): Promise<BuiltCopy> {
  const repository = folderAt(mkdtempSync(join(tmpdir(), 'mingzhang-official-')));
  const clear = () => {
    rmSync(repository.path, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const content = join(repository.path, '内容');
    cpSync('tests/fixtures/three-departments', content, { recursive: true });
    repository.write('内容/site.yaml', siteYaml());
    const commit = (day: string) => {
      repository.git('add', '--all');
      repository.run('env', `GIT_COMMITTER_DATE=${day}T01:30:00Z`, 'git', 'commit', '--quiet', '-m', '说明');
    };
    repository.git('init', '--quiet');
    commit('2023-02-15');
    repository.run('sed', '-i', '1i # 编辑的批注', `内容/${CHANGED.replace(/(?=[^/]*$)/, 'projects/')}.yaml`);
    commit('2023-06-30');
    return await buildCopy({ CONTENT_DIR: content });
  } finally {
    clear();
  }
}

function siteYaml(): string {
  const groups = new Map<string, string[]>();
  for (const { key, value } of SEEN_KEYS) {
    const [name = '', child] = key.split('.');
    const written = key === '栏目.关键词' ? `[${value}]` : value;
    if (child === undefined) groups.set(`${name}: ${written}`, []);
    else groups.set(`${name}:`, [...(groups.get(`${name}:`) ?? []), `  ${child}: ${written}`]);
  }
  return [...groups].flatMap(([head, lines]) => [head, ...lines, '']).join('\n');
}
