import { firstLanguage } from './languages.ts';

it('speaks what the person chose before', () => {
  expect(firstLanguage('ko', ['en-GB'])).toBe('ko');
});

it('else speaks the first of the browser’s languages that it can', () => {
  expect(firstLanguage(null, ['fr-CH', 'ko-KR', 'en'])).toBe('ko');
  expect(firstLanguage('fr', ['fr'])).toBe('en');
});

it('speaks the browser’s language where nothing can be kept', () => {
  expect(firstLanguage(undefined, ['ko'])).toBe('ko');
});
