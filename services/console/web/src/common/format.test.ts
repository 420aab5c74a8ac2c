import { formatsFor } from './format.ts';

const english = formatsFor('en');

it('keeps the digits of small shares, which are limits', () => {
  expect(english.share(0.0008)).toBe('0.08%');
  expect(english.share(0.1234)).toBe('12.3%');
  expect(english.share(0)).toBe('0%');
});

it('writes the two largest units of a duration', () => {
  expect(english.duration(7_530)).toBe('2 hr 5 min');
  expect(english.duration(59)).toBe('59 sec');
  expect(english.duration(0)).toBe('0 sec');
  expect(english.duration(90_000)).toBe('1 day 1 hr');
});

it('says how long ago something was', () => {
  const now = new Date('2026-11-22T10:00:00Z');

  expect(english.ago('2026-11-22T08:00:00Z', now)).toBe('2 hours ago');
  expect(english.ago('2026-11-21T09:00:00Z', now)).toBe('yesterday');
  expect(english.ago('2026-11-22T10:05:00Z', now)).toBe('in 5 minutes');
});

it('writes sizes as people do', () => {
  expect(english.bytes(0)).toBe('0 bytes');
  expect(english.bytes(994)).toBe('994 bytes');
  expect(formatsFor('ko').bytes(994)).toBe('994바이트');
  expect(english.bytes(12_300_000)).toBe('12.3 MB');
});

it('writes Korean for Korean readers', () => {
  expect(formatsFor('ko').duration(7_530)).toBe('2시간 5분');
});
