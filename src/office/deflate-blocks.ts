/** Blocks of DEFLATE, ported from fflate; its notice stands in `deflate.ts`. */

/** Of a length or distance: how many bits its code is followed by. */
const LENGTH_BITS = Uint8Array.of(
  ...[0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0],
);
const DISTANCE_BITS = Uint8Array.of(
  ...[0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13],
);
/** The order in which the lengths of the codes of code lengths are written. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

const LONGEST_MATCH = 258;
const END_OF_BLOCK = 256;
/** Behind the bytes and the end of a block. */
const FIRST_LENGTH = 257;
/** The bit that tells a match from a byte among the symbols of a block. */
const MATCH = 1 << 28;
/** More symbols than a block has, whatever ends it. */
const MOST_SYMBOLS = 25_000;
const [MOST_BITS, MOST_BITS_OF_RUNS] = [15, 7];

const LENGTH_CODES = furtherCodes(LENGTH_BITS, 3);
LENGTH_CODES[LONGEST_MATCH] = 28;
const DISTANCE_CODES = furtherCodes(DISTANCE_BITS, 1);

/** By length or distance: its code, and what its further bits say. */
function furtherCodes(furtherBits: Uint8Array, first: number): Int32Array {
  const codes: number[] = Array.from({ length: first }, () => 0);
  furtherBits.forEach((bits, code) => {
    for (let more = 0; more < 1 << bits; more += 1) codes.push((more << 5) | code);
  });
  return Int32Array.from(codes);
}

/** The fifteen lower bits of a number, the lowest first. */
const REVERSED = Uint16Array.from({ length: 1 << MOST_BITS }, (_, number) => {
  let reversed = 0;
  for (let bit = 0; bit < MOST_BITS; bit += 1) reversed |= ((number >> bit) & 1) << (MOST_BITS - 1 - bit);
  return reversed;
});

/** Codes that need not be written: how many bits each symbol has. */
const FIXED_LITERALS = Uint8Array.from({ length: 288 }, (_, symbol) =>
  symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
);
const FIXED_DISTANCES = new Uint8Array(32).fill(5);

/** Runs of code lengths: their code, what its further bits say (from bit 5 on), and how many these are (from bit 12). */
const [REPEATED, SHORT_RUN, LONG_RUN] = [16 | (2 << 12), 17 | (3 << 12), 18 | (7 << 12)];
const [RUN_6, RUN_138] = [REPEATED | (3 << 5), LONG_RUN | (127 << 5)];

/** Bits one after the other, the lowest first, in bytes that are zero behind them. */
export class Bits {
  #bytes = new Uint8Array(0);
  #end = 0;

