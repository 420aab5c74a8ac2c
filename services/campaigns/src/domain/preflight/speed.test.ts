import { checkSpeed } from './speed.ts';

it.each([
  { milliseconds: 0, mostPerSecond: 10_000, found: 'fine' },
  { milliseconds: 19, mostPerSecond: 10_000, found: 'fine' },
  { milliseconds: 40, mostPerSecond: 100, found: 'fine' },
  { milliseconds: 40, mostPerSecond: 200, found: 'slow' },
  { milliseconds: 600, mostPerSecond: 14, found: 'slow' },
  { milliseconds: 600, mostPerSecond: 1, found: 'fine' },
  { milliseconds: 600, mostPerSecond: undefined, found: 'slow' },
])(
  '$found: a mail of $milliseconds ms where SES takes $mostPerSecond a second',
  ({ milliseconds, mostPerSecond, found }) => {
    const check = checkSpeed(milliseconds, mostPerSecond);

    expect(check).toMatchObject({ id: 'speed', found, level: found === 'slow' ? 'warn' : 'ok' });
  },
);

it('says how many mails a second all senders can make of it', () => {
  const { title, data } = checkSpeed(599.2, 200);

  expect(title).toBe('Making one mail takes 600 ms: at most about 7 a second can be sent, whatever SES would take.');
  expect(data).toEqual({ milliseconds: 600, perSecond: 7 });
});
