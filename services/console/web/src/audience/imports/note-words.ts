import { speech } from '../../common/language/speech.ts';
import { Wordbook } from '../../common/language/wordbook.ts';

/** The service writes notes in English: only whoever reads something else needs words for them. */
export const noteWords = new Wordbook({
  en: {},
  ko: async () => ({ default: (await import('./korean-notes.ts')).KOREAN_NOTES }),
});
speech.add(noteWords);
