/**
 * DEFLATE (RFC 1951) as fflate 0.8 has it at its usual level, byte for byte. The difference is its tables: fflate makes
 * them anew for every text, half a megabyte and more, and a department's workbook has dozens of texts that are shorter.
 * To make and to drop them took longer than to compress; here they are kept.
 *
 * Ported from fflate, which is:
 *
 * MIT License. Copyright (c) 2026 Arjun Barrett
 *
 * Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
 * documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
 * rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
 * persons to whom the Software is furnished to do so, subject to the following conditions:
 *
 * The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
 * Software.
 *
 * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
 * WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
 * COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
 * OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
 */
import { Bits, Block, type LeftBits } from './deflate-blocks.ts';

/** How far back a match may lie, and the text that is looked at at once with that before it. */
const [WINDOW, BUFFER] = [32_768, 98_304];
/** Less than so much is kept until more comes. */
const LEAST = 8192;
/** A match of so many bytes is good enough, and so many places are tried for one. */
const [GOOD, MOST_TRIED, LONGEST] = [128, 128, 258];
/** A block with more matches, or more symbols, than these ends, unless the text soon does. */
const [MOST_MATCHES, MOST_SYMBOLS, SOON] = [7000, 24_576, 423];
/** Of the hash of three bytes, where more of the text comes. */
const HASH_BITS = 20;

/** What a text is compressed with, full of zeros before. */
interface Tables {
  readonly buffer: Uint8Array;
  /** By the hash of three bytes, where they were met last; by the place, where the same hash was met before. */
  readonly head: Uint16Array;
  readonly before: Uint16Array;
}

/** A buffer behind which a few bytes can still be read, so that four are compared at once also at its end. */
const newBuffer = (length: number) => new Uint8Array(new ArrayBuffer(length + 3), 0, length);

/** Those that no text is compressed with. */
const idle: Tables[] = [];

function takeTables(): Tables {
  const make = () => ({
    buffer: newBuffer(BUFFER),
    head: new Uint16Array(1 << HASH_BITS),
    before: new Uint16Array(WINDOW),
  });
  return idle.pop() ?? make();
}

/** One block is made and written at a time, whichever text it is of. */
const [block, out] = [new Block(), new Bits()];

/** A text that is compressed piece by piece. */
export class Deflate {
  readonly #tables = takeTables();
  #buffer: Uint8Array = this.#tables.buffer;
  #left: LeftBits = { value: 0, bits: 0 };
  /** In the buffer: the end of the text so far, what is to be hashed next, and what is to be written next. */
  #end = WINDOW;
  #next = WINDOW;
  #unwritten = WINDOW;
  #isInPieces = false;

