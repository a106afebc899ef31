/** More than this no file system's window shows, and some refuse. */
const LONGEST = 60;

/**
 * The name of a downloaded file: what it shows and of what, with what no system allows in names left out.
 *
 * @example fileName(['计划累计支出', '某局/本级'], 'png') // 计划累计支出-某局本级.png
 */
export function fileName(parts: readonly string[], extension: string): string {
  const name = parts
    .map((part) => part.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim())
    .filter((part) => part !== '')
    .join('-');
  return `${[...name].slice(0, LONGEST).join('')}.${extension}`;
}

/** Hands a file to the reader. */
export function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
