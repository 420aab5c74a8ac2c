import fc from 'fast-check';

import { isTimeZone, zonedTime } from './zoned-time.ts';

it.each([
  { wall: '2030-01-31T09:00:00', zone: 'UTC', moment: '2030-01-31T09:00:00Z' },
  { wall: '2030-01-31T09:00:00', zone: 'Asia/Seoul', moment: '2030-01-31T00:00:00Z' },
  { wall: '2030-07-01T09:00:00', zone: 'Europe/Berlin', moment: '2030-07-01T07:00:00Z' },
  { wall: '2030-01-01T00:00:00', zone: 'Pacific/Auckland', moment: '2029-12-31T11:00:00Z' },
  { wall: '2030-03-31T02:30:00', zone: 'Europe/Berlin', moment: '2030-03-31T01:30:00Z' },
  { wall: '2030-10-27T02:30:00', zone: 'Europe/Berlin', moment: '2030-10-27T00:30:00Z' },
  { wall: '2030-01-01T05:45:00', zone: 'Asia/Kathmandu', moment: '2030-01-01T00:00:00Z' },
])('$wall in $zone is $moment', ({ wall, zone, moment }) => {
  expect(new Date(zonedTime(wall, zone)).toISOString()).toBe(new Date(moment).toISOString());
});

it('knows time zones from other words', () => {
  expect(isTimeZone('Asia/Seoul')).toBe(true);
  expect(isTimeZone('Mars/Olympus')).toBe(false);
});

it('agrees with what a clock in that zone shows, wherever that time exists', () => {
  const zones = fc.constantFrom('UTC', 'Asia/Seoul', 'Asia/Kathmandu', 'America/St_Johns', 'America/Phoenix');
  // These zones skip no hour between May and September, whatever they do in spring and autumn.
  const moments = fc.integer({ min: Date.parse('2030-05-01T00:00:00Z'), max: Date.parse('2030-09-01T00:00:00Z') });

  fc.assert(
    fc.property(zones, moments, (timeZone, ms) => {
      const moment = Math.floor(ms / 1_000) * 1_000;
      const wall = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(
        moment,
      );

      expect(zonedTime(wall.replace(' ', 'T'), timeZone)).toBe(moment);
    }),
  );
});
