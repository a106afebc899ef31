import type { Command } from './command.ts';
import type { Option } from './option.ts';

/** The explanation of a command that `--help` prints. */
export function helpOf(command: Command<Readonly<Record<string, Option<unknown>>>>): string {
  const { name, summary, operands, options, examples = [] } = command;
  const rows = Object.entries(options).map(([option, { placeholder, description, variable }]) => [
    placeholder === undefined ? `--${option}` : `--${option} ${placeholder}`,
    variable === undefined ? description : `${description}（也可用环境变量 ${variable}）`,
  ]);
  if (operands !== undefined) rows.unshift([operands.placeholder, operands.description]);
  rows.push(['--help', '显示这段说明']);
  const usage = [
    `npm run ${name} --`,
    '[选项]',
    ...(operands === undefined ? [] : [operands.placeholder]),
  ].join(' ');
  const width = Math.max(...rows.map(([left = '']) => left.length));
  return [
    summary,
    '',
    `用法：${usage}`,
    '',
    ...rows.map(([left = '', right = '']) => `  ${left.padEnd(width)}  ${right}`),
    ...(examples.length === 0 ? [] : ['', '例如：', ...examples.map((example) => `  ${example}`)]),
    '',
  ].join('\n');
}
