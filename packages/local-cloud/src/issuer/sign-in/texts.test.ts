import { languageOf } from './texts.ts';

it.each([
  [null, undefined, 'en'],
  [null, 'ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
  [null, 'en;q=0.5, ko;q=0.7', 'ko'],
  [null, 'de-DE,de;q=0.9,en;q=0.8,ko;q=0.2', 'en'],
  [null, 'fr', 'en'],
  ['ko', 'en', 'ko'],
  ['en-US', 'ko', 'en'],
  ['fr', 'ko', 'ko'],
])('asked for %s, a browser that prefers %s gets %s', (uiLocales, acceptLanguage, language) => {
  expect(languageOf(uiLocales, acceptLanguage)).toBe(language);
});
