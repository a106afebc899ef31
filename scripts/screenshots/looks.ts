import type { BrowserContextOptions } from 'playwright-core';

/** A way in which a page is looked at: by whom, in what light, on what. */
export interface Look {
  readonly name: string;
  /** Its name on the contact sheet. */
  readonly title: string;
  readonly context: BrowserContextOptions;
  /** What the reader has chosen under 显示设置, as it is kept on the device. */
  readonly chosen?: Readonly<Record<string, unknown>>;
  /** Whether it is seen on paper: only in the width of an A4 page. */
  readonly isPaper?: boolean;
}

export const LOOKS: readonly Look[] = [
  { name: 'light', title: '浅色', context: { colorScheme: 'light' } },
  { name: 'dark', title: '深色', context: { colorScheme: 'dark' } },
  { name: 'care', title: '关怀版', context: { colorScheme: 'light' }, chosen: { care: true } },
  { name: 'care-dark', title: '关怀版，深色', context: { colorScheme: 'dark' }, chosen: { care: true } },
  { name: 'contrast', title: '高对比度', context: { contrast: 'more' } },
  { name: 'forced', title: '系统强制颜色', context: { forcedColors: 'active', colorScheme: 'dark' } },
  { name: 'without-scripts', title: '不运行脚本', context: { javaScriptEnabled: false } },
  { name: 'print', title: '打印', context: {}, isPaper: true },
];

/** Phones, a tablet, a desk, a large screen, in CSS pixels. */
export const WIDTHS = [320, 390, 768, 1280, 1920] as const;

/** A4 without the margins of the style sheet, in CSS pixels. */
export const PAPER_WIDTH = 686;
