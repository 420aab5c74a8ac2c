import { message } from '@bulkhead/contracts';
import { lambdaContext, recordingEdge, sqsEvent } from '@bulkhead/testing';
import type { ChangeControl } from '../application/change-control.ts';
import type { WaveRelease } from '../application/release-wave.ts';
import type { SendOutcome } from '../application/send-chunk.ts';
import type { SuppressionChange } from '../domain/mail.ts';
import type { Run } from '../domain/run.ts';
import type { Evidence } from '../domain/settle-doubt.ts';
import { onConfirmationRequested } from './on-confirmation-requested.ts';
import { onContactExportRequested } from './on-contact-export-requested.ts';
import { onQuotaLook } from './on-quota-look.ts';
import { onReceiptsReported } from './on-receipts-reported.ts';
import { onRunControl } from './on-run-control.ts';
import { onSuppression } from './on-suppression.ts';
import { onTestRequested } from './on-test-requested.ts';
import { onWaveReleased } from './on-wave-released.ts';
import { sendChunkHandler } from './send-chunk.ts';

const time = new Date('2026-11-21T10:00:00Z');
const cause = { correlationId: 'chain-1' };
const told = <Data>(type: string, data: Data, source: 'campaigns' | 'audience' | 'dispatch' = 'campaigns') =>
  message({ id: 'message-1', type, source, time, cause, data });
const FAILED = { batchItemFailures: [{ itemIdentifier: 'm0' }] };
const HANDLED = { batchItemFailures: [] };

describe('a released wave', () => {
  const released = told('campaign_run.wave_released.v1', {
    runId: 'run_1',
    campaignId: 'cmp_1',
    wave: 3,
    final: false,
    manifest: 's3://audience/m.json',
    content: 's3://campaigns/c.json',
    chunks: [4, 5],
  });

  it('is handed to the use case with what caused it', async () => {
    const edge = recordingEdge();
    const calls: unknown[] = [];
    const handler = onWaveReleased(async (...call) => {
      calls.push(call);
      return 'released';
    }, edge);

    expect(await handler(sqsEvent(released), lambdaContext)).toEqual(HANDLED);
    expect(calls).toMatchObject([
      [
        { run: { runId: 'run_1' }, wave: 3, chunks: [4, 5] },
        { correlationId: 'chain-1', causationId: 'message-1' },
      ],
    ]);
  });

  it.each([
    [undefined, undefined],
    [{ policy: 'leave' }, { policy: 'leave' }],
    [
      { policy: 'resend', settleSeconds: 3_600 },
      { policy: 'resend', settleMs: 3_600_000 },
    ],
  ])('may wish something for its doubt: %j', async (doubt, wishes) => {
    const releases: WaveRelease[] = [];
    const handler = onWaveReleased(async (release) => {
      releases.push(release);
      return 'released';
    }, recordingEdge());

    await handler(sqsEvent({ ...released, data: { ...released.data, ...(doubt && { doubt }) } }), lambdaContext);

    expect(releases.map(({ run }) => run.doubt)).toEqual([wishes]);
  });

  it('is parked when it names chunks that do not exist, or cannot be read', async () => {
    const edge = recordingEdge();
    const handler = onWaveReleased(async () => 'chunk_unknown', edge);

    expect(await handler(sqsEvent(released, 'not json', { ...released, data: {} }), lambdaContext)).toEqual(HANDLED);
    expect(edge.parked.toSorted((a, b) => a.localeCompare(b))).toEqual([
      'chunk_unknown',
      'message_malformed',
      'message_malformed',
    ]);
  });
});

