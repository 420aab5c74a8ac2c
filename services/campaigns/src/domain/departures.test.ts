import { type Departures, progressOf } from './departures.ts';
import { freshPlan, type Plan } from './plan.ts';

const nine = new Date('2026-12-01T00:00:00Z');
const ten = new Date('2026-12-01T01:00:00Z');
const departures: Departures = [
  { firstChunk: 0, recipients: 1_100, notBefore: nine },
  { firstChunk: 2, recipients: 900, notBefore: ten },
];
const plan = freshPlan({ recipients: 2_000, chunks: 3 });
const open = { wave: 2, final: false, chunks: [1] };
const states = (given: Partial<Plan>, now = nine) =>
  progressOf(departures, { ...plan, ...given }, now).map(({ state }) => state);

describe('the departures of a run', () => {
  it('wait for their moments, and are due from then on', () => {
    const early = new Date(nine.getTime() - 1);

    expect([states({}, early), states({}), states({}, ten)]).toEqual([
      ['waiting', 'waiting'],
      ['due', 'waiting'],
      ['due', 'due'],
    ]);
  });

  it('have gone when all their chunks have been released, and none is under way', () => {
    expect([states({ next: 1 }), states({ next: 2, open }), states({ next: 2 })]).toEqual([
      ['due', 'waiting'],
      ['due', 'waiting'],
      ['gone', 'waiting'],
    ]);
    expect(states({ next: 3 }, ten)).toEqual(['gone', 'gone']);
  });

  it('have not gone while a hold has stopped some of them', () => {
    expect(states({ next: 3, again: [0] }, ten)).toEqual(['due', 'gone']);
  });

  it('have gone although doubt of theirs is being settled', () => {
    expect(states({ next: 3, open: { ...open, final: true } }, ten)).toEqual(['gone', 'gone']);
  });
});
