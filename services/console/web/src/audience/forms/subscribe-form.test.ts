import { isComplete, isSame, newForm, originOf, readWritten, toSave, writtenOf } from './subscribe-form.ts';

const form = {
  formId: 'frm_1',
  createdAt: '2026-11-22T08:00:00.000Z',
  name: 'Website',
  listId: 'lst_1',
  origins: ['https://www.example.com'],
  fields: ['name'],
  doubleOptIn: true,
  language: 'ko',
  sender: { name: 'Team', address: 'news@example.com' },
  texts: { consent: 'Yes' },
} as const;
const written = writtenOf({ ...form, origins: [...form.origins], fields: [...form.fields] });

it('saves what was read', () => {
  const { formId: _, createdAt: __, ...draft } = form;

  expect(toSave(written)).toEqual(draft);
});

it('leaves texts to the service that nobody has written', () => {
  expect(toSave({ ...written, consent: ' ', senderName: '' })).not.toHaveProperty('texts');
  expect(toSave({ ...written, senderName: '' }).sender).toEqual({ address: 'news@example.com' });
});

it('begins in the language of whoever makes it', () => {
  expect(newForm('ko').language).toBe('ko');
});

it('is complete with a name, a list, a website and a sender', () => {
  expect(isComplete(newForm('en'))).toBe(false);
  expect(isComplete(written)).toBe(true);
  expect(isComplete({ ...written, origins: [] })).toBe(false);
});

it('tells whether something was changed', () => {
  expect(isSame(written, { ...written, name: 'Website ' })).toBe(true);
  expect(isSame(written, { ...written, doubleOptIn: false })).toBe(false);
});

it('takes the website of a page', () => {
  expect(['www.example.com', 'https://example.com/a?b', 'http://localhost:3000/', 'what ever'].map(originOf)).toEqual([
    'https://www.example.com',
    'https://example.com',
    'http://localhost:3000',
    'what ever',
  ]);
});

it('reads a draft that was kept, and nothing else', () => {
  expect(readWritten(JSON.parse(JSON.stringify(written)))).toEqual(written);
  expect(readWritten({ name: 'Website' })).toBeUndefined();
});
