import type { Language } from './languages.ts';
import type { Words } from './say.ts';

/** The words of one language, or how to load them. */
export type WordSource = Words | (() => Promise<{ readonly default: Words }>);
export type WordSources = Readonly<Record<Language, WordSource>>;

/** The words of a feature, in the languages that were asked for so far. */
export class Wordbook {
  readonly #sources: WordSources;
  readonly #here = new Map<Language, Words>();
  readonly #coming = new Map<Language, Promise<Words>>();

  constructor(sources: WordSources) {
    this.#sources = sources;
  }

  /** The words, if they are here already. */
  find(language: Language): Words | undefined {
    const source = this.#sources[language];
    return typeof source === 'function' ? this.#here.get(language) : source;
  }

  /**
   * The same promise for everybody who asks, until it fails: whoever asks after that asks the network again. React's `use` reads it at once
   * where the words are here. Whoever renders with it must use it every time: a render that has waited for it is played again, and is lost
   * where it takes another way then.
   */
  load(language: Language): Promise<Words> {
    const coming = this.#coming.get(language) ?? this.#begin(language);
    this.#coming.set(language, coming);
    return coming;
  }

  #begin(language: Language): Promise<Words> {
    const source = this.#sources[language];
    if (typeof source !== 'function') return asHere(Promise.resolve(source), source);
    const coming = this.#fetch(language, source);
    coming.then(
      (words) => asHere(coming, words),
      () => undefined,
    );
    return coming;
  }

  async #fetch(language: Language, source: Exclude<WordSource, Words>): Promise<Words> {
    try {
      const { default: words } = await source();
      this.#here.set(language, words);
      return words;
    } catch (error) {
      this.#coming.delete(language);
      throw error;
    }
  }
}

/** A promise that says of itself what it has come to, in React's own words. */
const asHere = (coming: Promise<Words>, value: Words): Promise<Words> =>
  Object.assign(coming, { status: 'fulfilled' as const, value });
