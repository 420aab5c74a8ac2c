import { parseSync } from 'vite';

import { wordsChunk } from './words-by-language.ts';
import { wordsIn } from './words-in.ts';

const found = (code: string) => wordsIn(code, parseSync('texts.ts', code).program);

it('takes the words of a feature apart by language', () => {
  const words = found(`const useTexts = defineTexts('lists', { en: { title: 'Lists' }, ko: { title: '목록' } });`);

  expect(words?.of('en')).toBe(`{ title: 'Lists' }`);
  expect(words?.of('ko')).toBe(`{ title: '목록' }`);
});

it('leaves nothing of the words in the feature', () => {
  const words = found(`const useTexts = defineTexts('lists', { en: { title: 'Lists' }, ko: { title: '목록' } });`);

  expect(words?.replacedBy('{}')).toBe(`const useTexts = defineTexts('lists', {});`);
});

it('leaves modules alone that declare no words', () => {
  expect(found(`export const texts = { en: 'Lists' };`)).toBeUndefined();
});

it.each([
  {
    why: 'two features in a file',
    code: `defineTexts('a', { en: {}, ko: {} }); defineTexts('b', { en: {}, ko: {} });`,
  },
  { why: 'a language under another name', code: `defineTexts('a', { english: {}, ko: {} });` },
])('stops the build for $why, and says what to do', ({ code }) => {
  expect(() => found(code)?.of('en')).toThrow(/Write|move/);
});

it('brings the words of a part of the app together, and those of the first page at once', () => {
  expect(wordsChunk('/w/web/src/audience/imports/texts.ts?words=ko')).toBe('words-audience-ko');
  expect(wordsChunk('/w/web/src/home/texts.ts?words=ko')).toBe('words-start-ko');
  expect(wordsChunk('/w/web/src/common/shared-texts.ts?words=ko')).toBe('words-start-ko');
  expect(wordsChunk('/w/web/src/audience/imports/texts.ts')).toBeNull();
});
