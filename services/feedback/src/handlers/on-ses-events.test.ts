import { lambdaContext, recordingEdge, sqsEvent } from '@bulkhead/testing';
import type { SQSEvent } from 'aws-lambda';

import { details, sesEvent, tagsOf } from '../../tests/ses-events.ts';
import type { EventBatch, FoldEvents } from '../application/fold-sending.ts';
import type { KnowsRun } from '../application/knows-run.ts';
import type { Strangers } from '../application/ports.ts';
import type { Outcome } from '../domain/outcome.ts';
import { onSesEvents } from './on-ses-events.ts';

const setUp = (answer: (batch: EventBatch) => Awaited<ReturnType<FoldEvents>> = () => [], knowsRun?: KnowsRun) => {
  const edge = recordingEdge();
  const batches: (readonly Outcome[])[] = [];
  const whole: EventBatch[] = [];
  const foldEvents: FoldEvents = async (batch) => {
    whole.push(batch);
    batches.push(batch.outcomes);
    return answer(batch);
  };
  const kept: Parameters<Strangers['keep']>[0][number][] = [];
  const strangers: Strangers = { keep: async (events) => void kept.push(...events) };
  const handler = onSesEvents({ foldEvents, strangers, ...(knowsRun && { knowsRun }) }, edge);
  return {
    edge,
    batches,
    whole,
    kept,
    deliver: (...bodies: readonly unknown[]) => handler(sqsEvent(...bodies), lambdaContext),
    deliverAs: (event: SQSEvent) => handler(event, lambdaContext),
  };
};
const send = (offset: number) => sesEvent({ eventType: 'Send', tags: tagsOf('run_1', 0, offset) });

