import type { z } from 'zod';
import type { Finding } from './finding.ts';
import { schemaAt, type SchemaNode } from './schema-at.ts';
import type { Range, SourceFile } from './source-file.ts';

/**
 * The usual slips of Chinese input methods in YAML. The parser's own message would speak of their
 * consequences, often lines away; this looks for the slips themselves, line by line, and shows each line
 * as it should be. Only for files that cannot be read: inside a text the same signs are no slips.
 */
export function findSlips(file: SourceFile, schema: z.ZodType, yaml: Range): readonly Finding[] {
  const keys = keysOf(schemaAt(schema, []));
  const findings: Finding[] = [];
  let offset = yaml.start;
  for (const line of file.text.slice(yaml.start, yaml.end).split('\n')) {
    const slip = slipIn(line.replace(/\r$/, ''), keys);
    if (slip !== undefined) {
      findings.push({
        file,
        range: { start: offset + slip.at, end: offset + slip.at + slip.length },
        severity: 'error',
        rule: 'yaml/syntax',
        message: slip.message,
        hint: `应写作“${slip.corrected.trim()}”。`,
      });
    }
    offset += line.length + 1;
  }
  return findings;
}

interface Slip {
  /** Where in the line, and how long. */
  readonly at: number;
  readonly length: number;
  readonly message: string;
  /** The whole line as it should be. */
  readonly corrected: string;
}

function slipIn(line: string, keys: ReadonlySet<string>): Slip | undefined {
  const indentation = /^[\s\u3000]*/.exec(line)?.[0] ?? '';
  if (indentation.length === line.length) return undefined;
  const odd = /[\t\u3000]/.exec(indentation);
  if (odd !== null) {
    const name = odd[0] === '\t' ? '制表符（Tab）' : '全角空格';
    return {
      at: odd.index,
      length: 1,
      message: `这一行的缩进用了${name}，应该用半角空格。`,
      corrected: line.replace(/[\t\u3000]/g, '  '),
    };
  }
  return slipAtDash(line, indentation.length) ?? slipAtColon(line, keys);
}

/** `－ 项目` or `-项目`: a list's dash in full width, or without its blank. */
function slipAtDash(line: string, at: number): Slip | undefined {
  const fullWidth = /^\s*([－—–])\s*(?=\S)/.exec(line);
  if (fullWidth !== null) {
    return {
      at,
      length: 1,
      message: `列表前的短横“${fullWidth[1] ?? ''}”应该用半角的“-”，后面空一格。`,
      corrected: line.replace(/^(\s*)[－—–][\s\u3000]*/, '$1- '),
    };
  }
  if (!/^\s*-[\u3000\p{Script=Han}“]/u.test(line)) return undefined;
  return {
    at,
    length: 1,
    message: '列表前的短横后面要空一格（半角空格）。',
    corrected: line.replace(/^(\s*)-[\u3000]*/, '$1- '),
  };
}

/** `预算数：190.00`, `预算数:190.00`, `预算数 ： 190.00`: the colon behind a key. */
function slipAtColon(line: string, keys: ReadonlySet<string>): Slip | undefined {
  const match = /^(\s*(?:- +)?)([^\s:：“”"'#[\]{}]+)([ \u3000]*)([:：])([ \u3000]*)(.*)$/.exec(line);
  if (match === null) return undefined;
  const [, lead = '', key = '', before = '', colon = '', after = '', value = ''] = match;
  const corrected = `${lead}${key}: ${value}`.trimEnd();
  const at = lead.length + key.length + before.length;
  if (colon === '：' && (keys.has(key) || /^\s*$/.test(lead))) {
    return {
      at,
      length: 1,
      message: `“${key}”后面用了全角冒号“：”，应该用半角冒号“:”，后面空一格。`,
      corrected,
    };
  }
  if (colon === ':' && after.includes('\u3000')) {
    return { at: at + 1, length: 1, message: `“${key}:”后面用了全角空格，应该用半角空格。`, corrected };
  }
  if (colon === ':' && after === '' && value !== '' && keys.has(key)) {
    return { at, length: 1, message: `“${key}:”后面要空一格。`, corrected };
  }
  if (colon === ':' && /^"[^"]*$|^'[^']*$/.test(value) && keys.has(key)) {
    const quote = value.slice(0, 1);
    return {
      at: at + 1 + after.length,
      length: value.length,
      message: `“${key}”后面的引号（${quote}）没有配对。`,
      corrected: `${corrected}${quote}`,
    };
  }
  if (colon === ':' && / # |: |:$/.test(value) && !/^["'|>[{&*!]/.test(value) && keys.has(key)) {
    return {
      at: at + 1 + after.length,
      length: value.length,
      message: `“${key}”的文字里有冒号加空格，会被当成另一个项目名。`,
      corrected: `${lead}${key}: ${JSON.stringify(value)}`,
    };
  }
  return undefined;
}

/** All keys that a format knows, at any depth. */
function keysOf(node: SchemaNode | undefined): ReadonlySet<string> {
  const keys = new Set<string>();
  const visit = (current: SchemaNode | undefined) => {
    for (const [name, child] of Object.entries(current?.properties ?? {})) {
      keys.add(name);
      visit(child);
    }
    if (current?.items !== undefined) visit(current.items);
  };
  visit(node);
  return keys;
}
