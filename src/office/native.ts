/**
 * What Node.js does itself, with bytes as they are in memory: in a fraction of the time of a script. Lists are also saved
 * as workbooks by browsers, which have none of it.
 */
const { process, Buffer } = globalThis as {
  readonly process?: NodeJS.Process;
  readonly Buffer?: BufferConstructor;
};

/** The CRC-32 of bytes, from that of what stands before them; undefined in browsers. */
export const crc32: ((bytes: Uint8Array, before: number) => number) | undefined =
  process?.getBuiltinModule('node:zlib').crc32;

const encoder = new TextEncoder();

/** Texts in UTF-8, one after the other: to write each by itself takes less than to put them together first. */
export class Utf8Room {
  #bytes: Uint8Array;
  #end = 0;

  constructor(length: number) {
    this.#bytes = bytesFor(length);
  }

  add(text: string): void {
    const most = this.#end + 3 * text.length;
    if (most > this.#bytes.length) {
      const larger = bytesFor(Math.max(most, 2 * this.#bytes.length));
      larger.set(this.#bytes.subarray(0, this.#end));
      this.#bytes = larger;
    }
    const bytes = this.#bytes;
    this.#end +=
      Buffer !== undefined && bytes instanceof Buffer
        ? bytes.write(text, this.#end)
        : encoder.encodeInto(text, bytes.subarray(this.#end)).written;
  }

  /** What was added since it was cleared, until it is again. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#end);
  }

  clear(): void {
    this.#end = 0;
  }

  /** What was added, as bytes of their own, and clears it. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.bytes());
    this.clear();
    return taken;
  }
}

const bytesFor = (length: number): Uint8Array =>
  Buffer === undefined ? new Uint8Array(length) : Buffer.allocUnsafeSlow(length);
