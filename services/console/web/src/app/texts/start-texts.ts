import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

import { firstLanguage, type Language, rememberLanguage } from './languages.ts';

/** Keys are whole words of ours ("lists.title"), not paths into objects; React escapes what is filled in. */
export const startTexts = (): void => {
  void i18next.use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: 'en',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: {},
    initAsync: false,
  });
  document.documentElement.lang = i18next.language;
};

export const changeLanguage = async (language: Language): Promise<void> => {
  rememberLanguage(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
};
