import { say } from './say.ts';

const words = {
  greeting: 'Hello {{name}}',
  members_one: '{{count}} person',
  members_other: '{{count, number}} people',
  example: 'Write {{ contact.city }} or {{ city }}',
};
const english = { language: 'en', words } as const;

it('fills in what it is given', () => {
  expect(say(english, 'greeting', { name: '$& {{name}}' })).toBe('Hello $& {{name}}');
});

it('leaves a place alone that nobody fills in, so that texts can show one', () => {
  expect(say(english, 'example', {})).toBe('Write {{ contact.city }} or {{ city }}');
});

it('takes the form that English has for one and for many', () => {
  expect(say(english, 'members', { count: 1 })).toBe('1 person');
  expect(say(english, 'members', { count: 12_345 })).toBe('12,345 people');
  expect(say(english, 'members', { count: 0 })).toBe('0 people');
});

it('takes the one form that Korean has', () => {
  const korean = { language: 'ko', words: { members_one: 'one', members_other: '{{count, number}}명' } } as const;

  expect(say(korean, 'members', { count: 1 })).toBe('1명');
});
