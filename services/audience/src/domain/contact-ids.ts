const PARTS = 64;
const WORDS = 4;
const LEAST_SLOTS = 64;
/** Beyond this share of slots taken, looking for one takes long. */
const FULL = 0.75;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const CODES = new Uint8Array(128);
for (let code = 0; code < LETTERS.length; code += 1) CODES[LETTERS.charCodeAt(code)] = code;

/**
 * A set of contact ids that holds millions: 16 bytes each and what is free, instead of a string each. Its parts grow one
 * after the other, so that growing never takes twice the memory.
 */
export class ContactIds {
  readonly #parts = Array.from({ length: PARTS }, () => new IdTable());
  readonly #words = new Uint32Array(WORDS);

  /** Answers whether the id was not there yet. */
  add(contactId: string): boolean {
    readWords(contactId, this.#words);
    const part = this.#parts[(this.#words[0] ?? 0) >>> 26];
    return part?.add(this.#words) ?? false;
  }

  get size(): number {
    return this.#parts.reduce((sum, { size }) => sum + size, 0);
  }
}

/** Open addressing over four words an id; four zeros are a free slot. */
class IdTable {
  #slots = new Uint32Array(LEAST_SLOTS * WORDS);
  #taken = 0;
  #hasZero = false;

  get size(): number {
    return this.#taken + (this.#hasZero ? 1 : 0);
  }

  add(words: Uint32Array): boolean {
    if (isFree(words, 0)) {
      const isNew = !this.#hasZero;
      this.#hasZero = true;
      return isNew;
    }
    const slot = slotFor(this.#slots, words, 0);
    if (!isFree(this.#slots, slot)) return false;
    copyWords(words, 0, this.#slots, slot);
    this.#taken += 1;
    if (this.#taken * WORDS > this.#slots.length * FULL) this.#grow();
    return true;
  }

  #grow(): void {
    const larger = new Uint32Array(this.#slots.length * 2);
    for (let at = 0; at < this.#slots.length; at += WORDS) {
      if (isFree(this.#slots, at)) continue;
      copyWords(this.#slots, at, larger, slotFor(larger, this.#slots, at));
    }
    this.#slots = larger;
  }
}

/** Where the id of the words at `at` stands, or would. Ids are hashes: any of their words spreads them. */
const slotFor = (slots: Uint32Array, words: Uint32Array, at: number): number => {
  const mask = slots.length - WORDS;
  let slot = ((words[at + 1] ?? 0) << 2) & mask;
  while (!isFree(slots, slot) && !isSame(slots, slot, words, at)) slot = (slot + WORDS) & mask;
  return slot;
};

const isFree = (slots: Uint32Array, at: number): boolean =>
  slots[at] === 0 && slots[at + 1] === 0 && slots[at + 2] === 0 && slots[at + 3] === 0;

const isSame = (slots: Uint32Array, slot: number, words: Uint32Array, at: number): boolean =>
  slots[slot] === words[at] &&
  slots[slot + 1] === words[at + 1] &&
  slots[slot + 2] === words[at + 2] &&
  slots[slot + 3] === words[at + 3];

/** One by one: for four words `set` and `subarray` cost more than all the rest. */
const copyWords = (from: Uint32Array, at: number, to: Uint32Array, slot: number): void => {
  for (let n = 0; n < WORDS; n += 1) to[slot + n] = from[at + n] ?? 0;
};

/** The 128 bits that 22 letters of base64url stand for; the last letter stands for two of them. */
const readWords = (contactId: string, words: Uint32Array): void => {
  let bits = 0;
  let held = 0;
  let filled = 0;
  for (let n = 0; n < contactId.length && filled < WORDS; n += 1) {
    const code = CODES[contactId.charCodeAt(n)] ?? 0;
    const missing = 32 - held;
    if (missing > 6) {
      bits = (bits << 6) | code;
      held += 6;
      continue;
    }
    words[filled] = (bits << missing) | (code >>> (6 - missing));
    filled += 1;
    held = 6 - missing;
    bits = code & ((1 << held) - 1);
  }
};
