import { Pipeline } from '../../tests/pipeline.ts';
import { askFor, bounds, HOUR, MINUTE, mail, offsetsIn, probe, SECOND } from '../../tests/receipts.ts';

type World = ConstructorParameters<typeof Pipeline>[0];

const givenOthers = (pipeline: Pipeline) => {
  for (let at = 0; at < 3 * HOUR; at += 2 * SECOND) {
    pipeline.accept(mail(0, at, { what: { runId: 'run_2', chunk: 0, offset: 0 } }));
  }
};

/** One event lies in the DLQ long before anybody asks. */
const givenDeadLetter = ({ deaths = 1, ...world }: Partial<World> & { readonly deaths?: number } = {}) => {
  const pipeline = new Pipeline({ bounds, ...world });
  const fates = Array.from({ length: deaths * 5 }, () => 'noticed_only' as const);
  pipeline.accept(mail(7, 0, { fates: [...fates, 'dropped'], waitMs: 50 * SECOND }));
  pipeline.accept(probe('p', HOUR));
  return pipeline;
};

describe('an event that somebody moves from the DLQ back to its queue', () => {
  it('is waited for though SQS does not yet tell that the queue has got it', async () => {
    const pipeline = givenDeadLetter({ figuresAreOldMs: MINUTE });
    pipeline.ask(askFor('p', HOUR));
    pipeline.redrive(2 * HOUR - 5 * SECOND);
    pipeline.ask(askFor('p', HOUR), 2 * HOUR);

    await pipeline.runUntil(4 * HOUR);

    expect(pipeline.reports.map(offsetsIn)).toEqual([[7], [7]]);
  });

  it('is waited for in a queue that flows steadily', async () => {
    const pipeline = givenDeadLetter({ foldMs: 5 * SECOND });
    givenOthers(pipeline);
    pipeline.redrive(2 * HOUR - 5 * SECOND);
    pipeline.ask(askFor('p', HOUR), 2 * HOUR);

    await pipeline.runUntil(3 * HOUR);

    expect(pipeline.reports.map(offsetsIn)).toEqual([[7]]);
  });

  it('is waited for when it dies again and is moved again, all between two looks', async () => {
    const pipeline = givenDeadLetter({ deaths: 2, foldMs: 5 * SECOND });
    givenOthers(pipeline);
    pipeline.redrive(HOUR + 2 * MINUTE);
    pipeline.ask(askFor('p', HOUR), HOUR + 2 * MINUTE + SECOND);
    pipeline.redrive(HOUR + 23 * MINUTE + 30 * SECOND);

    await pipeline.runUntil(3 * HOUR);

    expect(pipeline.reports.map(offsetsIn)).toEqual([[7]]);
  });
});
