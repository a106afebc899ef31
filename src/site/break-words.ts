const SEGMENTER = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/**
 * A heading in the pieces between which a narrow column may break it; what stands in brackets stays whole.
 *
 * @example breakWords('本项目累计金额（万元）') // ['本', '项目', '累计', '金额', '（万元）']
 */
export function breakWords(heading: string): readonly string[] {
  return heading
    .split(/(?=（)/)
    .flatMap((part) =>
      part.startsWith('（') ? [part] : [...SEGMENTER.segment(part)].map(({ segment }) => segment),
    );
}
