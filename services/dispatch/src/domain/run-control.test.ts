import fc from 'fast-check';

import { outranks, type RunControl, standingFor } from './run-control.ts';

const heard = (...changes: readonly RunControl[]) =>
  changes.reduce<RunControl | undefined>((stored, change) => (outranks(change, stored) ? change : stored), undefined);

const cancelled: RunControl = { control: 'cancel', revision: 2, attempt: 1 };
const reopened: RunControl = { control: 'send', revision: 3, attempt: 2 };

/** What campaigns may say: revisions without a gap, attempts that never go back, nothing after a cancel but the next attempt. */
const history = fc
  .array(
    fc.record({ control: fc.constantFrom('send' as const, 'hold' as const, 'cancel' as const), isNext: fc.boolean() }),
  )
  .map((steps) => {
    const said: RunControl[] = [];
    for (const { control, isNext } of steps) {
      const last = said.at(-1);
      if (last?.control === 'cancel' && !isNext) continue;
      const attempt = (last?.attempt ?? 1) + (isNext ? 1 : 0);
      said.push({ control, revision: said.length + 1, attempt });
    }
    return said;
  });

describe('what people want of a run', () => {
  it('goes on in a later attempt after a cancel', () => {
    expect(heard(cancelled, reopened)).toEqual(reopened);
  });

  it('is not stopped by a cancel of the attempt before that comes again', () => {
    expect(heard(cancelled, reopened, cancelled)).toEqual(reopened);
  });

  it('does not go on for anything said of the attempt that was cancelled', () => {
    expect(heard(cancelled, { control: 'send', revision: 9, attempt: 1 })).toEqual(cancelled);
  });

  it('is free for an attempt of which nothing was heard yet', () => {
    const standings = [standingFor(2, cancelled), standingFor(1, cancelled), standingFor(1, undefined)];

    expect(standings).toEqual([{ control: 'send' }, { control: 'cancel' }, { control: 'send' }]);
  });

  it('leaves out whom it left out also in an attempt of which nothing was heard yet', () => {
    const exclude = { domains: ['typos.example'], imports: [] };

    expect(standingFor(2, { ...cancelled, exclude })).toEqual({ control: 'send', exclude, isEarlier: true });
    expect(standingFor(1, { ...cancelled, exclude })).toEqual({ control: 'cancel', exclude });
  });

  it('leaves out more when its cancel is said again', () => {
    const more = { ...cancelled, revision: cancelled.revision + 1, exclude: { domains: [], imports: ['imp_bad'] } };

    expect(heard(cancelled, more)).toEqual(more);
  });

  it('ends as what was said last, in whatever order and however often it is heard', () => {
    const story = history.chain((said) =>
      fc.tuple(fc.constant(said), fc.shuffledSubarray([...said, ...said], { minLength: said.length })),
    );
    fc.assert(
      fc.property(story, ([said, deliveries]) => {
        expect(heard(...deliveries, ...said.toReversed())).toEqual(said.at(-1));
      }),
    );
  });

  it('never lets an attempt go on that was cancelled', () => {
    fc.assert(
      fc.property(history, fc.array(fc.nat()), (said, order) => {
        const deliveries = order.flatMap((n) => said[n % Math.max(1, said.length)] ?? []);
        let stored: RunControl | undefined;
        const ended = new Set<number>();
        for (const change of deliveries) {
          if (outranks(change, stored)) stored = change;
          if (stored?.control === 'cancel') ended.add(stored.attempt);
          for (const attempt of ended) expect(stored?.attempt !== attempt || stored.control === 'cancel').toBe(true);
        }
      }),
    );
  });
});
