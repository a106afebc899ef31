import type { Finding } from '../../src/files/finding.ts';
import { placeOf } from '../../src/files/source-file.ts';

/**
 * What becomes of a file when somebody who knows nothing does what a finding's hint says, to the letter: one text for
 * each of the ways that it offers; none where it says in words what to decide.
 */
export function obeyHint({ file, range, hint = '' }: Finding): readonly string[] {
  const lines = file.text.split('\n');
  const at = placeOf(file.text, range.start).line - 1;
  const line = lines[at] ?? '';
  const replacing = (...own: readonly string[]) =>
    lines.flatMap((text, index) => (index === at ? own : [text])).join('\n');

  const several = [...hint.matchAll(/(?:这(\d+)行)?应写成\d+行：(“.*?）)(?:。|；不分行的)/gs)];
  if (several.length > 0) {
    return several.map(([, count = '1', shown = '']) => {
      const written = shown.split(/(?<=）)、(?=“)/).map((one) => {
        const [, text = '', blanks = '0'] = /^“(.*)”（左边(?:不空格|空(\d+)格)）$/s.exec(one) ?? [];
        return ' '.repeat(Number(blanks)) + text;
      });
      return [...lines.slice(0, at), ...written, ...lines.slice(at + Number(count))].join('\n');
    });
  }
  const renamed = /是不是“(.*?)”？/.exec(hint)?.[1];
  if (renamed !== undefined) {
    return [file.text.slice(0, range.start) + renamed + file.text.slice(range.end)];
  }
  const [, one = '', none, blanks] = /写作“(.*)”(?:，左边(?:(不空格)|空(\d+)格))?/s.exec(hint) ?? [];
  if (one === '') return [];
  return one.split(/”(?:或|；[^“]*写作)“/).map((text) => {
    const [, indent = '', dash = ''] = /^(\s*)((?:- +)?)/.exec(line) ?? [];
    if (none !== undefined || blanks !== undefined) return replacing(' '.repeat(Number(blanks ?? 0)) + text);
    return replacing(indent + (text.startsWith('- ') ? '' : dash) + text);
  });
}
