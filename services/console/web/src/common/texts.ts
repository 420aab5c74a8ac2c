import { use, useMemo } from 'react';

import { say, type Values, type Words } from './language/say.ts';
import { speech } from './language/speech.ts';
import { useLanguage } from './language/use-language.ts';
import { Wordbook } from './language/wordbook.ts';

/** `members_one` and `members_other` are asked for as `members` with a `count`. */
type Asked<Key> = Key extends `${infer Stem}_${'one' | 'other' | 'zero'}` ? Stem : Key;

/**
 * Declares the words of a feature, in a file called `texts.ts` or `…-texts.ts`, and gives the hook that says them. Korean must have every key
 * that English has: where it lacks one it does not compile. The build takes the languages apart, so a browser loads only the one it shows.
 * @example
 * const useTexts = defineTexts('lists', { en: { title: 'Lists', members_one: '{{count}} person', members_other: '{{count, number}} people' }, ko: { … } });
 * const t = useTexts(); t('members', { count: 12 });
 */
export const defineTexts = <En extends Words>(
  _feature: string,
  sources: { readonly en: En; readonly ko: { readonly [Key in keyof En]: string } },
) => {
  const book = new Wordbook(sources);
  speech.add(book);

  return () => {
    const language = useLanguage();
    const words = use(book.load(language));
    return useMemo(
      () =>
        (key: Asked<keyof En & string>, values: Values = {}): string =>
          say({ language, words }, key, values),
      [language, words],
    );
  };
};
