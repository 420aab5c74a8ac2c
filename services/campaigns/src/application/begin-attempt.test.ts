import {
  begun,
  campaignId,
  cause,
  createWorld,
  execution,
  prepared,
  runId,
  snapshot,
  type World,
  waveResult,
} from '../testing/world.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 10, minute));
const second = { ...execution, attempt: 2 };
const complete = { commandId: 'complete-2', runId, attempt: 2, askedAt: at(10) };
const cancel = { runId, control: 'cancel', attempt: 1, askedAt: at(1) } as const;

const finished = async (world: World, wave: number, given: Parameters<typeof waveResult>[1] = {}) =>
  world.heard.waveFinished(runId, waveResult(wave, given));

/** A run that was cancelled after its first wave; its first chunk was stopped half-way. */
const cancelled = async (): Promise<World> => {
  const world = await prepared(createWorld());
  await world.planRun(execution);
  await world.changeRunControl(cancel, cause);
  await finished(world, 1, { accepted: 38, refused: 2, pending: 60, chunksWithPending: [0] });
  await world.planRun(execution);
  await world.endRun(execution, { outcome: 'cancelled' });
  return world;
};

const releaseOf = async (world: World, wave: number) => {
  await world.requestRunStep({ runId, step: { step: 'wave', wave }, token: `token-${wave}` }, cause);
  return world.announcements.of('wave_released').at(-1);
};

describe('completing a cancelled run', () => {
  it('starts another execution, says that it may send, and shows it', async () => {
    const world = await cancelled();

    expect(await world.completeRun(complete, cause)).toEqual({ ok: true, value: undefined });
    await world.freezeContent(second);

    expect(world.executions.started).toEqual(['run_1', 'run_1-2']);
    expect(world.announcements.of('control_changed').at(-1)).toMatchObject({
      control: 'send',
      revision: 2,
      attempt: 2,
    });
    expect(await world.campaigns.find(campaignId)).toMatchObject({ status: 'sending', attempt: 2 });
    expect(await world.showRun(runId)).toMatchObject({ status: 'sending', attempt: 2, accepted: 38, pending: 1_860 });
  });

  it('goes on with those who are pending, and says of which attempt the wave is', async () => {
    const world = await cancelled();
    await world.completeRun(complete, cause);
    await world.freezeContent(second);

    expect(await world.planRun(second)).toMatchObject({ value: { kind: 'send', wave: { wave: 2, chunks: [0, 1] } } });
    expect(await releaseOf(world, 2)).toMatchObject({ attempt: 2, manifest: snapshot.manifest });
  });

  it('goes through all chunks once more to reconsider those who were refused', async () => {
    const world = await cancelled();
    await world.completeRun({ ...complete, reconsider: ['refused'] }, cause);
    await world.freezeContent({ ...second, reconsider: ['refused'] });
    await world.planRun(second);
    const release = await releaseOf(world, 2);
    await finished(world, 2, {
      recipients: 62,
      accepted: 61,
      refused: 1,
      reconsidered: { left: 0, refused: 2, suppressed: 0 },
    });

    expect(release).toMatchObject({ wave: { wave: 2, chunks: [0], reconsider: ['refused'] } });
    expect(await world.showRun(runId)).toMatchObject({ accepted: 99, refused: 1, recipients: 1_900 });
  });

  it('holds itself when most of those who were refused are refused again', async () => {
    const world = await cancelled();
    await world.completeRun({ ...complete, reconsider: ['refused'] }, cause);
    await world.freezeContent({ ...second, reconsider: ['refused'] });
    await world.planRun(second);
    await finished(world, 2, {
      recipients: 62,
      accepted: 0,
      refused: 62,
      reconsidered: { left: 0, refused: 2, suppressed: 0 },
    });

    expect(await world.planRun(second)).toMatchObject({ value: { kind: 'hold', because: 'guardrail' } });
  });

  it('is not stopped by the cancel of the attempt before that comes again, nor ended by its end', async () => {
    const world = await cancelled();
    await world.completeRun(complete, cause);
    await world.changeRunControl(cancel, cause);
    await world.endRun(execution, { outcome: 'cancelled' });
    await world.freezeContent(second);
    await world.endRun(execution, { outcome: 'cancelled' });

    expect(await world.controls.find(runId)).toMatchObject({ control: 'send', attempt: 2 });
    expect(await world.campaigns.find(campaignId)).toMatchObject({ status: 'sending' });
    expect(await world.showRun(runId)).toMatchObject({ status: 'sending' });
  });

  it('is stopped by a cancel that a person asks for as soon as the campaign is shown to be sending', async () => {
    const world = await cancelled();
    const announce = world.announcements.announce.bind(world.announcements);
    world.announcements.announce = async () => {
      world.announcements.announce = announce;
      throw new Error('the topic is unavailable');
    };
    await expect(world.completeRun(complete, cause)).rejects.toThrow('the topic is unavailable');
    await world.changeRunControl({ ...cancel, attempt: 2, askedAt: at(11) }, cause);
    await world.completeRun(complete, cause);

    expect(await world.controls.find(runId)).toMatchObject({ control: 'cancel', attempt: 2 });
    expect(world.executions.started).toEqual(['run_1', 'run_1-2']);
  });

  it('does not begin again what was cancelled since, however late a copy of the command comes', async () => {
    const world = await cancelled();
    await world.completeRun(complete, cause);
    await world.freezeContent(second);
    await world.changeRunControl({ ...cancel, attempt: 2, askedAt: at(11) }, cause);
    await world.endRun(second, { outcome: 'cancelled' });

    expect(await world.completeRun(complete, cause)).toMatchObject({ ok: true });
    expect(await world.completeRun({ ...complete, commandId: 'complete-2:refused' }, cause)).toMatchObject({
      ok: true,
    });
    expect(await world.campaigns.find(campaignId)).toMatchObject({ status: 'cancelled', attempt: 2 });
    expect(world.executions.started).toEqual(['run_1', 'run_1-2']);
  });

  it('leaves the planning to its own execution', async () => {
    const world = await cancelled();
    await world.completeRun(complete, cause);
    await world.freezeContent(second);

    expect(await world.planRun(execution)).toEqual({ ok: false, problem: { kind: 'another_attempt' } });
  });
});

it('asks for the recipients of a run that was cancelled while it waited for them', async () => {
  const world = await begun(createWorld());
  await world.changeRunControl(cancel, cause);
  await world.endRun(execution, { outcome: 'cancelled' });

  await world.completeRun(complete, cause);
  await world.freezeContent(second);
  await world.requestRunStep({ runId, step: { step: 'snapshot' }, token: 'token-2' }, cause);

  expect(world.announcements.of('snapshot_requested')).toMatchObject([{ attempt: 2 }]);
  expect(world.waiting.succeeded).toEqual([]);
});

it('does not hold an attempt for what was suspended before it began', async () => {
  const world = await cancelled();
  await world.completeRun(complete, cause);

  await world.heard.sendingSuspended(runId, 'SES takes no mail', { at: at(9), cause });

  expect(await world.controls.find(runId)).toMatchObject({ control: 'send', attempt: 2 });
});