describe('work on a chunk', () => {
  const work = { runId: 'run_1', chunk: 0, wave: 1, tick: 0, final: false, manifest: 's3://audience/m.json' };
  const task = { ...work, turnAt: '1970-01-01T00:00:02Z', settlingSince: '1970-01-01T00:00:01Z' };
  const moment = { now: () => 1_000, newInvocationId: () => 'inv' };
  const deliver = async (outcome: SendOutcome) => {
    const edge = recordingEdge();
    const invocations: unknown[] = [];
    const tasks: unknown[] = [];
    const handler = sendChunkHandler(
      async (taken, invocation) => {
        tasks.push(taken);
        invocations.push(invocation);
        return outcome;
      },
      moment,
      edge,
    );
    return {
      answer: await handler(sqsEvent(told('send_chunk.v1', task, 'dispatch')), lambdaContext),
      edge,
      invocations,
      tasks,
    };
  };

  it('knows its turn, and since when its doubt is being settled', async () => {
    expect((await deliver('finished')).tasks).toMatchObject([{ ...work, turnAt: 2_000, settlingSince: 1_000 }]);
  });

  it('has the deadline that Lambda will keep, and an id of its own', async () => {
    expect((await deliver('finished')).invocations).toEqual([{ id: 'inv', deadline: 21_000 }]);
  });

  it.each<[SendOutcome, object, string[]]>([
    ['finished', HANDLED, []],
    ['fenced', FAILED, []],
    ['governor_missing', FAILED, []],
    ['chunk_missing', HANDLED, ['chunk_missing']],
    ['chunk_malformed', HANDLED, ['chunk_malformed']],
    ['chunk_changed', HANDLED, ['chunk_changed']],
    ['row_malformed', HANDLED, ['row_malformed']],
  ])('that ends as %s', async (outcome, expected, parked) => {
    const { answer, edge } = await deliver(outcome);

    expect([answer, edge.parked]).toEqual([expected, parked]);
  });
});

describe('what people want of a run', () => {
  const deliver = async (...messages: readonly unknown[]) => {
    const calls: string[] = [];
    const changeControl: ChangeControl = async ({ runId, control, revision, attempt }) =>
      void calls.push(`${runId}-${attempt} ${control} ${revision}`);
    const runs = {
      close: async ({ runId, attempt }: Pick<Run, 'runId' | 'attempt'>) => void calls.push(`close ${runId}-${attempt}`),
    };
    await onRunControl({ changeControl, runs }, recordingEdge())(sqsEvent(...messages), lambdaContext);
    return calls;
  };
  const finished = (outcome: string) =>
    told('campaign_run.finished.v1', {
      runId: 'run_1',
      campaignId: 'cmp_1',
      outcome,
      recipients: 1,
      accepted: 1,
      refused: 0,
      suppressed: 0,
      left: 0,
      unsent: 0,
    });

  it('is noted with its revision', async () => {
    const changed = told('campaign_run.control_changed.v1', { runId: 'run_1', control: 'hold', revision: 3 });

    expect(await deliver(changed)).toEqual(['run_1-1 hold 3']);
  });

  it('is noted with its attempt, where it says which', async () => {
    const changed = { runId: 'run_1', control: 'send', revision: 4, attempt: 2 };

    expect(await deliver(told('campaign_run.control_changed.v1', changed))).toEqual(['run_1-2 send 4']);
  });

  it('is noted with whom it leaves out', async () => {
    const noted: unknown[] = [];
    const changeControl: ChangeControl = async ({ exclude }) => void noted.push(exclude);
    const handler = onRunControl({ changeControl, runs: { close: async () => {} } }, recordingEdge());
    const changed = { runId: 'run_1', control: 'send', revision: 5 };

    await handler(
      sqsEvent(
        told('campaign_run.control_changed.v1', { ...changed, exclude: { imports: ['imp_bad'] } }),
        told('campaign_run.control_changed.v1', changed),
      ),
      lambdaContext,
    );

    expect(noted).toEqual([{ domains: [], imports: ['imp_bad'] }, undefined]);
  });

  it.each([
    ['sent', ['close run_1-1']],
    ['cancelled', ['close run_1-1']],
    ['failed', []],
  ])('closes a run that ended as %s: %j', async (outcome, calls) => {
    expect(await deliver(finished(outcome))).toEqual(calls);
  });
});

