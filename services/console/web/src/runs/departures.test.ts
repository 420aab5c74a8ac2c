import { type Departure, nearestOf, summaryOf } from './departures.ts';

const at = (hour: number, state: Departure['state']): Departure => ({
  notBefore: new Date(Date.UTC(2026, 11, 1, hour)).toISOString(),
  recipients: 10 + hour,
  state,
});

const day = Array.from({ length: 12 }, (_, hour) => at(hour, hour < 4 ? 'gone' : hour === 4 ? 'due' : 'waiting'));

describe('the departures of a run', () => {
  it('are told by how many are gone and which is next', () => {
    const summary = summaryOf(day);

    expect(summary).toEqual({ all: 12, gone: 4, next: at(5, 'waiting') });
  });

  it('are shown around now', () => {
    const shown = nearestOf(day);

    expect(shown).toEqual(day.slice(3, 9));
  });

  it('are shown to the last where nothing is ahead', () => {
    const over = day.map((departure) => ({ ...departure, state: 'gone' as const }));

    const shown = nearestOf(over);

    expect(shown).toEqual(over.slice(6));
  });

  it('are shown as they are where there are few', () => {
    const few = day.slice(4, 6);

    const shown = nearestOf(few);

    expect(shown).toEqual(few);
  });
});