  /** Adds a piece, and gives the bytes that are made by then. */
  push(piece: Uint8Array, isLast: boolean): readonly Uint8Array<ArrayBuffer>[] {
    const made: Uint8Array<ArrayBuffer>[] = [];
    const end = this.#end + piece.length;
    if (end > this.#buffer.length) {
      if (end > 2 * this.#buffer.length - WINDOW) {
        const larger = newBuffer(end & -WINDOW);
        larger.set(this.#buffer.subarray(0, this.#end));
        this.#buffer = larger;
      }
      const buffer = this.#buffer;
      const fitting = buffer.length - this.#end;
      buffer.set(piece.subarray(0, fitting), this.#end);
      this.#end = buffer.length;
      made.push(this.#compress(false));
      buffer.copyWithin(0, buffer.length - WINDOW);
      buffer.set(piece.subarray(fitting), WINDOW);
      this.#end = WINDOW + piece.length - fitting;
      this.#next = WINDOW - 2;
      this.#unwritten = WINDOW;
    } else {
      this.#buffer.set(piece, this.#end);
      this.#end = end;
    }
    if (isLast || this.#end >= this.#unwritten + LEAST) {
      made.push(this.#compress(isLast));
      this.#unwritten = this.#next;
      this.#next -= 2;
    }
    if (isLast) this.#giveBack();
    return made;
  }

  #giveBack(): void {
    const { buffer, head, before } = this.#tables;
    if (this.#isInPieces) buffer.fill(0, 0, WINDOW);
    head.fill(0, 0, this.#isInPieces ? head.length : 1 << this.#hashBits(true));
    before.fill(0);
    idle.push(this.#tables);
  }

  /** At the end of a text the hash has fewer bits, so that what was met under more is not found again. */
  #hashBits(isLast: boolean): number {
    const { length } = this.#buffer;
    return isLast ? Math.ceil(Math.max(8, Math.min(13, Math.log(length))) * 1.5) : HASH_BITS;
  }

  #compress(isLast: boolean): Uint8Array<ArrayBuffer> {
    if (!isLast) this.#isInPieces = true;
    const { head, before } = this.#tables;
    const [data, end] = [this.#buffer, this.#end];
    const view = new DataView(data.buffer);
    out.begin(this.#left, end + 5 * (1 + Math.ceil(end / MOST_MATCHES)) + 8);
    const bits = this.#hashBits(isLast);
    const [mask, shift] = [(1 << bits) - 1, Math.ceil(bits / 3)];
    const hashAt = (place: number): number =>
      ((data[place] ?? 0) ^ ((data[place + 1] ?? 0) << shift) ^ ((data[place + 2] ?? 0) << (2 * shift))) &
      mask;
    let [place, unwritten, begin] = [this.#next, this.#unwritten, 0];
    for (; place + 2 < end; place += 1) {
      const hash = hashAt(place);
      let here = place & (WINDOW - 1);
      let there = head[hash] ?? 0;
      before[here] = there;
      head[hash] = here;
      if (unwritten > place) continue;
      const left = end - place;
      if ((block.matches > MOST_MATCHES || block.symbols > MOST_SYMBOLS) && (left > SOON || !isLast)) {
        block.writeTo(out, data.subarray(begin, place), false);
        begin = place;
      }
      let [length, distance] = [2, 0];
      let back = (here - there) & (WINDOW - 1);
      if (hash === hashAt(place - back)) {
        const good = Math.min(GOOD, left) - 1;
        const longest = Math.min(LONGEST, left);
        const farthest = Math.min(WINDOW - 1, place);
        let tries = MOST_TRIED - 1;
        // What a longer match has besides: at first these three bytes themselves, then the four that it would end with.
        let [endAt, ending, compared] = [place, view.getInt32(place, true), 0xffffff];
        while (back <= farthest && tries > 0 && here !== there) {
          if (((view.getInt32(endAt - back, true) ^ ending) & compared) === 0) {
            let same = 0;
            while (same < longest) {
              const different = view.getInt32(place + same, true) ^ view.getInt32(place + same - back, true);
              if (different !== 0) {
                // By the lowest bit that differs: how many of the four bytes are the same.
                same += (31 - Math.clz32(different & -different)) >> 3;
                break;
              }
              same += 4;
            }
            if (same > length) {
              length = Math.min(same, longest);
              distance = back;
              if (length > good || length === longest) break;
              endAt = place + length - 3;
              ending = view.getInt32(endAt, true);
              compared = -1;
              // The rarest three bytes within the match: whatever is longer holds them too.
              const most = Math.min(back, length - 2);
              let rarest = 0;
              for (let ahead = 0; ahead < most; ahead += 1) {
                const at = (place - back + ahead) & (WINDOW - 1);
                const apart = (at - (before[at] ?? 0)) & (WINDOW - 1);
                if (apart > rarest) {
                  rarest = apart;
                  there = at;
                }
              }
            }
          }
          here = there;
          there = before[here] ?? 0;
          back += (here - there) & (WINDOW - 1);
          tries -= 1;
        }
      }
      if (distance === 0) {
        block.addByte(data[place] ?? 0);
        continue;
      }
      block.addMatch(length, distance);
      unwritten = place + length;
      // The places within the match, each byte read once: most of a text is there.
      let first = data[place + 1] ?? 0;
      let second = data[place + 2] ?? 0;
      for (const stop = Math.min(unwritten, end - 2) - 1; place < stop;) {
        place += 1;
        const third = data[place + 2] ?? 0;
        const within = (first ^ (second << shift) ^ (third << (2 * shift))) & mask;
        before[place & (WINDOW - 1)] = head[within] ?? 0;
        head[within] = place & (WINDOW - 1);
        first = second;
        second = third;
      }
    }
    for (place = Math.max(place, unwritten); place < end; place += 1) block.addByte(data[place] ?? 0);
    block.writeTo(out, data.subarray(begin, place), isLast);
    this.#next = place;
    this.#unwritten = unwritten;
    const { bytes, left } = out.take(isLast);
    this.#left = left;
    return bytes;
  }
}
