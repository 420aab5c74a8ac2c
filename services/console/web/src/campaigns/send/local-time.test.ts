import { beginOf, isTimeZone, lateBy, spanOf, turnsOf, usableIn, zoneFields } from './local-time.ts';

describe('a time by the clocks of many', () => {
  it('comes first where clocks are fourteen hours ahead, and last where they are twelve behind', () => {
    const span = spanOf('2026-12-01T09:00');

    expect(span).toEqual({ first: new Date('2026-11-30T19:00:00Z'), last: new Date('2026-12-01T21:00:00Z') });
  });

  it('is none before it is written', () => {
    const span = spanOf('');

    expect(span).toBeUndefined();
  });
});

describe('a run by the clocks of many', () => {
  const first = new Date('2026-12-01T09:00:00Z');

  it('begins before the first clock shows the time', () => {
    const begin = beginOf({ first }, new Date('2026-11-30T09:00:00Z'));

    expect(begin).toEqual(new Date('2026-12-01T08:45:00Z'));
  });

  it('begins at once where the first clocks have shown it', () => {
    const begin = beginOf({ first }, new Date('2026-12-01T10:00:00Z'));

    expect(begin).toEqual(new Date('2026-12-01T10:00:00Z'));
  });
});

describe('who gets it when', () => {
  const people = {
    zones: [
      { zone: 'America/New_York', recipients: 30 },
      { zone: 'Asia/Seoul', recipients: 20 },
    ],
    unknown: 5,
  };

  it('begins in the east, with everybody else where they count as being', () => {
    const turns = turnsOf('2026-12-01T09:00', people, 'Europe/Berlin');

    expect(turns).toEqual([
      { zone: 'Asia/Seoul', recipients: 20, at: new Date('2026-12-01T00:00:00Z') },
      { zone: 'Europe/Berlin', recipients: 5, at: new Date('2026-12-01T08:00:00Z') },
      { zone: 'America/New_York', recipients: 30, at: new Date('2026-12-01T14:00:00Z') },
    ]);
  });

  it('leaves out a zone that this browser does not know yet', () => {
    const newer = { zones: [{ zone: 'Mars/Olympus', recipients: 3 }], unknown: 5 };

    const turns = turnsOf('2026-12-01T09:00', newer, 'Europe/Berlin');

    expect(turns.map(({ zone }) => zone)).toEqual(['Europe/Berlin']);
  });

  it('is too late for those whose clocks are past it', () => {
    const late = lateBy(turnsOf('2026-12-01T09:00', people, 'Europe/Berlin'), new Date('2026-12-01T08:00:00Z'));

    expect(late).toBe(25);
  });
});

describe('the field that holds time zones', () => {
  const attributes = [
    { name: 'city', type: 'text' },
    { name: 'age', type: 'number' },
    { name: 'home', type: 'text' },
    { name: 'time_zone', type: 'text' },
  ];

  it('is found by what people have there before it is found by its name', () => {
    const people = [{ fields: { city: 'Seoul', home: 'Asia/Seoul' } }, { fields: { home: ' europe/berlin ' } }];

    const fields = zoneFields(attributes, people);

    expect(fields).toEqual([
      { name: 'home', isLikely: true },
      { name: 'time_zone', isLikely: true },
      { name: 'city', isLikely: false },
    ]);
  });

  it('is found by its name where nobody is known yet', () => {
    const [first] = zoneFields(attributes, []);

    expect(first).toEqual({ name: 'time_zone', isLikely: true });
  });

  it('is of use for those whose zone is one', () => {
    const people = [{ fields: { home: 'Asia/Seoul' } }, { fields: { home: 'Seoul' } }, { fields: {} }];

    const usable = usableIn('home', people);

    expect(usable).toBe(1);
  });

  it('does not take every word for a zone', () => {
    const words = ['Asia/Kathmandu', 'UTC', 'Mars/Olympus', '+09:00', ''];

    const zones = words.filter(isTimeZone);

    expect(zones).toEqual(['Asia/Kathmandu', 'UTC']);
  });
});
