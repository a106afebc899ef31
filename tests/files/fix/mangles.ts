import fc from 'fast-check';

/** One way in which an editor's program or input method changes a file without changing what it means. */
export type Mangle = (text: string, seed: number) => string;

/** Moves a top-level field with all its lines to another place. */
const moveField: Mangle = (text, seed) => {
  const fields = text.match(/(?:^#.*\n)*^[^\s#].*\n(?:^(?: .*)?\n)*/gm) ?? [];
  // What stands at the end of the file stays there.
  const foot = text.slice(fields.join('').length);
  const [moved = ''] = fields.splice(seed % fields.length, 1);
  fields.splice((seed >> 3) % (fields.length + 1), 0, moved);
  return fields.join('') + foot;
};

/** Turns the fields of each indicator around. */
const turnRows: Mangle = (text) =>
  text.replace(/^( +)- (二级指标: .*)\n\1 {2}(三级指标: .*)$/gm, '$1- $3\n$1  $2');

const indentByFour: Mangle = (text) =>
  text.replace(/^ +/gm, (blanks) => blanks.repeat(2)).replace(/^( *)- /gm, '$1-   ');

/** Only whole lines of one text, so that no block or comment is touched. */
const quoteTexts: Mangle = (text, seed) =>
  text.replace(
    /^((?:项目名称|资金用途| +(?:三级指标|绩效指标描述|指标值)):) ([^"'|>[\s].*)$/gm,
    (_, key: string, value: string) =>
      /["'\\#]/.test(value)
        ? `${key} ${value}`
        : seed % 2 === 0
          ? `${key} "${value}"`
          : `${key}   '${value}'`,
  );

const quoteFigures: Mangle = (text, seed) =>
  text.replace(/^( +(?:预算数|财政资金|12月底):) (\S+)$/gm, seed % 2 === 0 ? '$1 "$2"' : '$1 “$2”');

const wideFigures: Mangle = (text) =>
  text.replace(/^((?:序号| +(?:预算数|财政资金|\d+月底)):) (\S+)$/gm, (_, key: string, value: string) => {
    return `${key} ${value.replace(/[\d.%]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))}`;
  });

const wideColons: Mangle = (text, seed) => {
  let place = 0;
  return text.replace(/^( *(?:- +)?[\p{Script=Han}\d]+):(?: +|$)/gmu, (whole, key: string) =>
    (seed >> (place++ % 8)) % 2 === 0 ? whole : `${key}：`,
  );
};

const noBlanks: Mangle = (text, seed) => {
  let place = 0;
  return text.replace(/^( *(?:- +)?(?:二级指标|指标值|预算数|项目名称)): +/gm, (whole, key: string) =>
    (seed >> (place++ % 8)) % 2 === 0 ? whole : `${key}:`,
  );
};

const tabs: Mangle = (text) => text.replace(/^ +/gm, (blanks) => '\t'.repeat(blanks.length / 2));
const blankLines: Mangle = (text) => text.replace(/^ +12月底.*\n/gm, '$&\n\n');
const crlf: Mangle = (text) => text.replaceAll('\n', '\r\n');
const mark: Mangle = (text) => `\ufeff${text}`;

/**
 * Some of the mangles in an order in which each finds what it changes: first what needs the file as it was
 * written, last what concerns the bytes.
 */
const CHOICES: readonly Mangle[] = [
  ...[quoteTexts, quoteFigures, turnRows, moveField, moveField, blankLines, wideFigures],
  ...[wideColons, noBlanks, crlf, mark],
];

export const mangles: fc.Arbitrary<Mangle> = fc
  .tuple(
    fc.subarray(
      CHOICES.map((_, index) => index),
      { minLength: 1 },
    ),
    fc.constantFrom<Mangle | undefined>(undefined, indentByFour, tabs),
    fc.nat(1000),
  )
  .map(([chosen, indentation, seed]) => (text) => {
    const applied = chosen.flatMap((index) => CHOICES[index] ?? []);
    // Indentation before colons lose their blanks, and after rows were turned around.
    const bytes = applied.filter((mangle) => mangle === crlf || mangle === mark);
    const signs = applied.filter((mangle) => !bytes.includes(mangle));
    return [...signs, ...(indentation === undefined ? [] : [indentation]), ...bytes].reduce(
      (mangled, mangle, place) => mangle(mangled, seed + place),
      text,
    );
  });

/** Comments at some lines of a file without literal blocks: above, behind, and at the end. */
export const commented = (text: string): fc.Arbitrary<string> =>
  fc
    .record({
      above: fc.array(fc.nat(text.split('\n').length - 2), { maxLength: 4 }),
      behind: fc.array(fc.nat(text.split('\n').length - 2), { maxLength: 4 }),
      atEnd: fc.boolean(),
    })
    .map(({ above, behind, atEnd }) => {
      const lines = text.trimEnd().split('\n');
      const withComments = lines.flatMap((line, index) => [
        ...(above.includes(index) ? [`${/^ */.exec(line)?.[0] ?? ''}# 上面的批注${String(index)}`] : []),
        behind.includes(index) ? `${line} # 后面的批注${String(index)}：“#”` : line,
      ]);
      return `${[...withComments, ...(atEnd ? ['# 文件末尾的批注'] : [])].join('\n')}\n`;
    });
