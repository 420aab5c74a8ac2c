export const LANGUAGES = ['en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'bulkhead.language';

const isLanguage = (word: unknown): word is Language => LANGUAGES.some((language) => language === word);

/** What the person chose before, else the first of the browser's languages that we speak, else English. */
export const firstLanguage = (
  stored: string | null = localStorage.getItem(KEY),
  wanted: readonly string[] = navigator.languages,
): Language => {
  if (isLanguage(stored)) return stored;
  return wanted.map((tag) => tag.split('-')[0]).find(isLanguage) ?? 'en';
};

export const rememberLanguage = (language: Language): void => localStorage.setItem(KEY, language);
