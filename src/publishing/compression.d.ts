// The types that are published for this package bring those of a whole web framework.
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Options {
    /** Whether this answer may be compressed; where left out, what its content type says. */
    readonly filter?: (request: IncomingMessage, response: ServerResponse) => boolean;
  }

  /** Compresses the answers that the next handler gives, by what the asker accepts. */
  interface Compression {
    (options?: Options): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
    readonly filter: (request: IncomingMessage, response: ServerResponse) => boolean;
  }

  const compression: Compression;
  export default compression;
}
