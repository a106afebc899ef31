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
      process.stderr.write(newLine ? `${message}\n` : message);
    },
  };
}
