import { isAscii, isUtf8 } from 'node:buffer';

import { makeCp949Decoder } from '../cp949.ts';

/** Bytes that mean nothing in the encoding. */
export class UndecodableText extends Error {
  override readonly name = 'UndecodableText';
}

/** Decodes a text piece by piece: a letter whose bytes lie in two pieces stays whole. */
export interface TextDecoding {
  /** @throws UndecodableText */
  write(bytes: Buffer): Buffer | string;
  /** @throws UndecodableText if half a letter is left */
  end(): Buffer | string;
}

export const decodingOf = (encoding: string): TextDecoding => {
  if (encoding === 'utf-8') return new Utf8();
  return encoding === 'cp949' ? new Decoding(makeCp949Decoder()) : new Decoding(platformDecoder(encoding));
};

/** The longest start of a letter that may wait for its end. */
const LONGEST_START = 3;

/** UTF-8 is what the reader of records takes: it only has to be valid, which is known much sooner than what it says. */
class Utf8 implements TextDecoding {
  #held: Buffer = Buffer.alloc(0);

  write(bytes: Buffer): Buffer {
    const whole = this.#held.length === 0 ? bytes : Buffer.concat([this.#held, bytes]);
    const end = endOfLetters(whole);
    this.#held = whole.subarray(end);
    const letters = whole.subarray(0, end);
    if (!isAscii(letters) && !isUtf8(letters)) throw new UndecodableText();
    return letters;
  }

  end(): Buffer {
    if (this.#held.length > 0) throw new UndecodableText();
    return this.#held;
  }
}

/** Where the last letter ends that is whole. */
const endOfLetters = (bytes: Buffer): number => {
  for (let back = 1; back <= Math.min(LONGEST_START, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return lengthOf(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
};

const lengthOf = (first: number): number => {
  if (first >= 0xf0) return 4;
  return first >= 0xe0 ? 3 : 2;
};

interface Decoder {
  decode(bytes?: Buffer): string | undefined;
}

class Decoding implements TextDecoding {
  readonly #decoder: Decoder;

  constructor(decoder: Decoder) {
    this.#decoder = decoder;
  }

  write(bytes: Buffer): string {
    return valid(this.#decoder.decode(bytes));
  }

  end(): string {
    return valid(this.#decoder.decode());
  }
}

const valid = (text: string | undefined): string => {
  if (text === undefined) throw new UndecodableText();
  return text;
};

const platformDecoder = (encoding: string): Decoder => {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return {
    decode: (bytes) => {
      try {
        return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
      } catch {
        return undefined;
      }
    },
  };
};
