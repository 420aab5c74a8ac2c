import { Wordbook } from './wordbook.ts';

const arrive = (words: Readonly<Record<string, string>>) => () => Promise.resolve({ default: words });

it('has words that came with the app at once', () => {
  const book = new Wordbook({ en: { title: 'Lists' }, ko: { title: '목록' } });

  expect(book.find('ko')).toEqual({ title: '목록' });
});

it('has words of a language once they are loaded, and loads no other', async () => {
  const book = new Wordbook({ en: arrive({ title: 'Lists' }), ko: arrive({ title: '목록' }) });

  expect(book.find('ko')).toBeUndefined();
  await book.load('ko');

  expect(book.find('ko')).toEqual({ title: '목록' });
  expect(book.find('en')).toBeUndefined();
});

it('can be read by React at once when the words are here, and not before', async () => {
  const book = new Wordbook({ en: { title: 'Lists' }, ko: arrive({ title: '목록' }) });

  const [english, korean] = [book.load('en'), book.load('ko')];

  expect(english).toMatchObject({ status: 'fulfilled', value: { title: 'Lists' } });
  expect(korean).not.toHaveProperty('status');
  await korean;
  expect(korean).toMatchObject({ status: 'fulfilled', value: { title: '목록' } });
  expect(book.load('ko')).toBe(korean);
});

it('loads once for everybody who asks', async () => {
  let asked = 0;
  const source = () => {
    asked += 1;
    return arrive({ title: 'Lists' })();
  };
  const book = new Wordbook({ en: source, ko: source });

  expect(book.load('en')).toBe(book.load('en'));
  await book.load('en');

  expect(asked).toBe(1);
});

it('asks again after words could not be loaded', async () => {
  const answers = [() => Promise.reject(new Error('offline')), arrive({ title: 'Lists' })];
  const source = () => answers.shift()?.() ?? Promise.reject(new Error('asked too often'));
  const book = new Wordbook({ en: source, ko: source });

  await expect(book.load('en')).rejects.toThrow('offline');

  expect(await book.load('en')).toEqual({ title: 'Lists' });
});
