import { speech } from '../../common/language/speech.ts';
import { Wordbook } from '../../common/language/wordbook.ts';

/** The services write in English why they set a message aside: only whoever reads something else needs words for it. */
export const letterWords = new Wordbook({
  en: {},
  ko: async () => ({ default: (await import('./korean-letters.ts')).KOREAN_LETTERS }),
});
speech.add(letterWords);
