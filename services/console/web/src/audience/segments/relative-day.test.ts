import { isCalendarDay, readDay, writeDay } from './relative-day.ts';

it('reads what it writes', () => {
  for (const text of ['', '2026-11-22', '30 days ago', 'in 2 weeks']) expect(writeDay(readDay(text))).toBe(text);
  expect(readDay('1 day ago')).toEqual({ kind: 'ago', days: '1' });
  expect(readDay(undefined)).toEqual({ kind: 'day', day: '' });
});

it('writes nothing for days that nobody has said', () => {
  expect(writeDay({ kind: 'ago', days: '' })).toBe('');
});

it('knows what the field of a browser can show', () => {
  expect(['', '2026-11-22', 'in 2 weeks'].map(isCalendarDay)).toEqual([true, true, false]);
});
