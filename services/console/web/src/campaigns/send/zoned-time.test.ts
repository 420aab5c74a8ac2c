import fc from 'fast-check';

import { agreeAt, momentOf, wallTimeIn, zonesWith } from './zoned-time.ts';

const zones = ['Asia/Seoul', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'];

it('finds the moment at which a clock shows a time', () => {
  expect(momentOf('Asia/Seoul', '2026-12-01T09:00')).toEqual({ kind: 'once', at: new Date('2026-12-01T00:00:00Z') });
  expect(momentOf('Europe/Berlin', '2026-07-01T09:00')).toEqual({ kind: 'once', at: new Date('2026-07-01T07:00:00Z') });
});

it('takes the first of two moments where clocks are put back', () => {
  expect(momentOf('Europe/Berlin', '2026-10-25T02:30')).toEqual({
    kind: 'twice',
    at: new Date('2026-10-25T00:30:00Z'),
  });
});

it('says that a time is left out where clocks are put forward', () => {
  const moment = momentOf('Europe/Berlin', '2026-03-29T02:30');

  expect(moment).toEqual({ kind: 'skipped', at: new Date('2026-03-29T01:00:00Z') });
  expect(momentOf('Europe/Berlin', 'soon')).toEqual({ kind: 'unreadable' });
});

it.each([
  { wall: '2027-04-04T02:30', moment: { kind: 'twice', at: new Date('2027-04-03T13:30:00Z') } },
  { wall: '2027-09-26T02:30', moment: { kind: 'skipped', at: new Date('2027-09-25T14:00:00Z') } },
])('knows how clocks change that are more than half a day ahead, at $wall', ({ wall, moment }) => {
  expect(momentOf('Pacific/Auckland', wall)).toEqual(moment);
});

it('reads back what the clocks show, to the minute, at any time of any year', () => {
  const minutes = fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 });

  fc.assert(
    fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
      const wall = wallTimeIn(zone, new Date(minute * 60_000));
      const moment = momentOf(zone, wall);

      expect(moment.kind === 'once' || moment.kind === 'twice').toBe(true);
      expect('at' in moment && wallTimeIn(zone, moment.at)).toBe(wall);
    }),
  );
});

it('knows when two zones show the same', () => {
  expect(agreeAt('Asia/Seoul', 'Asia/Tokyo', new Date('2026-12-01T00:00:00Z'))).toBe(true);
  expect(agreeAt('Asia/Seoul', 'Europe/Berlin', new Date('2026-12-01T00:00:00Z'))).toBe(false);
});

it('offers the zones that matter first, each once', () => {
  const offered = zonesWith(['Asia/Seoul']);

  expect(offered.slice(0, 2)).toEqual(['Asia/Seoul', 'UTC']);
  expect(new Set(offered).size).toBe(offered.length);
});
