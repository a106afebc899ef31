/**
 * The number formats that a workbook may use by their numbers alone, as Chinese Excel shows them.
 * Source: ECMA-376 part 1, 18.8.30, zh-cn.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  ...spread('yyyy"年"m"月"', 27, 36, 50, 52, 57),
  ...spread('m"月"d"日"', 28, 29, 51, 53, 54, 58),
  ...{ 22: 'yyyy-m-d h:mm', 30: 'm-d-yy', 31: 'yyyy"年"m"月"d"日"' },
  ...{ 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"' },
  ...{ 42: '_ "¥"* #,##0_ ;_ "¥"* \\-#,##0_ ;_ "¥"* "-"_ ;_ @_ ' },
  ...{ 44: '_ "¥"* #,##0.00_ ;_ "¥"* \\-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ' },
  ...{ 41: '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ' },
  ...{ 43: '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ' },
};

function spread(format: string, ...ids: readonly number[]): Readonly<Record<number, string>> {
  return Object.fromEntries(ids.map((id) => [id, format]));
}

/** The styles of a workbook with those formats written out, where it does not write them itself. */
export function writeOutFormats(styles: string): string {
  const [start = '', prefix = ''] = /<(\w+:)?styleSheet\b[^>]*>/.exec(styles) ?? [];
  if (start === '' || start.endsWith('/>')) return styles;
  const formats = Object.entries(BUILT_IN)
    .filter(([id]) => !new RegExp(`numFmtId="${id}"\\s+formatCode=`).test(styles))
    .map(
      ([id, format]) =>
        `<${prefix}numFmt numFmtId="${id}" formatCode="${format.replaceAll('"', '&quot;')}"/>`,
    )
    .join('');
  const own = new RegExp(`<${prefix}numFmts(?:\\s(?:[^>]*[^/>])?)?>`);
  return own.test(styles)
    ? styles.replace(own, (tag) => tag + formats)
    : styles.replace(start, `${start}<${prefix}numFmts>${formats}</${prefix}numFmts>`);
}
