interface LogEvent {
  readonly message: string;
  readonly newLine: boolean;
}

/**
 * Where Astro writes its messages: standard error, since standard output holds a command's result only (Astro's
 * own writer sends warnings there). Astro loads this module by its path.
 */
export default function logToStandardError() {
  return {
    write: ({ message, newLine }: LogEvent): void => {
      // The error itself is told by the command, in Chinese.
      if (/An unhandled error occurred while running the .* hook/.test(message)) return;
      process.stderr.write(newLine ? `${message}\n` : message);
    },
  };
}
