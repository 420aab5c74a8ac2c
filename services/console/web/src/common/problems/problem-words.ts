import { speech } from '../language/speech.ts';
import { Wordbook } from '../language/wordbook.ts';
import type { Spoken } from './say-problem.ts';

/** How the sentences of the services are said here. Most people never need one: they come with the first problem. */
const book = new Wordbook({
  en: async () => ({ default: (await import('./english.ts')).ENGLISH }),
  ko: async () => ({ default: (await import('./korean.ts')).KOREAN }),
});

interface State {
  isNeeded: boolean;
  sayFinding?: Spoken['sayFinding'];
}
const state: State = { isNeeded: false };

/** Loads the words before a problem is shown. Without them it is told as the service has written it. */
export const prepareProblemWords = async (): Promise<void> => {
  if (!state.isNeeded) speech.add(book);
  state.isNeeded = true;
  await Promise.all([book.load(speech.language()), findings()]).catch(() => undefined);
};

const findings = async (): Promise<void> => {
  state.sayFinding ??= (await import('./say-finding.ts')).sayFinding;
};

export const spokenNow = (): Spoken => {
  const language = speech.language();
  const { sayFinding } = state;
  return { language, words: book.find(language) ?? {}, ...(sayFinding && { sayFinding }) };
};
