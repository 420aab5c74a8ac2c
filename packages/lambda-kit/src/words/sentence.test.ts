import { speaker } from './sentence.ts';

const say = speaker({ gone: 'There is no such thing.', full: '{count} of {most} are here; {name} must wait.' });

it('says a sentence with its code', () => {
  expect(say('gone')).toEqual({ code: 'gone', detail: 'There is no such thing.' });
});

it('fills in what is told, figures as people write them, and tells it apart, too', () => {
  const values = { count: 1_200, most: 1_000, name: 'Ada' };

  expect(say('full', values)).toEqual({ code: 'full', detail: '1,200 of 1,000 are here; Ada must wait.', values });
});

it('takes what is told for what it is, whatever stands in it', () => {
  const said = say('full', { count: 1, most: 1, name: '{most} $& $1' });

  expect(said.detail).toBe('1 of 1 are here; {most} $& $1 must wait.');
});
