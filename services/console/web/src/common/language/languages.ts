export const LANGUAGES = ['en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'bulkhead.language';

const isLanguage = (word: unknown): word is Language => LANGUAGES.some((language) => language === word);

/** What the person chose before, else the first of the browser's languages that we speak, else English. */
export const firstLanguage = (
  stored: string | null = remembered(),
  wanted: readonly string[] = navigator.languages,
): Language => {
  if (isLanguage(stored)) return stored;
  return wanted.map((tag) => tag.split('-')[0]).find(isLanguage) ?? 'en';
};

/** Some browsers are told to keep nothing, and refuse even to be asked: then the language lasts as long as the page. */
export const rememberLanguage = (language: Language): void => {
  try {
    localStorage.setItem(KEY, language);
  } catch {}
};

const remembered = (): string | null => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
};
