/**
 * Why something cannot be done, in sentences for the user that say what to do; commands print them and nothing else.
 * Any other error is a fault of the program and keeps its trace.
 */
export class UserError extends Error {
  override readonly name: string = 'UserError';
}

/** Why a site could not be built or put in its place, as one sentence for the user that says what to do. */
export class PublishingError extends UserError {
  override readonly name = 'PublishingError';
}

/** A fault of the program is told where the server was started, and the server goes on. */
export function reportFault(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