  /** Begins anew with what is left of a byte, and with room for so many bytes. */
  begin({ value, bits }: LeftBits, most: number): void {
    if (most > this.#bytes.length) this.#bytes = new Uint8Array(2 * most);
    this.#bytes[0] = value;
    this.#end = bits;
  }

  /** Adds a number of 16 bits at most. */
  add(value: number, bits: number): void {
    const bytes = this.#bytes;
    const place = this.#end >> 3;
    const shifted = value << (this.#end & 7);
    bytes[place] = (bytes[place] ?? 0) | shifted;
    bytes[place + 1] = (bytes[place + 1] ?? 0) | (shifted >> 8);
    bytes[place + 2] = (bytes[place + 2] ?? 0) | (shifted >> 16);
    this.#end += bits;
  }

  /** Adds bytes as they are from the next whole byte on, after their number and the same number inverted. */
  addBytes(added: Uint8Array): void {
    const place = (this.#end + 7) >> 3;
    const { length } = added;
    this.#bytes.set([length & 255, length >> 8, ~length & 255, ~(length >> 8) & 255], place);
    this.#bytes.set(added, place + 4);
    this.#end = (place + 4 + length) * 8;
  }

  /** Takes the whole bytes out, and what is left of another; it is among them where the text ends with it. */
  take(isLast: boolean): { readonly bytes: Uint8Array<ArrayBuffer>; readonly left: LeftBits } {
    const whole = this.#end >> 3;
    const left = { value: this.#bytes[whole] ?? 0, bits: this.#end & 7 };
    const bytes = this.#bytes.slice(0, isLast && left.bits > 0 ? whole + 1 : whole);
    this.#bytes.fill(0, 0, whole + 3);
    return { bytes, left };
  }
}

/** What is left of a byte. */
export interface LeftBits {
  readonly value: number;
  readonly bits: number;
}

/** What stands in a block: bytes, and matches with what stood before. */
export class Block {
  readonly #symbols = new Int32Array(MOST_SYMBOLS);
  readonly #literals = new Uint16Array(288);
  readonly #distances = new Uint16Array(32);
  #furtherBits = 0;
  symbols = 0;
  matches = 0;

  addByte(byte: number): void {
    this.#symbols[this.symbols] = byte;
    this.symbols += 1;
    this.#literals[byte] = (this.#literals[byte] ?? 0) + 1;
  }

  addMatch(length: number, distance: number): void {
    const [lengthCode, distanceCode] = [LENGTH_CODES[length] ?? 0, DISTANCE_CODES[distance] ?? 0];
    this.#symbols[this.symbols] = MATCH | (lengthCode << 18) | distanceCode;
    this.symbols += 1;
    this.matches += 1;
    const [ofLength, ofDistance] = [lengthCode & 31, distanceCode & 31];
    this.#furtherBits += (LENGTH_BITS[ofLength] ?? 0) + (DISTANCE_BITS[ofDistance] ?? 0);
    this.#literals[FIRST_LENGTH + ofLength] = (this.#literals[FIRST_LENGTH + ofLength] ?? 0) + 1;
    this.#distances[ofDistance] = (this.#distances[ofDistance] ?? 0) + 1;
  }

  /** Writes it in the shortest of three ways, and is empty then. @param bytes what it holds. */
  writeTo(out: Bits, bytes: Uint8Array, isLast: boolean): void {
    out.add(Number(isLast), 1);
    this.#literals[END_OF_BLOCK] = (this.#literals[END_OF_BLOCK] ?? 0) + 1;
    const [literals, distances] = [treeOf(this.#literals, MOST_BITS), treeOf(this.#distances, MOST_BITS)];
    const [runs, distanceRuns] = [runsOf(literals), runsOf(distances)];
    const allRuns = [...runs.codes, ...distanceRuns.codes];
    const counts = new Uint16Array(ORDER.length);
    for (const run of allRuns) counts[run & 31] = (counts[run & 31] ?? 0) + 1;
    const ofRuns = treeOf(counts, MOST_BITS_OF_RUNS);
    let ordered = ORDER.length;
    while (ordered > 4 && (ofRuns[ORDER[ordered - 1] ?? 0] ?? 0) === 0) ordered -= 1;
    const further = this.#furtherBits + 2 * (counts[16] ?? 0) + 3 * (counts[17] ?? 0) + 7 * (counts[18] ?? 0);
    const own = 14 + 3 * ordered + sizeOf(counts, ofRuns) + further + this.#sizeWith(literals, distances);
    const fixed = this.#furtherBits + this.#sizeWith(FIXED_LITERALS, FIXED_DISTANCES);
    if ((bytes.length + 5) * 8 <= Math.min(own, fixed)) {
      out.add(0, 2);
      out.addBytes(bytes);
    } else if (own < fixed) {
      out.add(2, 2);
      out.add(runs.end - FIRST_LENGTH, 5);
      out.add(distanceRuns.end - 1, 5);
      out.add(ordered - 4, 4);
      for (const code of ORDER.slice(0, ordered)) out.add(ofRuns[code] ?? 0, 3);
      const runCodes = codesOf(ofRuns);
      for (const run of allRuns) {
        const code = run & 31;
        out.add(runCodes[code] ?? 0, ofRuns[code] ?? 0);
        if (code >= 16) out.add((run >> 5) & 127, run >> 12);
      }
      this.#writeSymbols(out, literals, distances);
    } else {
      out.add(1, 2);
      this.#writeSymbols(out, FIXED_LITERALS, FIXED_DISTANCES);
    }
    this.#literals.fill(0);
    this.#distances.fill(0);
    this.#furtherBits = this.symbols = this.matches = 0;
  }

  #sizeWith(literals: Uint8Array, distances: Uint8Array): number {
    return sizeOf(this.#literals, literals) + sizeOf(this.#distances, distances);
  }

  #writeSymbols(out: Bits, literals: Uint8Array, distances: Uint8Array): void {
    const [codes, distanceCodes] = [codesOf(literals), codesOf(distances)];
    for (let place = 0; place < this.symbols; place += 1) {
      const symbol = this.#symbols[place] ?? 0;
      if (symbol < MATCH) {
        out.add(codes[symbol] ?? 0, literals[symbol] ?? 0);
        continue;
      }
      const [length, distance] = [(symbol >> 18) & 31, symbol & 31];
      out.add(codes[FIRST_LENGTH + length] ?? 0, literals[FIRST_LENGTH + length] ?? 0);
      out.add((symbol >> 23) & 31, LENGTH_BITS[length] ?? 0);
      out.add(distanceCodes[distance] ?? 0, distances[distance] ?? 0);
      out.add((symbol >> 5) & 8191, DISTANCE_BITS[distance] ?? 0);
    }
    out.add(codes[END_OF_BLOCK] ?? 0, literals[END_OF_BLOCK] ?? 0);
  }
}

/** How many bits symbols take that stand so often, by the lengths of their codes. */
function sizeOf(counts: Uint16Array, lengths: Uint8Array): number {
  let bits = 0;
  for (let symbol = 0; symbol < lengths.length; symbol += 1)
    bits += (counts[symbol] ?? 0) * (lengths[symbol] ?? 0);
  return bits;
}

/** The codes of symbols, by their lengths. */
function codesOf(lengths: Uint8Array): Uint16Array {
  const next = new Uint16Array(MOST_BITS + 2);
  for (const length of lengths) if (length > 0) next[length + 1] = (next[length + 1] ?? 0) + 1;
  for (let length = 2; length < next.length; length += 1)
    next[length] = ((next[length] ?? 0) + (next[length - 1] ?? 0)) << 1;
  const codes = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] ?? 0;
    if (length === 0) continue;
    const code = next[length] ?? 0;
    next[length] = code + 1;
    codes[symbol] = (REVERSED[code] ?? 0) >> (MOST_BITS - length);
  }
  return codes;
}

/** More symbols than any code is of; a symbol fits in so many bits. */
const [ALL_SYMBOLS, SYMBOL_BITS] = [288, 9];
/** While a tree is made: the leaves, rarest first, as how often each stands with its symbol behind that. */
const sorted = new Int32Array(ALL_SYMBOLS);
/** The same leaves, then the trees in which two nodes are joined: how often all in it stand, the tree it is in, its depth. */
const counted = new Int32Array(2 * ALL_SYMBOLS);
const parents = new Int16Array(2 * ALL_SYMBOLS);
const depths = new Int16Array(2 * ALL_SYMBOLS);

/** The lengths of the best codes for symbols that stand so often, none longer than `most`. */
function treeOf(counts: Uint16Array, most: number): Uint8Array {
  let [leaves, last] = [0, -1];
  for (let symbol = 0; symbol < counts.length; symbol += 1) {
    const count = counts[symbol] ?? 0;
    if (count === 0) continue;
    sorted[leaves] = (count << SYMBOL_BITS) | symbol;
    leaves += 1;
    last = symbol;
  }
  const lengths = new Uint8Array(last + 1);
  if (leaves === 1) lengths[last] = 1;
  if (leaves <= 1) return lengths;
  const order = sorted.subarray(0, leaves).sort();
  for (let leaf = 0; leaf < leaves; leaf += 1) counted[leaf] = (order[leaf] ?? 0) >> SYMBOL_BITS;
  // From `leaf` and `tree` on, nodes are in no tree yet; the next to be joined is the rarer of both, a leaf before a tree.
  const root = 2 * leaves - 2;
  let [leaf, tree] = [0, leaves];
  for (let made = leaves; made <= root; made += 1) {
    let count = 0;
    for (let part = 0; part < 2; part += 1) {
      const isLeaf = leaf < leaves && (tree === made || (counted[leaf] ?? 0) <= (counted[tree] ?? 0));
      const node = isLeaf ? leaf++ : tree++;
      count += counted[node] ?? 0;
      parents[node] = made;
    }
    counted[made] = count;
  }
  depths[root] = 0;
  let deepest = 0;
  for (let node = root - 1; node >= 0; node -= 1) {
    const depth = (depths[parents[node] ?? 0] ?? 0) + 1;
    depths[node] = depth;
    if (node >= leaves) continue;
    lengths[(order[node] ?? 0) & ((1 << SYMBOL_BITS) - 1)] = depth;
    deepest = Math.max(deepest, depth);
  }
  if (deepest > most) shorten(counts, lengths, deepest, most);
  return lengths;
}

/** Makes codes that are too long shorter, and others longer for it. */
function shorten(counts: Uint16Array, lengths: Uint8Array, deepest: number, most: number): void {
  const leaves = Array.from(lengths.keys()).filter((symbol) => lengths[symbol] !== 0);
  leaves.sort((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0) || (counts[a] ?? 0) - (counts[b] ?? 0));
  const lengthOf = (place: number) => lengths[leaves[place] ?? 0] ?? 0;
  const set = (place: number, length: number) => {
    lengths[leaves[place] ?? 0] = length;
  };
  const excess = deepest - most;
  let [place, debt] = [0, 0];
  for (; place < leaves.length && lengthOf(place) > most; place += 1) {
    debt += (1 << excess) - (1 << (deepest - lengthOf(place)));
    set(place, most);
  }
  debt >>= excess;
  while (debt > 0) {
    const length = lengthOf(place);
    if (length < most) {
      debt -= 1 << (most - length - 1);
      set(place, length + 1);
    } else place += 1;
  }
  for (; place >= 0 && debt !== 0; place -= 1) {
    if (lengthOf(place) !== most) continue;
    set(place, most - 1);
    debt += 1;
  }
}

/** The lengths of codes as they are written: each, or a run of one, with how many more bits say how long it is. */
function runsOf(lengths: Uint8Array): { readonly codes: readonly number[]; readonly end: number } {
  let end = lengths.length;
  while (end > 1 && lengths[end - 1] === 0) end -= 1;
  end = Math.max(1, end);
  const codes: number[] = [];
  for (let place = 0; place < end;) {
    const length = lengths[place] ?? 0;
    let run = 1;
    while (place + run < end && lengths[place + run] === length) run += 1;
    place += run;
    if (length === 0 && run > 2) {
      for (; run > 138; run -= 138) codes.push(RUN_138);
      if (run > 2) {
        codes.push(run > 10 ? ((run - 11) << 5) | LONG_RUN : ((run - 3) << 5) | SHORT_RUN);
        run = 0;
      }
    } else if (run > 3) {
      codes.push(length);
      for (run -= 1; run > 6; run -= 6) codes.push(RUN_6);
      if (run > 2) {
        codes.push(((run - 3) << 5) | REPEATED);
        run = 0;
      }
    }
    for (; run > 0; run -= 1) codes.push(length);
  }
  return { codes, end };
}
