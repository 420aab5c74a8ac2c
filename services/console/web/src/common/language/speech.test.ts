import type { Language } from './languages.ts';
import { Speech } from './speech.ts';
import { Wordbook } from './wordbook.ts';

/** A console whose Korean words arrive when they are let in. */
const setUp = () => {
  const remembered: Language[] = [];
  const heard: Language[] = [];
  const { promise: korean, resolve } = Promise.withResolvers<{ readonly default: { readonly title: string } }>();
  const speech = new Speech({ first: () => 'en', remember: (language) => remembered.push(language) });
  speech.add(new Wordbook({ en: { title: 'Lists' }, ko: () => korean }));
  speech.subscribe(() => heard.push(speech.language()));
  return { speech, remembered, heard, letKoreanIn: () => resolve({ default: { title: '목록' } }) };
};

it('speaks the language before until the words of the new one are here', async () => {
  const { speech, heard, remembered, letKoreanIn } = setUp();

  const changed = speech.change('ko');
  expect(speech.language()).toBe('en');
  letKoreanIn();
  await changed;

  expect(speech.language()).toBe('ko');
  expect({ heard, remembered }).toEqual({ heard: ['ko'], remembered: ['ko'] });
});

it('does what was wished last, even if the words of an earlier wish come later', async () => {
  const { speech, remembered, letKoreanIn } = setUp();

  const first = speech.change('ko');
  await speech.change('en');
  letKoreanIn();
  await first;

  expect(speech.language()).toBe('en');
  expect(remembered).toEqual(['en']);
});

it('waits for the words of what is loaded while others are on their way', async () => {
  const { speech, letKoreanIn } = setUp();
  const late = new Wordbook({ en: { title: 'Forms' }, ko: () => Promise.resolve({ default: { title: '양식' } }) });

  const changed = speech.change('ko');
  speech.add(late);
  letKoreanIn();
  await changed;

  expect(late.find('ko')).toEqual({ title: '양식' });
});

it('is ready once the words of what was loaded are here', async () => {
  const { speech, letKoreanIn } = setUp();
  const book = new Wordbook({ en: () => Promise.resolve({ default: { title: 'Forms' } }), ko: { title: '양식' } });
  speech.add(book);
  letKoreanIn();

  await speech.prepare();

  expect(book.find('en')).toEqual({ title: 'Forms' });
});

/** A part of the app that declares words as it is loaded. */
const partWith = (book: Wordbook, speech: Speech) => () => {
  speech.add(book);
  return Promise.resolve('a part');
};

it('has a part of the app once its words are here as well', async () => {
  const { speech } = setUp();
  const book = new Wordbook({ en: () => Promise.resolve({ default: { title: 'Forms' } }), ko: { title: '양식' } });

  expect(await speech.withWords(partWith(book, speech))()).toBe('a part');

  expect(book.find('en')).toEqual({ title: 'Forms' });
});

it('says that a part of the app cannot be had where its words cannot', async () => {
  const { speech } = setUp();
  const book = new Wordbook({ en: () => Promise.reject(new Error('no network')), ko: { title: '양식' } });

  await expect(speech.withWords(partWith(book, speech))()).rejects.toThrow('no network');
});
