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
    const slot = slotFor(this.#slots, words);
    if (!isFree(this.#slots, slot)) return false;
    this.#slots.set(words, slot);
    this.#taken += 1;
    if (this.#taken * WORDS > this.#slots.length * FULL) this.#grow();
    return true;
  }

  #grow(): void {
    const larger = new Uint32Array(this.#slots.length * 2);
    for (let at = 0; at < this.#slots.length; at += WORDS) {
      if (isFree(this.#slots, at)) continue;
      const words = this.#slots.subarray(at, at + WORDS);
      larger.set(words, slotFor(larger, words));
    }
    this.#slots = larger;
  }
}

/** Where the id stands, or would. Ids are hashes: any of their words spreads them. */
const slotFor = (slots: Uint32Array, words: Uint32Array): number => {
  const mask = slots.length - 1;
  let slot = ((words[1] ?? 0) * WORDS) & mask & ~(WORDS - 1);
  while (!isFree(slots, slot) && !isSame(slots, slot, words)) slot = (slot + WORDS) & mask;
  return slot;
};

const isFree = (slots: Uint32Array, at: number): boolean =>
  slots[at] === 0 && slots[at + 1] === 0 && slots[at + 2] === 0 && slots[at + 3] === 0;

const isSame = (slots: Uint32Array, at: number, words: Uint32Array): boolean =>
  slots[at] === words[0] && slots[at + 1] === words[1] && slots[at + 2] === words[2] && slots[at + 3] === words[3];

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