it('notes whom feedback has seen, as of when', async () => {
  const noted: unknown[] = [];
  const evidences = { record: async (key: object, evidence: Evidence) => void noted.push({ ...key, ...evidence }) };
  const about = { runId: 'run_1', chunk: 3, probe: 'probe-1', asOf: '2026-11-21T09:58:00.000Z', seen: '/w8AAAE=' };
  const reported = message({ id: 'm', type: 'receipts.reported.v1', source: 'feedback', time, cause, data: about });

  await onReceiptsReported(evidences, recordingEdge())(sqsEvent(reported), lambdaContext);

  expect(noted).toEqual([
    { runId: 'run_1', chunk: 3, asOf: Date.parse(about.asOf), seen: Uint8Array.of(255, 15, 0, 0, 1) },
  ]);
});

it('records suppressions and reinstatements with their own time', async () => {
  const changes: SuppressionChange[] = [];
  const suppressions = {
    record: async (change: SuppressionChange) => void changes.push(change),
    erase: async () => {},
  };
  const about = { contactId: 'contact', scope: { kind: 'list', listId: 'lst_1' }, at: '2026-11-21T09:00:00Z' };

  await onSuppression(suppressions, recordingEdge())(
    sqsEvent(
      told('contact.suppressed.v1', { ...about, reason: 'unsubscribed' }, 'audience'),
      told('contact.reinstated.v1', about, 'audience'),
    ),
    lambdaContext,
  );

  expect(changes).toEqual(
    [true, false].map((isSuppressed) => ({
      contactId: 'contact',
      scope: about.scope,
      isSuppressed,
      at: new Date('2026-11-21T09:00:00Z'),
    })),
  );
});

it('forgets whoever is erased, with the time of the wish', async () => {
  const erasures: unknown[] = [];
  const suppressions = { record: async () => {}, erase: async (...erasure: unknown[]) => void erasures.push(erasure) };
  const erased = told('contact.erased.v1', { contactId: 'contact', at: '2026-11-21T09:00:00Z' }, 'audience');

  await onSuppression(suppressions, recordingEdge())(sqsEvent(erased), lambdaContext);

  expect(erasures).toEqual([['contact', new Date('2026-11-21T09:00:00Z')]]);
});

it('is asked what is held of a person, with what caused it', async () => {
  const asked: unknown[] = [];
  const question = {
    exportId: 'exp_1',
    contactId: 'contact',
    part: 2,
    mailings: [{ runId: 'run_1', chunk: 3, offset: 4 }],
  };
  const requested = told(
    'contact.export_requested.v1',
    { ...question, at: '2026-11-21T09:00:00Z', parts: 2 },
    'audience',
  );

  await onContactExportRequested(async (...call) => void asked.push(call), recordingEdge())(
    sqsEvent(requested),
    lambdaContext,
  );

  expect(asked).toEqual([[question, { correlationId: 'chain-1', causationId: 'message-1' }]]);
});

it.each([
  ['finished', HANDLED],
  ['later', FAILED],
] as const)('a test that is %s', async (outcome, expected) => {
  const requested = told('campaign.test_requested.v1', {
    testId: 'tst_1',
    campaignId: 'cmp_1',
    test: 's3://campaigns/t.json',
  });

  expect(await onTestRequested(async () => outcome, recordingEdge())(sqsEvent(requested), lambdaContext)).toEqual(
    expected,
  );
});

it.each([
  ['finished', HANDLED],
  ['later', FAILED],
] as const)('a confirmation that is %s', async (outcome, expected) => {
  const asked: unknown[] = [];
  const mail = 's3://audience/exchange/confirmations/cnf_1.json';
  const requested = told('contact.confirmation_requested.v1', { confirmationId: 'cnf_1', mail }, 'audience');
  const handler = onConfirmationRequested(async (send) => {
    asked.push(send);
    return outcome;
  }, recordingEdge());

  expect(await handler(sqsEvent(requested), lambdaContext)).toEqual(expected);
  expect(asked).toEqual([{ id: 'cnf_1', uri: mail }]);
});

it('follows the quota with every look', async () => {
  let looks = 0;
  const follow = async (): Promise<void> => {
    looks += 1;
  };
  const handler = onQuotaLook(follow, recordingEdge());

  expect(await handler(sqsEvent(told('look_at_quota.v1', {}, 'dispatch')), lambdaContext)).toEqual(HANDLED);
  expect(looks).toBe(1);
});
