/** Names up to this length are nowhere cut. */
const SHORT = 14;
const END = 8;

/**
 * A bar's name in two parts: where there is no room for it, the first is cut and the second stays, because names
 * often begin alike. Every name stays in one line, behind which the bars are drawn.
 *
 * @example barNameParts('提前下达2022年省级补助资金（180万）') // ['提前下达2022年省级补', '助资金（180万）']
 */
export function barNameParts(name: string): readonly [beginning: string, end: string] {
  const characters = [...name];
  if (characters.length <= SHORT) return [name, ''];
  return [characters.slice(0, -END).join(''), characters.slice(-END).join('')];
}
