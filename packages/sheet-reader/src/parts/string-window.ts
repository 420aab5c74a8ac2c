/** So many bytes become letters at a time. */
const WINDOW_BYTES = 1 << 13;
/** Somebody who asks for strings in their order may leave out a few. */
const NEAR = 16;

interface Place {
  readonly from: number;
  readonly to: number;
  /** Where the block ends that holds it. */
  readonly end: number;
}

/**
 * Programs write strings in the order in which their cells need them. Whoever asks for them in that order is given parts of one
 * larger text: to cut them out takes a fraction of the time that decoding each of them does.
 */
export class StringWindow {
  #last = -1;
  #lastStray = -1;
  #block: Buffer | undefined;
  #start = 0;
  #letters = '';

  /** Whether a string is one of the next. Others in between, of columns that repeat themselves, do not matter. */
  follows(index: number): boolean {
    const isNext = isNear(this.#last, index) || isNear(this.#lastStray, index);
    if (isNext) this.#last = index;
    else this.#lastStray = index;
    return isNext;
  }

  /** The text between two places of a block, all of it ASCII. What stands around it need not be. */
  ascii(block: Buffer, { from, to, end }: Place): string {
    if (block !== this.#block || from < this.#start || to > this.#start + this.#letters.length) {
      this.#block = block;
      this.#start = from;
      this.#letters = block.toString('latin1', from, Math.min(end, Math.max(to, from + WINDOW_BYTES)));
    }
    return this.#letters.slice(from - this.#start, to - this.#start);
  }
}

const isNear = (last: number, index: number): boolean => index > last && index <= last + NEAR;
