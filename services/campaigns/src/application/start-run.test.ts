import {
  begun,
  campaignId,
  cause,
  createWorld,
  draft,
  execution,
  prepared,
  runId,
  snapshot,
} from '../testing/world.ts';

const tomorrow = new Date('2026-11-22T09:00:00Z');
const launch = { commandId: 'launch-1', campaignId, version: 1 };
const schedule = { commandId: 'schedule-1', campaignId, version: 1, sendAt: tomorrow };

describe('launching', () => {
  it('makes the campaign sending and starts its run', async () => {
    const world = createWorld();

    await world.launchCampaign(launch, cause);

    expect(await world.campaigns.find(campaignId)).toMatchObject({ status: 'sending', version: 2 });
    expect(world.executions.started).toEqual([runId]);
  });

  it('makes one run of two launches', async () => {
    const world = createWorld();

    await world.launchCampaign(launch, cause);
    await world.launchCampaign({ ...launch, commandId: 'launch-2' }, cause);

    expect(world.executions.started).toEqual([runId]);
  });

  it('repeats the start, and nothing else, when the command comes again', async () => {
    const world = createWorld();
    await world.launchCampaign(launch, cause);
    world.executions.started.length = 0;

    await world.launchCampaign(launch, cause);

    expect(world.executions.started).toEqual([runId]);
    expect(await world.campaigns.find(campaignId)).toMatchObject({ version: 2 });
  });

  it('does not start again what has ended since', async () => {
    const world = await prepared(createWorld());
    await world.endRun(execution, { outcome: 'sent' });
    world.executions.started.length = 0;

    const outcome = await world.launchCampaign(launch, cause);

    expect(outcome.ok).toBe(true);
    expect(world.executions.started).toEqual([]);
  });

  it('does not launch another version than the one that was seen', async () => {
    const world = createWorld({ ...draft, version: 2 });

    expect(await world.launchCampaign(launch, cause)).toEqual({
      ok: false,
      problem: { kind: 'outdated', version: 2 },
    });
    expect(world.executions.started).toEqual([]);
  });

  it('takes the send time back when a scheduled campaign is launched before it', async () => {
    const world = createWorld();
    await world.scheduleCampaign(schedule, cause);

    await world.launchCampaign({ ...launch, version: 2 }, cause);

    expect(world.schedules.times.size).toBe(0);
  });
});

describe('scheduling', () => {
  it('sets the time, moves it and takes it back', async () => {
    const world = createWorld();
    const dayAfter = new Date('2026-11-23T09:00:00Z');

    await world.scheduleCampaign(schedule, cause);
    expect(world.schedules.times).toEqual(new Map([[runId, tomorrow]]));

    await world.scheduleCampaign({ ...schedule, commandId: 'schedule-2', version: 2, sendAt: dayAfter }, cause);
    expect(world.schedules.times).toEqual(new Map([['run_1-2', dayAfter]]));

    await world.unscheduleCampaign({ commandId: 'unschedule-1', campaignId, version: 3 });
    expect(world.schedules.times.size).toBe(0);
    expect(await world.campaigns.find(campaignId)).toMatchObject({ status: 'draft', version: 4 });
  });

  it('survives a repeated command after the time was taken back', async () => {
    const world = createWorld();
    await world.scheduleCampaign(schedule, cause);
    await world.unscheduleCampaign({ commandId: 'unschedule-1', campaignId, version: 2 });

    const outcome = await world.scheduleCampaign(schedule, cause);

    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'outdated' } });
    expect(world.schedules.times.size).toBe(0);
  });

  it('starts the run of a scheduled campaign without anybody asking', async () => {
    const world = createWorld();
    await world.scheduleCampaign(schedule, cause);
    world.clock.set('2026-11-22T09:00:05Z');

    const outcome = await world.freezeContent(execution);

    expect(outcome.ok).toBe(true);
    expect(await world.campaigns.find(campaignId)).toMatchObject({ status: 'sending' });
  });

  it('never sends a campaign whose time was taken back as it fired, and can still send it later', async () => {
    const world = createWorld();
    await world.scheduleCampaign(schedule, cause);
    await world.unscheduleCampaign({ commandId: 'unschedule-1', campaignId, version: 2 });

    const outcome = await world.freezeContent(execution);
    await world.failRun(execution, { code: 'PermanentError', message: 'another attempt' });
    await world.launchCampaign({ ...launch, commandId: 'launch-2', version: 3 }, cause);

    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'another_attempt' } });
    expect(world.executions.started).toEqual(['run_1-2']);
    expect(await world.controls.find(runId)).toMatchObject({ control: 'send' });
  });

  it('still starts at the new time when the old one fires although it was moved', async () => {
    const world = createWorld();
    const dayAfter = new Date('2026-11-23T09:00:00Z');
    await world.scheduleCampaign(schedule, cause);
    await world.scheduleCampaign({ ...schedule, commandId: 'schedule-2', version: 2, sendAt: dayAfter }, cause);

    world.clock.set('2026-11-22T09:00:05Z');
    const early = await world.freezeContent(execution);
    await world.failRun(execution, { code: 'PermanentError', message: 'another attempt' });
    world.clock.set('2026-11-23T09:00:05Z');
    const due = await world.freezeContent({ ...execution, attempt: 2 });

    expect(early).toMatchObject({ ok: false, problem: { kind: 'another_attempt' } });
    expect([...world.schedules.fires.keys()]).toEqual(['run_1', 'run_1-2']);
    expect(due.ok).toBe(true);
  });

  it('starts at once when the time has passed before it could be set', async () => {
    const world = createWorld();
    world.clock.set('2026-11-22T09:01:00Z');

    await world.scheduleCampaign(schedule, cause);

    expect(world.executions.started).toEqual([runId]);
    expect(world.schedules.times.size).toBe(0);
  });
});

