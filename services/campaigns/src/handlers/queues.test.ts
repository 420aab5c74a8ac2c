import { lambdaContext, recordingEdge, sqsEvent } from '@bulkhead/testing';

import type { Command } from '../application/ports.ts';
import { toCommand } from '../testing/real.ts';
import { begun, createWorld, draft, execution, prepared, runId } from '../testing/world.ts';
import { onCommand } from './on-command.ts';
import { onRunFact } from './on-run-fact.ts';
import { onRunRequest } from './on-run-request.ts';

const time = new Date('2026-11-21T10:00:00Z');
const cause = { correlationId: 'chain-1' };
const handled = { batchItemFailures: [] };
const said = (type: string, data: object) => ({
  specversion: '1.0',
  id: `${runId}:${type}`,
  source: '/bulkhead/somebody',
  type,
  time: time.toISOString(),
  datacontenttype: 'application/json',
  correlationid: 'chain-1',
  data: { runId, ...data },
});
const waveFinished = said('dispatch.wave_finished.v1', {
  wave: 1,
  final: false,
  recipients: 100,
  accepted: 100,
  refused: 0,
  suppressed: 0,
  left: 0,
  pending: 0,
  unsettled: 0,
  chunksWithPending: [],
  chunksWithDoubt: [],
});

describe('onCommand', () => {
  const setUp = (world = createWorld()) => {
    const edge = recordingEdge();
    const handler = onCommand(world, edge);
    const deliver = (...commands: readonly Command[]) =>
      handler(sqsEvent(...commands.map((command) => toCommand(command, cause, time))), lambdaContext);
    return { world, edge, handler, deliver };
  };
  const launch: Command = { command: 'launch', campaignId: 'cmp_1', version: 1 };

  it('makes one run of a launch that comes twice', async () => {
    const { world, edge, deliver } = setUp();

    expect([await deliver(launch), await deliver(launch)]).toEqual([handled, handled]);
    expect(world.executions.started).toEqual([runId]);
    expect(edge.parked).toEqual([]);
  });

  it('schedules and unschedules', async () => {
    const { world, deliver } = setUp();
    const sendAt = new Date('2026-11-22T09:00:00Z');

    await deliver({ command: 'schedule', campaignId: 'cmp_1', version: 1, sendAt });
    expect(world.schedules.times.get(runId)).toEqual(sendAt);

    await deliver({ command: 'unschedule', campaignId: 'cmp_1', version: 2 });
    expect(world.schedules.times.size).toBe(0);
  });

  it('holds a run and says so, as often as it is told to', async () => {
    const { world, deliver } = setUp(await prepared(createWorld()));
    const hold: Command = { command: 'change_control', runId, control: 'hold', attempt: 1, requestId: 'request-1' };

    expect([await deliver(hold), await deliver(hold)]).toEqual([handled, handled]);
    expect(world.announcements.of('control_changed').map(({ revision }) => revision)).toEqual([1, 1]);
  });

  it('tells dispatch of a test', async () => {
    const { world, deliver } = setUp();

    await deliver({ command: 'request_test', testId: 'tst_1', campaignId: 'cmp_1', test: 's3://bucket/test.json' });

    expect(world.announcements.of('test_requested')).toHaveLength(1);
  });

  it('retries a failed run', async () => {
    const { world, deliver } = setUp(createWorld({ ...draft, status: 'failed' }));

    await deliver({ command: 'retry', runId, attempt: 2 });

    expect(world.executions.started).toEqual(['run_1-2']);
  });

  it('completes a cancelled run once, however often it is told to', async () => {
    const { world, deliver } = setUp(createWorld({ ...draft, status: 'cancelled' }));
    const complete: Command = { command: 'complete', runId, attempt: 2, reconsider: ['refused'] };

    expect([await deliver(complete), await deliver(complete)]).toEqual([handled, handled]);
    expect(world.executions.started).toEqual(['run_1-2']);
    expect(await world.campaigns.find('cmp_1')).toMatchObject({ status: 'sending', attempt: 2 });
  });

  it('parks what is not possible any more, and what nobody understands', async () => {
    const { edge, handler, deliver } = setUp(createWorld({ ...draft, version: 5 }));

    expect(await deliver(launch)).toEqual(handled);
    expect(await handler(sqsEvent('not json', said('launch_campaign.v1', {})), lambdaContext)).toEqual(handled);
    expect(edge.parked).toEqual(['outdated', 'message_malformed', 'message_malformed']);
  });

  it('hands back a command whose event could not be published, and repeats it', async () => {
    const { world, deliver } = setUp(await prepared(createWorld()));
    world.announcements.failures = 1;
    const hold: Command = { command: 'change_control', runId, control: 'hold', attempt: 1, requestId: 'request-1' };

    expect(await deliver(hold)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect(await deliver(hold)).toEqual(handled);
    expect(world.announcements.of('control_changed')).toMatchObject([{ control: 'hold', revision: 1 }]);
  });
});

describe('onRunRequest and onRunFact', () => {
  const setUp = async (world = createWorld()) => {
    await prepared(world);
    await world.planRun(execution);
    const edge = recordingEdge();
    const request = onRunRequest(world.requestRunStep, edge);
    const fact = onRunFact(world.heard, edge);
    return {
      world,
      edge,
      request: (...messages: readonly unknown[]) => request(sqsEvent(...messages), lambdaContext),
      fact: (...messages: readonly unknown[]) => fact(sqsEvent(...messages), lambdaContext),
    };
  };
  const release = said('release_wave.v1', { wave: 1, taskToken: 'token-1' });

  it.each([
    { order: 'question first', swap: false },
    { order: 'answer first', swap: true },
  ])('let the run go on once, every message delivered twice, $order', async ({ swap }) => {
    const { world, edge, request, fact } = await setUp();
    const deliveries = [() => request(release), () => fact(waveFinished)];

    for (const deliver of swap ? deliveries.toReversed() : deliveries) {
      await deliver();
      await deliver();
    }

    expect(world.waiting.succeeded).toEqual(['token-1']);
    expect(edge.parked).toEqual([]);
  });

  it('asks for a snapshot and lets a held run wait', async () => {
    const { world, request } = await setUp();
    await world.changeRunControl({ runId, control: 'hold', askedAt: time }, cause);

    await request(
      said('request_snapshot.v1', { taskToken: 'token-2' }),
      said('await_resume.v1', { taskToken: 'token-3' }),
      said('await_window.v1', { taskToken: 'token-4' }),
    );

    expect(world.waiting.succeeded).toEqual(['token-2']);
  });

  it('parks a question about a run that does not exist', async () => {
    const { edge, request } = await setUp();

    await request({ ...release, data: { ...release.data, runId: 'run_9' } });

    expect(edge.parked).toEqual(['run_not_found']);
  });

  it('lets a run wait that has used up the quota of the day, says why, and goes on an hour later', async () => {
    const { world, fact } = await setUp();
    const capacity = { perSecond: 1, activeRuns: 1, left24Hours: 0, refreshedAt: '2026-11-21T10:00:00.000Z' };
    await fact({ ...waveFinished, data: { ...waveFinished.data, capacity } });

    expect(await world.planRun(execution)).toMatchObject({
      value: { kind: 'wait', until: new Date('2026-11-21T10:10:00Z') },
    });
    expect(await world.showRun(runId)).toMatchObject({
      status: 'waiting',
      reason: expect.stringContaining('24 hours'),
    });

    world.clock.set('2026-11-21T11:00:00Z');
    expect(await world.planRun(execution)).toMatchObject({ value: { kind: 'send', wave: { wave: 2, chunks: [1] } } });
    world.clock.set('2026-11-21T11:05:00Z');
    await fact(
      said('dispatch.wave_progressed.v1', {
        wave: 2,
        chunk: 1,
        tick: 0,
        capacity: { ...capacity, refreshedAt: '2026-11-21T11:05:00.000Z' },
      }),
    );
    expect(await world.showRun(runId)).toMatchObject({ status: 'waiting' });
  });

  it('shows what the snapshot of a run waits for, as long as it does', async () => {
    const world = await begun(createWorld());
    const hear = onRunFact(world.heard, recordingEdge());
    const fact = (message: object) => hear(sqsEvent(message), lambdaContext);
    const progressed = (seconds: number, data: object) => ({
      ...said('audience.snapshot_progressed.v1', { recipients: 0, attempt: 1, ...data }),
      time: `2026-11-21T10:00:${seconds}.000Z`,
    });
    const waitsFor = 'Waits until the import of "people.xlsx" is finished.';
    await fact(progressed(10, { waitsFor }));
    const waiting = await world.showRun(runId);

    await fact(progressed(20, {}));
    await fact(progressed(15, { waitsFor }));

    expect(waiting).toMatchObject({ status: 'waiting', reason: waitsFor });
    expect(await world.showRun(runId)).toMatchObject({ status: 'preparing' });
    expect(await world.showRun(runId)).not.toHaveProperty('reason');
  });

  it('hears everything that the others say about runs', async () => {
    const { world, edge, fact } = await setUp(await begun(createWorld()));
    await world.tokens.keep(runId, { step: 'snapshot' }, 'token-4');
    await world.tokens.keep(runId, { step: 'wave', wave: 1 }, 'token-5');

    await fact(
      said('audience.snapshot_progressed.v1', { recipients: 10 }),
      said('dispatch.wave_progressed.v1', { wave: 1, chunk: 0, tick: 0 }),
    );
    await fact(said('audience.snapshot_failed.v1', { code: 'list_missing', message: 'The list does not exist.' }));
    await fact(said('campaign_run.health_changed.v1', { sent: 1, delivered: 1, hardBounced: 0, complained: 0 }));
    await fact(said('sending.suspended.v1', { reason: 'sending_paused', message: 'paused by AWS' }));

    expect(world.waiting.beats.toSorted()).toEqual(['token-4', 'token-5']);
    expect(world.waiting.failed).toEqual([{ token: 'token-4', error: 'SnapshotFailed' }]);
    expect(await world.showRun(runId)).toMatchObject({
      control: 'hold',
      reason: 'SES takes no mail (sending_paused): paused by AWS',
    });
    expect(edge.parked).toEqual([]);
  });
});
