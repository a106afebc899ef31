/** How a browser is started that takes pictures: without sandbox it also runs as root; the rest makes the same picture each time. */
export const PICTURE_ARGUMENTS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--hide-scrollbars',
  '--font-render-hinting=none',
];
