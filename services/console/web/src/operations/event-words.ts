import { speech } from '../common/language/speech.ts';
import { Wordbook } from '../common/language/wordbook.ts';

/** The catalogue is written in English, as the contracts are: only whoever reads something else needs words for it. */
export const eventWords = new Wordbook({
  en: {},
  ko: async () => ({ default: (await import('./korean-events.ts')).KOREAN_EVENTS }),
});
speech.add(eventWords);
