import type { Plugin } from 'vite';

import { wordsIn } from './words-in.ts';

const LANGUAGES = ['en', 'ko'];
const TEXTS = /[/-]texts\.ts$/;
const WORDS = /[/-]texts\.ts\?words=(\w+)$/;
/** Parts of the app whose words everybody needs at once. */
const FIRST_PAGE = ['app', 'common', 'home'];

/**
 * A browser loads the words of one language. `defineTexts('lists', { en: { … }, ko: { … } })` keeps both side by side where they are written;
 * here each becomes a module of its own, and what stays with the feature says how to get it.
 */
export const wordsByLanguage = (): Plugin => ({
  name: 'bulkhead:words-by-language',
  transform: {
    filter: { id: [TEXTS, WORDS] },
    handler(code, id) {
      const words = wordsIn(code, this.parse(code));
      if (words === undefined) return null;
      const language = WORDS.exec(id)?.[1];
      if (language !== undefined) return { code: `export default ${words.of(language)};`, map: null };

      const loaders = LANGUAGES.map((one) => `${one}: () => import(${JSON.stringify(`${id}?words=${one}`)})`);
      return { code: words.replacedBy(`{ ${loaders.join(', ')} }`), map: null };
    },
  },
});

/** The words of a part of the app come together: one request for `audience`, not one for each of its pages. */
export const wordsChunk = (id: string): string | null => {
  const language = WORDS.exec(id)?.[1];
  if (language === undefined) return null;
  const part = /\/src\/(\w+)\//.exec(id)?.[1] ?? 'app';
  return `words-${FIRST_PAGE.includes(part) ? 'start' : part}-${language}`;
};
