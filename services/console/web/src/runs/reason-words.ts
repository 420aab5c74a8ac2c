import { speech } from '../common/language/speech.ts';
import { Wordbook } from '../common/language/wordbook.ts';

/** The services say in English why a run waits or has stopped: only whoever reads something else needs words for it. */
export const reasonWords = new Wordbook({
  en: {},
  ko: async () => ({ default: (await import('./korean-reasons.ts')).KOREAN_REASONS }),
});
speech.add(reasonWords);
