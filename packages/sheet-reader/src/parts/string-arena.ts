import { malformed, tooLarge } from '../workbook-error.ts';

const BLOCK_BYTES = 1 << 22;
const INDEX_BLOCK = 1 << 16;
/** How many of the last strings are kept as strings: columns repeat themselves. */
const KEPT = 1 << 13;
const LONGEST_KEPT = 1_000;
/** Where a string begins is a number of 32 bits; what is left free at the end of blocks counts too. */
const MOST_BYTES = 2 ** 31;
const LENGTH_BYTES = 4;
const ASCII = 1;

interface Utf8Range {
  readonly from: number;
  readonly to: number;
  readonly isAscii: boolean;
}

/**
 * Many strings in few buffers: a million small strings as JavaScript objects take several times their letters. Each lies in one
 * block as its length in bytes (the lowest bit says whether it is ASCII) and its UTF-8.
 */
export class StringArena {
  readonly #blocks: Buffer[] = [];
  readonly #starts: Uint32Array[] = [];
  readonly #keptIndex = new Int32Array(KEPT).fill(-1);
  readonly #kept: string[] = Array.from({ length: KEPT }, () => '');
  readonly #mostBytes: number;
  #count = 0;
  #used = BLOCK_BYTES;
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = Math.min(mostBytes, MOST_BYTES);
  }

  get length(): number {
    return this.#count;
  }

  /** @throws WorkbookError `too_large` */
  add(text: string): void {
    const bytes = Buffer.from(text);
    this.addBytes(bytes, { from: 0, to: bytes.length, isAscii: bytes.length === text.length });
  }

  /**
   * Adds a string that is UTF-8 already.
   * @throws WorkbookError `too_large`
   */
  addBytes(bytes: Buffer, { from, to, isAscii }: Utf8Range): void {
    const block = this.#begin(to - from, isAscii);
    bytes.copy(block, this.#used, from, to);
    this.#used += to - from;
  }

  /** @throws WorkbookError `malformed` if there is no such string */
  get(index: number): string {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count)
      throw malformed('a cell refers to a text that is not there');
    const slot = index & (KEPT - 1);
    if (this.#keptIndex[slot] === index) return this.#kept[slot] ?? '';

    const text = this.#decode(this.#starts[Math.floor(index / INDEX_BLOCK)]?.[index % INDEX_BLOCK] ?? 0);
    if (text.length <= LONGEST_KEPT) {
      this.#keptIndex[slot] = index;
      this.#kept[slot] = text;
    }
    return text;
  }

  #decode(start: number): string {
    const block = this.#blocks[Math.floor(start / BLOCK_BYTES)];
    if (block === undefined) throw malformed('a cell refers to a text that is not there');
    const at = start % BLOCK_BYTES;
    const head = block.readUInt32LE(at);
    const from = at + LENGTH_BYTES;
    const to = from + (head >>> 1);
    return (head & ASCII) === 0 ? block.toString('utf8', from, to) : block.toString('latin1', from, to);
  }

  /** Makes room, notes where the next string begins and writes its length. */
  #begin(length: number, isAscii: boolean): Buffer {
    this.#bytes += length + LENGTH_BYTES;
    if (this.#bytes > this.#mostBytes) throw tooLarge('the shared strings are too large');
    if (this.#used + LENGTH_BYTES + length > BLOCK_BYTES) {
      this.#blocks.push(Buffer.allocUnsafeSlow(Math.max(BLOCK_BYTES, LENGTH_BYTES + length)));
      this.#used = 0;
    }
    this.#note((this.#blocks.length - 1) * BLOCK_BYTES + this.#used);
    const block = this.#blocks.at(-1) ?? Buffer.alloc(0);
    block.writeUInt32LE(((length << 1) | (isAscii ? ASCII : 0)) >>> 0, this.#used);
    this.#used += LENGTH_BYTES;
    return block;
  }

  #note(start: number): void {
    if (this.#count % INDEX_BLOCK === 0) this.#starts.push(new Uint32Array(INDEX_BLOCK));
    const starts = this.#starts.at(-1);
    if (starts !== undefined) starts[this.#count % INDEX_BLOCK] = start;
    this.#count += 1;
  }
}
