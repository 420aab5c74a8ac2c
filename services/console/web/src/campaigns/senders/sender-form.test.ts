import { isComplete, newSenderId, toSenderBody, valuesOf, withSaved } from './sender-form.ts';

const sender = {
  senderId: 'marketing',
  version: 2,
  name: '벌크헤드',
  address: 'letters@news.example.com',
  subjectLabel: '(광고)',
  timeZone: 'Asia/Seoul',
};

it('saves a sender that nobody has changed as it was', () => {
  const { senderId: _, version: _version, ...body } = sender;

  expect(toSenderBody(valuesOf(sender, 'UTC'))).toEqual(body);
});

it('begins a new one on the clock of whoever makes it', () => {
  const values = valuesOf(undefined, 'Europe/Berlin');

  expect(values.timeZone).toBe('Europe/Berlin');
  expect(isComplete(values)).toBe(false);
  expect(isComplete({ ...values, name: 'A', address: 'a@example.com' })).toBe(true);
});

it('never names two senders alike', () => {
  expect(newSenderId()).toMatch(/^snd_[0-9a-f]{24}$/);
  expect(newSenderId()).not.toBe(newSenderId());
});

it('shows a saved sender where it stood, and a new one at the end', () => {
  const other = { ...sender, senderId: 'other' };
  const renamed = { ...sender, version: 3, name: 'Bulkhead' };
  const fresh = { ...sender, senderId: 'fresh' };

  expect(withSaved([sender, other], renamed)).toEqual([renamed, other]);
  expect(withSaved([sender, other], fresh)).toEqual([sender, other, fresh]);
});
