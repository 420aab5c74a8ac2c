import { nameCode } from '../xml/name-code.ts';
import { decodeEscapes, decodeXml } from '../xml/text.ts';
import type { XmlHandler } from '../xml/xml-scanner.ts';
import type { StringArena } from './string-arena.ts';

const SI = nameCode('si');
const T = nameCode('t');
const R_PH = nameCode('rPh');

/** Reads the strings that cells share. Of a rich text the runs are joined, and how it is pronounced is left out. */
export class SharedStringsPart implements XmlHandler {
  readonly #arena: StringArena;
  #isInText = false;
  #isInPhonetic = false;
  #text = '';
  #flags = 0;

  constructor(arena: StringArena) {
    this.#arena = arena;
  }

  open(name: number): void {
    if (name === T) this.#isInText = !this.#isInPhonetic;
    else if (name === R_PH) this.#isInPhonetic = true;
    else if (name === SI) {
      this.#text = '';
      this.#flags = 0;
    }
  }

  text(bytes: Buffer, from: number, to: number, flags: number): void {
    if (!this.#isInText) return;
    this.#text += decodeXml(bytes, from, to, flags);
    this.#flags |= flags;
  }

  close(name: number): void {
    if (name === T) this.#isInText = false;
    else if (name === R_PH) this.#isInPhonetic = false;
    else if (name === SI) this.#arena.add(decodeEscapes(this.#text, this.#flags));
  }
}
