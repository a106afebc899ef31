/**
 * Why something cannot be done, in sentences for the user that say what to do; commands print them and nothing else.
 * Any other error is a fault of the program and keeps its trace.
 */
export class UserError extends Error {
  override readonly name: string = 'UserError';
}
