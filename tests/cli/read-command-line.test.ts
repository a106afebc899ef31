import { describe, expect, expectTypeOf, it } from 'vitest';
import { choice, choices, flag, text, texts, wholeNumber } from '../../src/cli/option.ts';
import { readCommandLine } from '../../src/cli/read-command-line.ts';

const command = {
  name: 'sample',
  summary: '一个例子。',
  operands: { placeholder: 'FILE…', description: '要读的文件', least: 0, most: 2 },
  options: {
    content: text({ description: '内容', placeholder: 'DIR', variable: 'CONTENT_DIR', default: 'content' }),
    from: text({ description: '来源', placeholder: 'NAME', default: undefined }),
    port: wholeNumber({
      description: '端口',
      placeholder: 'N',
      variable: 'PORT',
      default: 4321,
      least: 0,
      most: 65_535,
    }),
    format: choice({ description: '格式', choices: ['text', 'json'], default: 'text' }),
    only: texts({ description: '只看', placeholder: 'RULE' }),
    strict: flag('严格'),
    'dry-run': flag('不写入'),
  },
  examples: ['SITE_URL=x npm run -s sample -- --strict'],
} as const;

const read = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  readCommandLine(command, args, environment);

const valuesOf = async (args: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  const line = await read(args, environment);
  if (line.kind !== 'run') throw new Error(line.text);
  return line.values;
};

const helpIn = async (environment: Readonly<Record<string, string>>) => {
  const line = await read(['--help'], environment);
  return line.kind === 'help' ? line.text : undefined;
};

const misuseOf = async (args: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  const line = await read(args, environment);
  return line.kind === 'misuse' ? line.text : undefined;
};

describe('a command line', () => {
  it('gives every option its default where nothing is said', async () => {
    expect(await valuesOf([])).toEqual({
      content: 'content',
      from: undefined,
      port: 4321,
      format: 'text',
      only: [],
      strict: false,
      'dry-run': false,
    });
  });

  it('types the values by their options', async () => {
    expectTypeOf(await valuesOf([])).toEqualTypeOf<{
      readonly content: string;
      readonly from: string | undefined;
      readonly port: number;
      readonly format: 'text' | 'json';
      readonly only: readonly string[];
      readonly strict: boolean;
      readonly 'dry-run': boolean;
    }>();
  });

  it('takes values after a space or an equals sign, and operands anywhere', async () => {
    const line = await read([
      'a.txt',
      '--content',
      '资料',
      '--port=80',
      '--strict',
      '--only',
      'x',
      'b.txt',
      '--only',
      'y',
    ]);
    expect(line).toMatchObject({
      kind: 'run',
      operands: ['a.txt', 'b.txt'],
      values: { content: '资料', port: 80, strict: true, only: ['x', 'y'] },
    });
  });

  it('takes the last of several values, so that a wrapper can be overruled', async () => {
    expect((await valuesOf(['--port', '1', '--port', '2'])).port).toBe(2);
  });

  it('reads environment variables, which options overrule and blank ones do not touch', async () => {
    expect(await valuesOf([], { CONTENT_DIR: 'a', PORT: '99' })).toMatchObject({ content: 'a', port: 99 });
    expect((await valuesOf(['--content', 'b'], { CONTENT_DIR: 'a' })).content).toBe('b');
    expect((await valuesOf([], { CONTENT_DIR: '' })).content).toBe('content');
  });

  it.each(['--help', '-h'])('explains itself for %s, whatever else is wrong', async (help) => {
    const line = await read(['--bad', 'x', help].slice(1));
    expect(line.kind).toBe('help');
    expect(line).toHaveProperty('text', expect.stringContaining('--content DIR'));
    expect(line).toHaveProperty('text', expect.stringContaining('也可用环境变量 CONTENT_DIR'));
    expect(line).toHaveProperty('text', expect.stringContaining('--format text|json'));
  });
});

describe('a command line that is wrong', () => {
  it.each([
    [['--contnet', 'x'], '没有 --contnet 这个选项，是不是 --content。'],
    [['--__proto__'], '没有 --__proto__ 这个选项'],
    [['-x'], '没有 -x 这个选项'],
    [['--content'], '选项 --content 后面要写值：--content DIR。'],
    [['--content', '--strict'], '选项 --content 后面要写值'],
    [['--content='], '选项 --content 后面要写值'],
    [['--strict=yes'], '选项 --strict 不带值，这里写了“yes”。'],
    [['--format', 'xml'], '选项 --format 的值应是 text、json 之一，现为“xml”。'],
    [['--port', '65536'], '选项 --port 的值应是 0 到 65535 之间的整数，现为“65536”。'],
    [['--port', '1e3'], '应是 0 到 65535 之间的整数'],
    [['--port', ' 80'], '应是 0 到 65535 之间的整数'],
    [['a', 'b', 'c'], '多了“c”。'],
  ])('%j is refused with a reason', async (args, reason) => {
    expect(await misuseOf(args)).toContain(reason);
    expect(await misuseOf(args)).toContain('用法见 mingzhang sample --help');
  });

  it('is explained as it was called: by npm or directly', async () => {
    const byNpm = { npm_lifecycle_event: 'sample' };
    expect(await misuseOf(['-x'], byNpm)).toContain('用法见 npm run sample -- --help');
    expect(await helpIn(byNpm)).toContain('用法：npm run sample -- [选项] FILE…');
    expect(await helpIn(byNpm)).toContain('  SITE_URL=x npm run -s sample -- --strict');
    // `npx mingzhang sample`, and a script of another name.
    for (const npm_lifecycle_event of ['npx', 'publish']) {
      expect(await helpIn({ npm_lifecycle_event })).toContain('用法：mingzhang sample [选项] FILE…');
      expect(await helpIn({ npm_lifecycle_event })).toContain('  SITE_URL=x mingzhang sample --strict');
    }
  });

  it('names the environment variable that a bad value came from', async () => {
    expect(await misuseOf([], { PORT: 'http' })).toContain('环境变量 PORT 的值应是');
  });

  it('asks for operands that are missing', async () => {
    const needs = { ...command, operands: { ...command.operands, least: 1 } };
    const line = await readCommandLine(needs, [], {});
    expect(line.kind === 'misuse' && line.text).toContain('缺少 FILE…');
  });

  it('notices an option that npm kept for itself', async () => {
    expect(await misuseOf([], { npm_config_dry_run: 'true' })).toContain('npm run sample -- --dry-run');
    expect(await misuseOf(['--dry-run'], { npm_config_dry_run: 'true' })).toBeUndefined();
    expect(await misuseOf([], { npm_config_dry_run: 'true', PSModulePath: 'C:\\' })).toContain(
      'npm.cmd run sample -- --dry-run',
    );
  });
});

describe('an option that takes several of some words', () => {
  const looks = {
    name: 'sample',
    summary: '一个例子。',
    options: { look: choices({ description: '样子', choices: ['light', 'dark'], placeholder: 'NAME' }) },
  } as const;
  const look = async (...args: readonly string[]) => {
    const line = await readCommandLine(looks, args, {});
    return line.kind === 'run' ? line.values.look : line.text;
  };

  it('has all of them where it is not given, and otherwise those that are', async () => {
    expect(await look()).toEqual(['light', 'dark']);
    expect(await look('--look', 'dark')).toEqual(['dark']);
  });

  it('refuses any other and names those there are', async () => {
    expect(await look('--look', 'dark', '--look', 'nope')).toContain(
      '选项 --look 的值应是 light、dark 之一，现为“nope”。',
    );
  });
});
