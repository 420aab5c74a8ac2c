import fc from 'fast-check';

import { makeDepartureOf, momentIn, zoneNamed } from './local-time.ts';

const HOUR = 3_600_000;

it.each([
  ['Asia/Seoul', '2026-12-01T09:00', '2026-12-01T00:00:00.000Z'],
  ['America/New_York', '2026-12-01T09:00', '2026-12-01T14:00:00.000Z'],
  ['America/New_York', '2026-07-01T09:00', '2026-07-01T13:00:00.000Z'],
  ['Asia/Kathmandu', '2026-12-01T09:00', '2026-12-01T03:15:00.000Z'],
  ['Pacific/Kiritimati', '2026-12-01T00:00', '2026-11-30T10:00:00.000Z'],
  ['Etc/GMT+12', '2026-12-01T23:59', '2026-12-02T11:59:00.000Z'],
  ['UTC', '2026-12-01T09:00', '2026-12-01T09:00:00.000Z'],
])('knows when clocks in %s show %s', (zone, at, moment) => {
  expect(momentIn(zone, at)).toBe(moment);
});

it.each([
  ['Europe/Berlin', '2027-03-28T02:30', '2027-03-28T01:00:00.000Z'],
  ['America/New_York', '2027-03-14T02:00', '2027-03-14T07:00:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-04T02:10', '2026-10-03T15:30:00.000Z'],
  ['Pacific/Apia', '2011-12-30T09:00', '2011-12-30T10:00:00.000Z'],
])('takes the first moment behind the gap where clocks in %s are put forward over %s', (zone, at, moment) => {
  expect(momentIn(zone, at)).toBe(moment);
});

it.each([
  ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ['America/New_York', '2026-11-01T01:00', '2026-11-01T05:00:00.000Z'],
])('takes the first of two where clocks in %s show %s twice', (zone, at, moment) => {
  expect(momentIn(zone, at)).toBe(moment);
});

it.each(['', 'Seoul', 'KST', '+09:00', 'GMT+9', 'America/New York', '__proto__', '한국', 'a'.repeat(70)])(
  'does not take %j for a zone',
  (zone) => {
    expect(momentIn(zone, '2026-12-01T09:00')).toBeUndefined();
  },
);

const CHANGING = ['Europe/Berlin', 'America/New_York', 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Casablanca'];

it('agrees with somebody who looks at the clock every minute', () => {
  const clockOf = (zone: string) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const changes = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01'];

  fc.assert(
    fc.property(
      fc.constantFrom(...CHANGING),
      fc.constantFrom(...changes),
      fc.integer({ min: 0, max: 4 * 60 }),
      (zone, day, minute) => {
        const at = new Date(Date.parse(day) + minute * 60_000).toISOString().slice(0, 16);
        const clock = clockOf(zone);
        const shows = (moment: number) => clock.format(moment).replace(' ', 'T');

        const found = Date.parse(momentIn(zone, at) ?? '');

        let looked = Date.parse(`${at}Z`) - 15 * HOUR;
        while (shows(looked) < at) looked += 60_000;
        expect(new Date(found).toISOString()).toBe(new Date(looked).toISOString());
      },
    ),
    { numRuns: 60 },
  );
});

it('has fewer than fifty moments for all zones there are, whenever it is', () => {
  const zones = Intl.supportedValuesOf('timeZone');

  for (const at of [
    '2026-12-01T09:00',
    '2027-03-14T02:30',
    '2027-03-28T02:30',
    '2027-10-31T01:30',
    '2028-07-01T00:00',
  ]) {
    const departureOf = makeDepartureOf(at);
    const moments = new Set(zones.map(departureOf));
    expect(moments.has(undefined)).toBe(false);
    expect(moments.size).toBeLessThan(50);
  }
});

it('reads zones however they are written, and remembers them', () => {
  const departureOf = makeDepartureOf('2026-12-01T09:00');

  const found = ['Asia/Seoul', ' asia/SEOUL ', 'ROK', 'nowhere', 'nowhere', undefined, 'asia/seoul'].map(departureOf);

  const nine = '2026-12-01T00:00:00.000Z';
  expect(found).toEqual([nine, nine, nine, undefined, undefined, undefined, nine]);
});

it.each([
  [' asia/SEOUL ', 'Asia/Seoul'],
  ['europe/paris', 'Europe/Paris'],
  ['+09:00', undefined],
  ['', undefined],
])('finds the zone that %j names', (text, zone) => {
  expect(zoneNamed(text)).toBe(zone);
});