describe('retrying', () => {
  const retry = { commandId: 'retry-2', runId, askedAt: new Date('2026-11-21T11:00:00Z') };
  const failed = async () => {
    const world = await prepared(createWorld());
    await world.planRun(execution);
    await world.failRun(execution, { code: 'no_answer', message: 'dispatch has not answered' });
    return world;
  };

  it('starts a second execution that finds what the first has done', async () => {
    const world = await failed();

    await world.retryRun(retry, cause);
    const second = { ...execution, attempt: 2 };
    await world.freezeContent(second);
    const decision = await world.planRun(second);

    expect(world.executions.started).toEqual(['run_1', 'run_1-2']);
    expect(world.exchange.objects.size).toBe(1);
    expect(decision).toMatchObject({ value: { kind: 'send', wave: { wave: 1, chunks: [0] } } });
  });

  it('does not ask again for recipients that are frozen already', async () => {
    const world = await failed();
    await world.retryRun(retry, cause);
    await world.freezeContent({ ...execution, attempt: 2 });

    await world.requestRunStep({ runId, step: { step: 'snapshot' }, token: 'token-1' }, cause);

    expect(world.waiting.succeeded).toEqual(['token-1']);
    expect(world.announcements.of('snapshot_requested')).toEqual([]);
  });

  it('asks for a fresh snapshot when there was nobody to mail, and shows why until then', async () => {
    const step = { step: 'snapshot' } as const;
    const world = await begun(createWorld());
    await world.requestRunStep({ runId, step, token: 'token-1' }, cause);
    await world.heard.snapshotFailed(runId, { attempt: 1, message: 'Nobody on this list could be mailed.' });
    await world.failRun(execution, { code: 'snapshot_failed', message: 'Nobody on this list could be mailed.' });
    const shown = await world.showRun(runId);

    await world.retryRun(retry, cause);
    const second = { ...execution, attempt: 2 };
    await world.freezeContent(second);
    await world.requestRunStep({ runId, step, token: 'token-2' }, cause);
    await world.heard.snapshotTaken(runId, snapshot);

    expect(shown).toMatchObject({ status: 'failed', reason: 'Nobody on this list could be mailed.' });
    expect(world.announcements.of('snapshot_requested').map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(world.waiting.succeeded).toEqual(['token-2']);
    expect(await world.planRun(second)).toMatchObject({ value: { kind: 'send', wave: { wave: 1 } } });
  });

  it('lets dispatch send again, which the failure had stopped', async () => {
    const world = await failed();

    await world.retryRun(retry, cause);

    expect(world.announcements.of('control_changed').map(({ control, revision }) => [control, revision])).toEqual([
      ['hold', 1],
      ['send', 2],
    ]);
  });

  it('starts one execution when the command comes twice', async () => {
    const world = await failed();

    await world.retryRun(retry, cause);
    await world.retryRun(retry, cause);

    expect(world.executions.started).toEqual(['run_1', 'run_1-2']);
    expect(await world.campaigns.find(campaignId)).toMatchObject({ attempt: 2 });
  });

  it('is not stopped by a failure of the first execution that is reported again', async () => {
    const world = await failed();
    await world.retryRun(retry, cause);
    await world.freezeContent({ ...execution, attempt: 2 });

    await world.failRun(execution, { code: 'no_answer', message: 'dispatch has not answered' });

    expect(await world.showRun(runId)).toMatchObject({ status: 'sending', control: 'send', attempt: 2 });
  });

  it('shows the run as failed until then, and why', async () => {
    const world = await failed();

    expect(await world.showRun(runId)).toMatchObject({ status: 'failed', reason: 'dispatch has not answered' });
    await world.retryRun(retry, cause);
    await world.freezeContent({ ...execution, attempt: 2 });
    expect(await world.showRun(runId)).toMatchObject({ status: 'sending', attempt: 2 });
  });
});
