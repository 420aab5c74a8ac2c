import { malformed, tooLarge } from '../workbook-error.ts';
import { StringWindow } from './string-window.ts';

const BLOCK_BYTES = 1 << 22;
const INDEX_BLOCK = 1 << 16;
/** How many of the last strings are kept as strings: columns repeat themselves. */
const KEPT = 1 << 13;
const LONGEST_KEPT = 1_000;
/** Up to so many bytes are copied faster one by one. */
const FEW_BYTES = 48;
/** Where a string begins is a number of 31 bits; what is left free at the end of blocks counts too. */
const MOST_BYTES = 2 ** 31;
const INDEX_BYTES = 4;
const ASCII = 1;

interface Utf8Range {
  readonly from: number;
  readonly to: number;
  readonly isAscii: boolean;
}

/**
 * Many strings in few buffers: a million small strings as JavaScript objects take several times their letters. They lie one
 * behind the other as UTF-8, each in one block. Of each is noted where it begins and, in the lowest bit, whether it is ASCII.
 */
export class StringArena {
  readonly #blocks: Buffer[] = [];
  /** How much of each block is used. */
  readonly #ends: number[] = [];
  readonly #starts: Uint32Array[] = [];
  readonly #keptIndex = new Int32Array(KEPT).fill(-1);
  readonly #kept: string[] = Array.from({ length: KEPT }, () => '');
  readonly #window = new StringWindow();
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
    copy(bytes, from, to, block, this.#used);
    this.#used += to - from;
    this.#ends[this.#blocks.length - 1] = this.#used;
  }

  /** @throws WorkbookError `malformed` if there is no such string */
  get(index: number): string {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count)
      throw malformed('a cell refers to a text that is not there');
    const slot = index & (KEPT - 1);
    if (this.#keptIndex[slot] === index) return this.#kept[slot] ?? '';

    const isNext = this.#window.follows(index);
    const text = this.#decode(index, isNext);
    if (!isNext && text.length <= LONGEST_KEPT) {
      this.#keptIndex[slot] = index;
      this.#kept[slot] = text;
    }
    return text;
  }

  #decode(index: number, isNext: boolean): string {
    const noted = this.#notedAt(index);
    const start = noted >>> 1;
    const at = Math.floor(start / BLOCK_BYTES);
    const block = this.#blocks[at];
    const end = this.#ends[at];
    if (block === undefined || end === undefined) throw malformed('a cell refers to a text that is not there');
    const base = at * BLOCK_BYTES;
    const next = this.#notedAt(index + 1) >>> 1;
    const isLast = index + 1 === this.#count || next >= base + BLOCK_BYTES;
    const [from, to] = [start - base, isLast ? end : next - base];
    if ((noted & ASCII) === 0) return block.toString('utf8', from, to);
    return isNext ? this.#window.ascii(block, { from, to, end }) : block.toString('latin1', from, to);
  }

  #notedAt(index: number): number {
    return this.#starts[index >>> 16]?.[index & (INDEX_BLOCK - 1)] ?? 0;
  }

  /** Makes room and notes where the next string begins. */
  #begin(length: number, isAscii: boolean): Buffer {
    this.#bytes += length + INDEX_BYTES;
    // An empty string at the very end of a block would seem to lie in the next one.
    if (this.#used + Math.max(1, length) > BLOCK_BYTES) {
      this.#blocks.push(Buffer.allocUnsafeSlow(Math.max(BLOCK_BYTES, length)));
      this.#used = 0;
    }
    const start = (this.#blocks.length - 1) * BLOCK_BYTES + this.#used;
    if (this.#bytes > this.#mostBytes || start >= MOST_BYTES) throw tooLarge('the shared strings are too large');
    this.#note(((start << 1) | (isAscii ? ASCII : 0)) >>> 0);
    return this.#blocks.at(-1) ?? Buffer.alloc(0);
  }

  #note(start: number): void {
    if (this.#count % INDEX_BLOCK === 0) this.#starts.push(new Uint32Array(INDEX_BLOCK));
    const starts = this.#starts.at(-1);
    if (starts !== undefined) starts[this.#count % INDEX_BLOCK] = start;
    this.#count += 1;
  }
}

const copy = (bytes: Buffer, from: number, to: number, target: Buffer, at: number): void => {
  if (to - from > FEW_BYTES) {
    bytes.copy(target, at, from, to);
    return;
  }
  for (let n = from; n < to; n += 1) target[at + n - from] = bytes[n] ?? 0;
};
