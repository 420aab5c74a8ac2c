import {
  DispatchWaveFinishedV1,
  DispatchWaveProgressedV1,
  LookAtQuotaV1,
  type Message,
  ReceiptsRequestedV1,
  SendChunkV1,
  SendingSuspendedV1,
} from '@bulkhead/contracts';
import * as z from 'zod/mini';

import { SnsFacts } from './sns-facts.ts';
import { SqsChunkTasks } from './sqs-chunk-tasks.ts';
import { SqsQuotaLooks } from './sqs-quota-looks.ts';

const cause = { correlationId: 'chain-1', causationId: 'message-1' };
const clock = { now: () => Date.parse('2026-11-21T10:00:00Z') };
const task = { runId: 'run_1', chunk: 4, wave: 7, tick: 2, final: true, manifest: 's3://bucket/manifest.json' };
const report = {
  recipients: 3,
  accepted: 1,
  refused: 0,
  suppressed: 0,
  left: 0,
  pending: 1,
  unsettled: 1,
  chunksWithPending: [4],
  chunksWithDoubt: [],
  unreadable: [{ reason: 'chunk_missing', recipients: 12, chunks: [5] }],
} as const;

const setUp = () => {
  const said: Message[] = [];
  const publish = async (...events: readonly Message[]) => void said.push(...events);
  return { said, facts: new SnsFacts({ publish }, clock) };
};

it('says a fact in the words of its contract, with an id made of what happened', async () => {
  const { said, facts } = setUp();

  await facts.waveFinished(task, report, cause);
  await facts.waveProgressed(task, 'closed', cause);
  await facts.sendingSuspended(task, { reason: 'sending_paused', message: 'x'.repeat(900) }, cause);

  const schemas = [DispatchWaveFinishedV1, DispatchWaveProgressedV1, SendingSuspendedV1];
  expect(said.map((message, n) => z.safeParse(schemas[n] ?? z.never(), message).success)).toEqual([true, true, true]);
  expect(said.map(({ id }) => id)).toEqual([
    'run_1:wave:7:finished',
    'run_1:wave:7:chunk:4:tick:2:closed',
    'run_1:wave:7:chunk:4:tick:2:suspended',
  ]);
  expect(said[0]).toMatchObject({ correlationid: 'chain-1', causationid: 'message-1', subject: 'run_1' });
});

it('names unreadable chunks of a wave, and says nothing of them if there are none', async () => {
  const { said, facts } = setUp();

  await facts.waveFinished(task, report, cause);
  await facts.waveFinished(task, { ...report, unreadable: [] }, cause);

  const [withSome, without] = said.map((message) => z.parse(DispatchWaveFinishedV1, message).data);
  expect(withSome?.unreadable).toEqual(report.unreadable);
  expect(without).not.toHaveProperty('unreadable');
});

it('says what can be sent: with the end of a wave, and while a chunk waits for the quota', async () => {
  const { said, facts } = setUp();
  const capacity = { perSecond: 13.72, activeRuns: 2, left24Hours: 0, refreshedAt: clock.now() };
  const { left24Hours: _, ...unlimited } = capacity;

  await facts.waveFinished(task, report, cause, unlimited);
  await facts.waveProgressed(task, 'waiting', cause, capacity);

  expect(said.map(({ id, data }) => ({ id, data }))).toMatchObject([
    { id: 'run_1:wave:7:finished', data: { capacity: { activeRuns: 2, refreshedAt: '2026-11-21T10:00:00.000Z' } } },
    { id: 'run_1:wave:7:chunk:4:tick:2:waiting', data: { capacity: { perSecond: 13.72, left24Hours: 0 } } },
  ]);
  expect([
    z.parse(DispatchWaveFinishedV1, said[0]).data.capacity,
    z.parse(DispatchWaveProgressedV1, said[1]).data.capacity?.left24Hours,
  ]).toEqual([expect.not.objectContaining({ left24Hours: expect.anything() }), 0]);
});

it('asks for receipts once for each probe', async () => {
  const { said, facts } = setUp();

  await facts.receiptsRequested(task, { probe: '27-inv', probeAt: Date.parse('2026-11-21T09:59:00Z') }, cause);

  expect(z.safeParse(ReceiptsRequestedV1, said[0]).success).toBe(true);
  expect(said).toMatchObject([
    {
      id: 'run_1:4:receipts-requested:1795255140000',
      correlationid: 'chain-1',
      data: { runId: 'run_1', chunk: 4, probe: '27-inv', probeAt: '2026-11-21T09:59:00.000Z' },
    },
  ]);
});

it('sends work on chunks as commands, delayed in seconds, a group for each run', async () => {
  const sent: unknown[] = [];
  const commands: object[] = [];
  const tasks = new SqsChunkTasks(
    {
      send: async (those, options) => {
        sent.push(options);
        commands.push(...those);
      },
    },
    clock,
  );

  const turnAt = Date.parse('2026-11-21T10:00:20Z');

  const settlingSince = turnAt - 5_000;
  await tasks.send([task, { ...task, runId: 'run_2', turnAt, settlingSince }], 61_500, cause);

  expect(sent).toEqual([
    { delaySeconds: 61.5, group: 'run_1' },
    { delaySeconds: 61.5, group: 'run_2' },
  ]);
  expect(commands).toMatchObject([
    { id: 'run_1:wave:7:chunk:4:tick:2', data: task },
    {
      id: 'run_2:wave:7:chunk:4:tick:2',
      data: { turnAt: '2026-11-21T10:00:20.000Z', settlingSince: '2026-11-21T10:00:15.000Z' },
    },
  ]);
  expect(commands.map((command) => z.safeParse(SendChunkV1, command).success)).toEqual([true, true]);
});

it('asks for looks at the quota, each after its delay', async () => {
  const delays: unknown[] = [];
  const commands: object[] = [];
  const send = async (those: readonly object[], options: object = {}): Promise<void> => {
    delays.push(options);
    commands.push(...those);
  };

  await new SqsQuotaLooks({ send }, clock).ask([20_000, 40_000]);

  expect(delays).toEqual([{ delaySeconds: 20 }, { delaySeconds: 40 }]);
  expect(commands.map((command) => z.safeParse(LookAtQuotaV1, command).success)).toEqual([true, true]);
});
