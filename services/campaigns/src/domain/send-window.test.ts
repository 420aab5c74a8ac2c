import fc from 'fast-check';

import { checkWindow, nextOpening, openingAfterNext, type SendWindow, weekdays } from './send-window.ts';

const workdays: SendWindow = {
  timeZone: 'Asia/Seoul',
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  from: '09:00',
  to: '20:00',
};
const opening = (window: SendWindow, now: string) => {
  const next = nextOpening(window, new Date(now));
  return next && [next.opens.toISOString(), next.closes.toISOString()];
};
const every = (timeZone: string, from: string, to: string): SendWindow => ({ timeZone, days: weekdays, from, to });

describe('a send window', () => {
  it.each([
    ['is open on a working day', '2026-11-20T00:30:00Z', '2026-11-20T00:00:00.000Z', '2026-11-20T11:00:00.000Z'],
    [
      'is open from its first moment on',
      '2026-11-20T00:00:00Z',
      '2026-11-20T00:00:00.000Z',
      '2026-11-20T11:00:00.000Z',
    ],
    ['is closed from its last on', '2026-11-19T11:00:00Z', '2026-11-20T00:00:00.000Z', '2026-11-20T11:00:00.000Z'],
    ['is closed at the weekend', '2026-11-20T23:30:00Z', '2026-11-23T00:00:00.000Z', '2026-11-23T11:00:00.000Z'],
  ])('%s', (...[, now, opens, closes]) => {
    expect(opening(workdays, now)).toEqual([opens, closes]);
  });

  it('goes on over midnight where the next day is open, too', () => {
    const window: SendWindow = { timeZone: 'UTC', days: ['sat', 'sun'], from: '00:00', to: '24:00' };

    expect(opening(window, '2026-11-20T12:00:00Z')).toEqual(['2026-11-21T00:00:00.000Z', '2026-11-23T00:00:00.000Z']);
    expect(openingAfterNext(window, new Date('2026-11-20T12:00:00Z'))?.opens).toEqual(new Date('2026-11-28T00:00:00Z'));
  });

  it.each([
    [
      'opens after an hour that is left out',
      every('Europe/Berlin', '02:30', '06:00'),
      '2026-03-29T00:00:00Z',
      '2026-03-29T01:00:00.000Z',
    ],
    [
      'does not open in an hour that is left out',
      every('Europe/Berlin', '02:10', '02:50'),
      '2026-03-29T00:00:00Z',
      '2026-03-30T00:10:00.000Z',
    ],
    [
      'opens once in an hour that comes twice',
      every('Europe/Berlin', '02:30', '02:45'),
      '2026-10-25T00:50:00Z',
      '2026-10-26T01:30:00.000Z',
    ],
    [
      'opens in half an hour that is left out',
      every('Australia/Lord_Howe', '02:10', '03:00'),
      '2026-10-03T12:00:00Z',
      '2026-10-03T15:30:00.000Z',
    ],
  ])('%s', (...[, window, now, opens]) => {
    expect(opening(window, now)?.[0]).toBe(opens);
  });

  it.each([
    [{ timeZone: 'Asia/Soul' }, 'timeZone'],
    [{ days: [] }, 'days'],
    [{ from: '20:00' }, 'to'],
  ])('is refused with %j', (given, field) => {
    expect(checkWindow({ ...workdays, ...given })).toMatchObject({ problem: { field } });
  });
});

const zones = [
  'UTC',
  'Asia/Seoul',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Asia/Kathmandu',
];
const minutes = 24 * 60;
const timeOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const anyWindow = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    days: fc.subarray([...weekdays], { minLength: 1 }),
    from: fc.nat(minutes - 1),
    length: fc.integer({ min: 1, max: minutes }),
  })
  .map(({ timeZone, days, from, length }) => ({
    timeZone,
    days,
    from: timeOf(from),
    to: timeOf(Math.min(minutes, from + length)),
  }));
/** Days around which clocks are changed, and others. */
const anyMoment = fc
  .record({
    day: fc.constantFrom(
      '2026-03-07',
      '2026-03-28',
      '2026-04-04',
      '2026-04-23',
      '2026-10-03',
      '2026-10-24',
      '2026-10-29',
      '2026-11-01',
      '2027-02-28',
    ),
    hours: fc.double({ min: 0, max: 72, noNaN: true }),
  })
  .map(({ day, hours }) => new Date(Date.parse(`${day}T00:00:00Z`) + Math.floor(hours * 3_600_000)));

const shown = ({ timeZone }: SendWindow, at: Date) => {
  const format = { timeZone, hourCycle: 'h23', weekday: 'short', hour: '2-digit', minute: '2-digit' } as const;
  const parts = new Intl.DateTimeFormat('en-US', format).formatToParts(at);
  const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
  return { day: part('weekday').toLowerCase(), time: `${part('hour')}:${part('minute')}` };
};

describe('openings', () => {
  it('hold what clocks on the wall say, except for an hour that comes twice', () => {
    fc.assert(
      fc.property(anyWindow, anyMoment, (window, now) => {
        const { opens = now, closes = now } = nextOpening(window, now) ?? {};
        const { day, time } = shown(window, opens);

        expect(closes > now && closes > opens).toBe(true);
        expect(window.days).toContain(day);
        expect(time >= window.from && time < window.to).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('follow each other, and nothing between them is one', () => {
    fc.assert(
      fc.property(anyWindow, anyMoment, fc.double({ min: 0, max: 1, noNaN: true }), (window, now, share) => {
        const first = nextOpening(window, now);
        const second = openingAfterNext(window, now);
        fc.pre(first !== undefined && second !== undefined);
        const pauseMs = second.opens.getTime() - first.closes.getTime();
        const between = new Date(first.closes.getTime() + Math.floor(pauseMs * share * 0.999));

        expect(pauseMs).toBeGreaterThan(0);
        expect(nextOpening(window, between)).toEqual(second);
        expect(nextOpening(window, second.opens)).toEqual(second);
      }),
      { numRuns: 300 },
    );
  });
});