describe('onSesEvents', () => {
  it('folds a whole batch at once', async () => {
    const { deliver, batches } = setUp();

    expect(await deliver(send(1), send(2), send(3))).toEqual({ batchItemFailures: [] });
    expect(batches.map((batch) => batch.map(({ offset }) => offset))).toEqual([[1, 2, 3]]);
  });

  it('hands back the messages of what could not be folded, and only those', async () => {
    const error = new Error('lost');
    const { deliver } = setUp(({ outcomes }) => [{ events: outcomes.filter(({ offset }) => offset > 1), error }]);

    const answer = await deliver(send(1), sesEvent({ eventType: 'Forwarded' }), send(2), send(3));

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm2' }, { itemIdentifier: 'm3' }] });
  });

  it('knows a probe by its tag, and hands it back if it could not be noted', async () => {
    const { deliver, whole } = setUp(({ probes }) => [{ events: probes, error: new Error('lost') }]);
    const probe = sesEvent({ eventType: 'Send', tags: { probe: ['probe-1'] } });

    const answer = await deliver(send(1), probe);

    expect(whole[0]?.probes).toEqual([{ probe: 'probe-1', at: new Date('2026-11-21T10:00:00.123Z') }]);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
  });

  it('tells how the batch came: when its mails were accepted, since when it waited, how often it came', async () => {
    const { deliverAs, whole } = setUp();
    const { Records } = sqsEvent(send(1), sesEvent({ eventType: 'Delivery' }), {
      ...sesEvent({ eventType: 'Send', tags: { probe: ['probe-1'] } }),
    });
    const attributes = (SentTimestamp: string, ApproximateReceiveCount: string) => ({
      SentTimestamp,
      ApproximateReceiveCount,
      SenderId: 'sns',
      ApproximateFirstReceiveTimestamp: SentTimestamp,
    });
    const came = [attributes('1795255201000', '1'), attributes('1795255200500', '4'), attributes('1795255200700', '2')];

    await deliverAs({ Records: Records.map((record, n) => ({ ...record, attributes: came[n] ?? record.attributes })) });

    const acceptedAt = Date.parse('2026-11-21T10:00:00.123Z');
    expect(whole[0]?.arrivals).toEqual({
      acceptedAtMs: [acceptedAt, acceptedAt],
      queuedAtMs: 1_795_255_200_500,
      mostReceives: 4,
    });
  });

  it('measures how long after SES accepted a mail we hear of it', async () => {
    const { deliver, edge } = setUp();

    await deliver(send(1), sesEvent({ eventType: 'Delivery' }));

    expect([...edge.meterings.keys()]).toEqual(['SendEventLag']);
  });

  it('counts what it ignores, by reason, and keeps nothing of it', async () => {
    const { deliver, edge, batches, kept } = setUp();

    await deliver(
      sesEvent({ eventType: 'Bounce', detail: details.Bounce, tags: { probe: ['probe-1'] } }),
      sesEvent({ eventType: 'Send', tags: { test: ['tst_1'] } }),
      sesEvent({ eventType: 'Open', detail: details.Open, tags: { confirmation: ['cnf_1'] } }),
      'Successfully validated SNS topic for Amazon SES event publishing.',
    );

    expect(Object.fromEntries(edge.meterings)).toEqual({ SesEventsOfSingleMails: 3, SesTopicChecks: 1 });
    expect([edge.parked, kept, batches.flat()]).toEqual([[], [], []]);
  });

  it('keeps events of other mails and of unknown types as they came, and counts them', async () => {
    const { deliver, edge, batches, kept } = setUp();
    const forwarded = sesEvent({ eventType: 'Forwarded' });
    const foreign = sesEvent({ eventType: 'Bounce', detail: details.Bounce, tags: { order: ['4711'] } });

    const answer = await deliver(forwarded, send(1), foreign);

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(kept).toEqual([
      { body: JSON.stringify(forwarded), why: 'unknown_type' },
      { body: JSON.stringify(foreign), why: 'other_mail' },
    ]);
    expect(edge.meterings.get('SesEventsOfUnknownType')).toBe(1);
    expect(edge.meterings.get('SesEventsOfOtherMails')).toBe(1);
    expect([edge.parked, batches.flat().length]).toEqual([[], 1]);
  });

  it('hands back strangers that could not be kept, and only those', async () => {
    const edge = recordingEdge();
    const strangers: Strangers = { keep: () => Promise.reject(new Error('no queue')) };
    const handler = onSesEvents({ foldEvents: async () => [], strangers }, edge);

    const answer = await handler(sqsEvent(send(1), sesEvent({ eventType: 'Forwarded' }), send(2)), lambdaContext);

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
  });

  it('parks what SES would never write, and folds the rest', async () => {
    const { deliver, edge, batches } = setUp();

    expect(await deliver('not json', send(1))).toEqual({ batchItemFailures: [] });
    expect(edge.parked).toEqual(['message_malformed']);
    expect(batches.flat()).toHaveLength(1);
  });

  it('says how many bounces and complaints nobody can be suppressed for', async () => {
    const { deliver, edge } = setUp();
    const { contact: _, ...nameless } = tagsOf('run_1', 0, 1);

    await deliver(
      sesEvent({ eventType: 'Complaint', detail: details.Complaint, tags: nameless }),
      sesEvent({ eventType: 'Send', tags: nameless }),
      sesEvent({ eventType: 'Bounce', detail: details.Bounce }),
    );

    expect(edge.meterings.get('OutcomesWithoutContact')).toBe(1);
    expect(edge.lines).toEqual([
      { level: 'warn', code: 'outcomes_without_contact', fields: { runId: 'run_1', count: 1 } },
    ]);
  });

  it('folds events of a run that nobody has told of, and counts them', async () => {
    const { deliver, edge, batches } = setUp(undefined, async (runId) => runId !== 'run_2');
    const stray = sesEvent({ eventType: 'Send', tags: tagsOf('run_2', 0, 1) });

    const answer = await deliver(send(1), stray, stray);

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(batches.flat()).toHaveLength(3);
    expect(edge.meterings.get('SesEventsOfUnknownRuns')).toBe(2);
    expect(edge.lines).toEqual([{ level: 'warn', code: 'run_unknown', fields: { runId: 'run_2', count: 2 } }]);
  });

  it('looks up the runs of a batch side by side: events of many runs are no reason to run out of time', async () => {
    const asked: string[] = [];
    const all = Promise.withResolvers<void>();
    const { deliver, edge } = setUp(undefined, async (runId) => {
      asked.push(runId);
      if (asked.length === 3) all.resolve();
      await all.promise;
      return true;
    });

    const runs = ['run_1', 'run_2', 'run_3'];
    await deliver(...runs.map((runId) => sesEvent({ eventType: 'Send', tags: tagsOf(runId, 0, 0) })));

    expect(asked).toEqual(runs);
    expect(edge.lines).toEqual([]);
  });

  it('hands nothing back because a run could not be looked up', async () => {
    const { deliver, edge } = setUp(undefined, () => Promise.reject(new Error('lost')));

    expect(await deliver(send(1))).toEqual({ batchItemFailures: [] });
    expect(edge.lines).toEqual([]);
  });

  it('hands nothing back when only the health of a run is still to be told, but says so', async () => {
    const { deliver, edge } = setUp(() => [{ events: [], error: new TypeError('no topic') }]);

    expect(await deliver(send(1))).toEqual({ batchItemFailures: [] });
    expect(edge.lines).toEqual([{ level: 'warn', code: 'left_to_next_batch', fields: { error: 'TypeError' } }]);
  });

  it('logs no address, whatever happens', async () => {
    const { deliver, edge } = setUp(({ outcomes }) => [
      { events: outcomes, error: new Error('minjun@books.example is lost') },
    ]);

    await deliver(send(1), { ...send(2), eventType: 'Bounce' });

    expect(edge.codes).toEqual(['message_parked', 'message_handed_back']);
    expect(JSON.stringify(edge.lines)).not.toContain('@');
  });
});
