import { type Said, wishOf } from './send-wish.ts';

const NOW = new Date('2026-12-01T00:00:00Z');
const said: Said = { clock: 'one', wall: '2026-12-01T12:00', zone: 'Asia/Seoul', field: 'time_zone' };

describe('when a campaign shall go out', () => {
  it('is a moment by the clock of one zone', () => {
    const wish = wishOf(said, NOW);

    expect(wish).toEqual({ sendAt: new Date('2026-12-01T03:00:00Z') });
  });

  it('is what everybody’s own clock shows', () => {
    const wish = wishOf({ ...said, clock: 'own' }, NOW);

    expect(wish).toEqual({ localTime: { at: '2026-12-01T12:00', field: 'time_zone', otherwise: 'Asia/Seoul' } });
  });

  it('may be past for a part of the world, but not for all of it', () => {
    const early = wishOf({ ...said, clock: 'own', wall: '2026-11-30T13:00' }, NOW);
    const late = wishOf({ ...said, clock: 'own', wall: '2026-11-30T11:00' }, NOW);

    expect(early).toBeDefined();
    expect(late).toBeUndefined();
  });

  it('is nothing yet while the time or the field is missing', () => {
    const wishes = [
      wishOf({ ...said, wall: '' }, NOW),
      wishOf({ ...said, clock: 'own', wall: '' }, NOW),
      wishOf({ ...said, clock: 'own', field: '' }, NOW),
    ];

    expect(wishes).toEqual([undefined, undefined, undefined]);
  });

  it('is refused where it is past', () => {
    const wish = wishOf({ ...said, wall: '2026-12-01T08:00' }, NOW);

    expect(wish).toBeUndefined();
  });
});
