import fc from 'fast-check';

import { type Ending, play, playOn } from '../testing/simulated-run.ts';
import { CHUNK, departuresOf, type Story, story } from '../testing/story.ts';
import { accountedFor, certainlyUnsent, reopenPlan } from './plan.ts';
import { MOST_WAVES } from './plan-next-wave.ts';

/** The smallest story for which a claim is not true, `null` if there is none. */
const exceptionTo = (claim: (ending: Ending, given: Story) => boolean): unknown =>
  fc.check(
    fc.property(story, (given) => claim(play(given), given)),
    { numRuns: 80 },
  ).counterexample;

describe('a run', () => {
  it('accounts for every recipient when it is sent, but for those whom nobody can read', () => {
    const exception = exceptionTo(({ plan, outcome, dispatch }, { chunks }) => {
      const readable = dispatch.chunks.filter(({ isTorn }) => !isTorn);
      const isAllSent = readable.every(({ pending, doubt }) => pending + doubt === 0);
      return outcome !== 'sent' || (isAllSent && accountedFor(plan.totals) === chunks * CHUNK - dispatch.pending);
    });

    expect(exception).toBeNull();
  });

  it('says exactly how many are unsent, however it ends', () => {
    const exception = exceptionTo(({ plan, dispatch }) => {
      const { pending } = dispatch;
      const total = accountedFor(plan.totals) + certainlyUnsent(plan) + plan.unsettled;
      return certainlyUnsent(plan) === pending && total === plan.recipients;
    });

    expect(exception).toBeNull();
  });

  it('releases every chunk unless it is cancelled, and none that does not exist', () => {
    const exception = exceptionTo(({ waves, outcome }, { chunks }) => {
      const released = new Set(waves.flatMap((wave) => wave.chunks));
      const allExist = [...released].every((chunk) => chunk >= 0 && chunk < chunks);
      return allExist && (outcome !== 'sent' || released.size === chunks);
    });

    expect(exception).toBeNull();
  });

  it('mails nobody before his moment, in whatever attempt', () => {
    const exception = exceptionTo((ending, given) => {
      const departures = departuresOf(given) ?? [];
      const isEarly = (chunk: number, at: Date) =>
        departures.some(({ firstChunk, notBefore }) => chunk >= firstChunk && notBefore > at);
      const next = playOn(
        { ...given, person: [] },
        { plan: reopenPlan(ending.plan, ['left']), dispatch: ending.dispatch },
      );
      return [ending, next].every(({ waves, times }) =>
        waves.every(({ chunks }, n) => !chunks.some((chunk) => isEarly(chunk, times[n] ?? new Date(0)))),
      );
    });

    expect(exception).toBeNull();
  });

  it('never has a chunk twice in a wave', () => {
    const exception = exceptionTo(({ waves }) => waves.every(({ chunks }) => new Set(chunks).size === chunks.length));

    expect(exception).toBeNull();
  });

  it('settles last: a settling wave that nobody stopped is the end', () => {
    const exception = exceptionTo(({ waves }, { person }) => {
      const first = waves.findIndex(({ final }) => final);
      const deed = person[(waves[first]?.wave ?? 0) - 1] ?? 'nothing';
      return first < 0 || deed !== 'nothing' || first === waves.length - 1;
    });

    expect(exception).toBeNull();
  });

  it('releases nothing new after a cancel', () => {
    const exception = exceptionTo(({ waves, cancelledAfter = Number.POSITIVE_INFINITY }) => {
      const later = waves.filter(({ wave }) => wave > cancelledAfter);
      const before = new Set(waves.filter(({ wave }) => wave <= cancelledAfter).flatMap(({ chunks }) => chunks));
      const onlySettles = later.every(({ final, chunks }) => final && chunks.every((chunk) => before.has(chunk)));
      return onlySettles && later.length <= 1;
    });

    expect(exception).toBeNull();
  });

  it('numbers its waves without a gap, and has few enough for one execution', () => {
    const exception = exceptionTo(
      ({ waves }) => waves.length <= MOST_WAVES && waves.every(({ wave }, n) => wave === n + 1),
    );

    expect(exception).toBeNull();
  });

  it('names every chunk that it could not read', () => {
    const exception = exceptionTo(({ plan, dispatch, outcome }) => {
      const named = plan.unreadable.flatMap(({ chunks }) => chunks);
      const torn = dispatch.chunks.flatMap(({ isTorn, pending }, chunk) => (isTorn && pending > 0 ? [chunk] : []));
      return named.every((chunk) => torn.includes(chunk)) && (outcome !== 'sent' || torn.length === named.length);
    });

    expect(exception).toBeNull();
  });

  it('comes to a chunk that it could not read no more, but to settle its doubt', () => {
    const exception = exceptionTo(({ waves, results }) =>
      results.every(({ wave, unreadable = [] }) => {
        const torn = unreadable.flatMap(({ chunks }) => chunks);
        const later = waves.filter((other) => other.wave > wave && !other.final);
        return !later.some(({ chunks }) => chunks.some((chunk) => torn.includes(chunk)));
      }),
    );

    expect(exception).toBeNull();
  });

  it('sends to all the rest, and only to them, in an attempt after what could not be read is repaired', () => {
    const exception = exceptionTo(({ plan, dispatch, outcome }, given) => {
      const rest = dispatch.chunks.flatMap(({ pending }, chunk) => (pending > 0 ? [chunk] : []));
      dispatch.repair();
      const next = playOn({ ...given, tears: false, person: [] }, { plan: reopenPlan(plan), dispatch });
      const sentTo = new Set(next.waves.flatMap(({ final, chunks }) => (final ? [] : chunks)));
      const isRight = outcome !== 'sent' || [...sentTo].toSorted((a, b) => a - b).join() === rest.join();
      return isRight && next.outcome === 'sent' && dispatch.pending === 0 && next.plan.unreadable.length === 0;
    });

    expect(exception).toBeNull();
  });
});
