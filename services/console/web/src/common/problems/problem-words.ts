import { speech } from '../language/speech.ts';
import { Wordbook } from '../language/wordbook.ts';
import type { Spoken } from './say-problem.ts';

/** How the sentences of the services are said here. Most people never need one: they come with the first problem. */
const book = new Wordbook({
  en: async () => ({ default: (await import('./english.ts')).ENGLISH }),
  ko: async () => ({ default: (await import('./korean.ts')).KOREAN }),
});
const state = { isNeeded: false };

/** Loads the words before a problem is shown. Without them it is told as the service has written it. */
export const prepareProblemWords = async (): Promise<void> => {
  if (!state.isNeeded) speech.add(book);
  state.isNeeded = true;
  await book.load(speech.language()).catch(() => undefined);
};

export const spokenNow = (): Spoken => {
  const language = speech.language();
  return { language, words: book.find(language) ?? {} };
};
