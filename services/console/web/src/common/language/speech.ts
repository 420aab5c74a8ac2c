import { firstLanguage, type Language, rememberLanguage } from './languages.ts';
import type { Wordbook } from './wordbook.ts';

interface Memory {
  readonly first: () => Language;
  readonly remember: (language: Language) => void;
}

/** Which language the console speaks, and every book of words that it speaks from. */
export class Speech {
  readonly #memory: Memory;
  readonly #books: Wordbook[] = [];
  readonly #listeners = new Set<() => void>();
  #spoken: Language | undefined;
  #wanted: Language | undefined;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  readonly language = (): Language => {
    this.#spoken ??= this.#memory.first();
    return this.#spoken;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  add(book: Wordbook): void {
    this.#books.push(book);
  }

  /** Loads what is missing of the words that the loaded parts of the app declare, and of those that are loaded meanwhile. */
  async prepare(language: Language = this.language()): Promise<void> {
    const missing = this.#books.filter((book) => book.find(language) === undefined);
    if (missing.length === 0) return;
    await Promise.all(missing.map((book) => book.load(language)));
    await this.prepare(language);
  }

  /**
   * Loads a part of the app together with its words. Were they loaded by what is shown already, a part whose words cannot be had would ask for
   * them again and again, and never say so.
   */
  readonly withWords =
    <Part>(load: () => Promise<Part>) =>
    async (): Promise<Part> => {
      const part = await load();
      await this.prepare();
      return part;
    };

  /** Speaks another language as soon as its words are here; until then, the one before. Of two wishes the later one counts. */
  async change(language: Language): Promise<void> {
    this.#wanted = language;
    await this.prepare(language);
    if (this.#wanted !== language) return;
    this.#spoken = language;
    this.#memory.remember(language);
    for (const listener of this.#listeners) listener();
  }
}

/** Where every feature's words are. */
export const speech = new Speech({ first: firstLanguage, remember: rememberLanguage });
