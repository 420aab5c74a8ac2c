import { lambdaContext, recordingEdge } from '@bulkhead/testing';

import { begun, createWorld, draft, execution, prepared, runId, waveResult } from '../testing/world.ts';
import { failRun } from './fail-run.ts';
import { finishRun } from './finish-run.ts';
import { freezeContent } from './freeze-content.ts';
import { planNextWave } from './plan-next-wave.ts';

const setUp = (world = createWorld()) => {
  const edge = recordingEdge();
  const freeze = freezeContent(world.freezeContent, edge);
  const plan = planNextWave(world.planRun, edge);
  const finish = finishRun(world.endRun, edge);
  const fail = failRun(world.failRun, edge);
  return {
    world,
    edge,
    freeze: () => freeze(execution, lambdaContext),
    plan: () => plan(execution, lambdaContext),
    finish: (outcome: string) => finish({ ...execution, outcome }, lambdaContext),
    fail: (error: string, cause: string) => fail({ ...execution, error, cause }, lambdaContext),
  };
};
const at = new Date('2026-11-21T10:01:00Z');
const chain = { correlationId: 'chain-1' };

describe('planNextWave', () => {
  it('answers with what the Choice reads, and with no chunk numbers', async () => {
    const { world, plan, finish } = setUp(await prepared(createWorld()));

    expect(await plan()).toEqual({ decision: 'send', wave: 1 });
    await world.heard.waveFinished(runId, waveResult(1));
    await world.changeRunControl({ runId, control: 'hold', askedAt: at }, chain);
    expect(await plan()).toEqual({ decision: 'hold' });
    await world.changeRunControl({ runId, control: 'cancel', askedAt: at }, chain);
    expect(await plan()).toEqual({ decision: 'finish', outcome: 'cancelled' });
    expect(await finish('cancelled')).toEqual({ outcome: 'cancelled' });
  });

  it('says until when to wait', async () => {
    const world = await begun(createWorld());
    await world.heard.snapshotTaken(runId, { manifest: 's3://a/b', recipients: 999_100, chunks: 1_000 });
    const { plan } = setUp(world);
    await plan();
    await world.heard.waveFinished(runId, waveResult(1, { recipients: 4_100, accepted: 4_100 }));

    expect(await plan()).toEqual({ decision: 'wait', until: '2026-11-21T10:00:02.000Z' });
    expect(await world.showRun(runId)).toMatchObject({ status: 'waiting' });
  });

  it('says that it waits for a window in words that executions from before there were windows follow, too', async () => {
    const window = { timeZone: 'Asia/Seoul', days: ['mon'], from: '09:00', to: '20:00' } as const;
    const { plan } = setUp(await prepared(createWorld({ ...draft, window })));

    expect(await plan()).toEqual({ decision: 'wait', until: '2026-11-23T00:00:00.000Z', because: 'window' });
  });

  it('fails for good when no retry can help', async () => {
    const { plan } = setUp(await begun(createWorld()));

    await expect(plan()).rejects.toMatchObject({ name: 'PermanentError', code: 'snapshot_missing' });
  });
});

describe('freezeContent', () => {
  it('fails for good when the campaign is not to be sent any more', async () => {
    const { freeze } = setUp();

    await expect(freeze()).rejects.toMatchObject({ name: 'PermanentError', code: 'not_startable' });
  });

  it('is retried when somebody else has changed the campaign meanwhile', async () => {
    const world = createWorld({ ...draft, status: 'scheduled', sendAt: new Date('2026-11-21T09:59:59Z') });
    const { freeze } = setUp(world);
    const find = world.campaigns.find.bind(world.campaigns);
    world.campaigns.find = async (id) => {
      const found = await find(id);
      world.campaigns.find = find;
      if (found) await world.campaigns.save({ ...found, version: found.version + 1 });
      return found;
    };

    await expect(freeze()).rejects.toMatchObject({ name: 'RetryableError' });
    expect(await freeze()).toEqual({ frozen: true });
  });
});

describe('failRun', () => {
  it.each([
    {
      error: 'PermanentError',
      cause: JSON.stringify({ errorType: 'PermanentError', errorMessage: 'The template is gone.' }),
      reason: 'The template is gone.',
    },
    { error: 'SnapshotFailed', cause: 'The list does not exist.', reason: 'The list does not exist.' },
    { error: 'States.HeartbeatTimeout', cause: '', reason: expect.stringContaining('has not answered') },
    { error: 'States.Timeout', cause: '', reason: expect.stringContaining('waited for too long') },
    { error: 'Lambda.Unknown', cause: '', reason: 'The run stopped with Lambda.Unknown.' },
    { error: 'Error', cause: 'no mail for ada@example.com', reason: 'no mail for [address]' },
  ])('says why in words: $error', async ({ error, cause, reason }) => {
    const { world, fail } = setUp(await prepared(createWorld()));

    await fail(error, cause);

    expect(await world.showRun(runId)).toMatchObject({ status: 'failed', reason });
    expect(world.announcements.of('run_finished')).toMatchObject([{ outcome: 'failed', unsent: 1_900 }]);
  });

  it('stops dispatch, and repeats itself without harm', async () => {
    const { world, fail } = setUp(await prepared(createWorld()));

    await fail('Error', 'broken');
    await fail('Error', 'broken');

    expect(world.announcements.of('control_changed')).toMatchObject([{ control: 'hold', revision: 1 }]);
    expect(await world.campaigns.find('cmp_1')).toMatchObject({ status: 'failed' });
  });
});
