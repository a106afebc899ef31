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

/** Writes a text in UTF-8 into bytes with room for it, and gives how many it takes. */
export function writeUtf8(text: string, room: Uint8Array): number {
  if (Buffer === undefined) return encoder.encodeInto(text, room).written;
  return Buffer.from(room.buffer, room.byteOffset, room.length).write(text);
}
