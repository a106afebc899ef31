/** Says what long work is at: on a terminal only, so that a pipe or a log file gets nothing but results. */
export function logProgress(message: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${message}\n`);
}
