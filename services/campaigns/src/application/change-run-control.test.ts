import {
  begun,
  campaignId,
  cause,
  createWorld,
  execution,
  prepared,
  runId,
  type World,
  waveResult,
} from '../testing/world.ts';

const at = new Date('2026-11-21T10:05:00Z');
const bad = { sent: 2_000, delivered: 1_800, hardBounced: 200, complained: 0, rejected: 0, delayed: 0 };
const awaitResume = (world: World, token: string) =>
  world.requestRunStep({ runId, step: { step: 'resume' }, token }, cause);
const planned = async (world: World) => {
  await world.planRun(execution);
  return world;
};

describe('holding', () => {
  const hold = { runId, control: 'hold', askedAt: new Date('2026-11-21T10:01:00Z') } as const;
  const resume = { runId, control: 'send', askedAt: new Date('2026-11-21T10:02:00Z') } as const;
  const cancel = { runId, control: 'cancel', askedAt: new Date('2026-11-21T10:03:00Z') } as const;

  it('tells dispatch, shows it in the campaign and stops the next wave', async () => {
    const world = await prepared(createWorld());

    await world.changeRunControl(hold, cause);

    expect(world.announcements.of('control_changed')).toMatchObject([{ control: 'hold', revision: 1 }]);
    expect(await world.campaigns.find(campaignId)).toMatchObject({ status: 'held' });
    expect(await world.planRun(execution)).toMatchObject({ value: { kind: 'hold' } });
    expect(await world.showRun(runId)).toMatchObject({ status: 'held' });
  });

  it.each(['snapshot', 'window'] as const)(
    'wakes a run that waits for its %s by a cancel, whichever is first, and by nothing else',
    async (step) => {
      const before = await begun(createWorld());
      const after = await begun(createWorld());
      await before.requestRunStep({ runId, step: { step }, token: 'token-1' }, cause);
      await before.changeRunControl({ ...cancel, control: 'hold' }, cause);
      const held = [...before.waiting.succeeded];

      await before.changeRunControl(cancel, cause);
      await after.changeRunControl(cancel, cause);
      await after.requestRunStep({ runId, step: { step }, token: 'token-2' }, cause);

      expect(held).toEqual([]);
      expect([before.waiting.succeeded, after.waiting.succeeded]).toEqual([['token-1'], ['token-2']]);
    },
  );

  it('lets a run that is cancelled wait for its recipients no longer, whether it waits before or after', async () => {
    const [before, after] = [await begun(createWorld()), await begun(createWorld())];
    const ask = (world: World) => world.requestRunStep({ runId, step: { step: 'snapshot' }, token: 'token-1' }, cause);

    await ask(before);
    await before.changeRunControl(cancel, cause);
    await after.changeRunControl(cancel, cause);
    await ask(after);

    expect([before.waiting.succeeded, after.waiting.succeeded]).toEqual([['token-1'], ['token-1']]);
    expect(after.announcements.of('snapshot_requested')).toEqual([]);
    expect(await after.planRun(execution)).toMatchObject({ value: { kind: 'finish', outcome: 'cancelled' } });
  });

  it('reaches dispatch even while somebody else is changing the campaign', async () => {
    const world = await prepared(createWorld());
    world.campaigns.save = async () => {
      throw new Error('somebody else was first');
    };

    await expect(world.changeRunControl(hold, cause)).rejects.toThrow('somebody else was first');

    expect(world.announcements.of('control_changed')).toMatchObject([{ control: 'hold', revision: 1 }]);
  });

  it('shows the later of two changes in the campaign, whichever of them comes to write last', async () => {
    const world = await prepared(createWorld());
    const announce = world.announcements.announce.bind(world.announcements);
    world.announcements.announce = async (facts) => {
      world.announcements.announce = announce;
      await world.changeRunControl(resume, cause);
      await announce(facts);
    };

    await world.changeRunControl(hold, cause);

    expect(await world.controls.find(runId)).toMatchObject({ control: 'send' });
    expect(await world.campaigns.find(campaignId)).toMatchObject({ status: 'sending' });
  });

  it.each([resume, cancel])('ends when a person asks for $control', async (change) => {
    const world = await prepared(createWorld());
    await world.changeRunControl(hold, cause);
    await awaitResume(world, 'token-1');
    expect(world.waiting.succeeded).toEqual([]);

    await world.changeRunControl(change, cause);

    expect(world.waiting.succeeded).toEqual(['token-1']);
  });

  it('does not begin when the person has resumed before the run came to wait', async () => {
    const world = await prepared(createWorld());
    await world.changeRunControl(hold, cause);
    await world.changeRunControl(resume, cause);

    await awaitResume(world, 'token-1');

    expect(world.waiting.succeeded).toEqual(['token-1']);
  });

  it('repeats what it said, with the same revision, when the command comes twice', async () => {
    const world = await prepared(createWorld());

    await world.changeRunControl(hold, cause);
    await world.changeRunControl(hold, cause);

    expect(world.announcements.of('control_changed').map(({ revision }) => revision)).toEqual([1, 1]);
  });

  it('happens by itself when a guardrail is passed, and not again for the same figures', async () => {
    const world = await planned(await prepared(createWorld()));

    await world.heard.healthChanged(runId, bad, { at, cause });
    expect(await world.showRun(runId)).toMatchObject({
      control: 'hold',
      reason: expect.stringMatching(/^200 of 2,000 mails came back for good/),
      guardrail: { guardrail: 'hard_bounces', share: 0.1 },
    });

    await world.changeRunControl({ ...resume, askedAt: new Date('2026-11-21T10:06:00Z') }, cause);
    await world.heard.healthChanged(runId, bad, { at: new Date('2026-11-21T10:07:00Z'), cause });
    await world.heard.waveFinished(runId, waveResult(1));

    expect(await world.planRun(execution)).toMatchObject({ value: { kind: 'send' } });
    expect(await world.showRun(runId)).toMatchObject({ status: 'sending' });
  });

  it('happens before a wave when the figures came while it was not looking', async () => {
    const world = await prepared(createWorld());
    await world.facts.keepHealth(runId, bad);

    expect(await world.planRun(execution)).toMatchObject({ value: { kind: 'hold', because: 'guardrail' } });
    expect(await world.campaigns.find(campaignId)).toMatchObject({ status: 'held' });
  });

  it('happens when most mails were refused, and not again when a person has seen it', async () => {
    const world = await planned(await prepared(createWorld()));
    await world.heard.waveFinished(runId, waveResult(1, { recipients: 20, accepted: 2, refused: 18 }));

    const decision = await world.planRun(execution);
    const shown = await world.showRun(runId);
    await world.changeRunControl({ ...resume, askedAt: new Date('2026-11-21T10:06:00Z') }, cause);

    expect(decision).toMatchObject({ value: { kind: 'hold', because: 'guardrail' } });
    expect(shown).toMatchObject({ control: 'hold', guardrail: { guardrail: 'refusals', hits: 18, sample: 20 } });
    expect(await world.planRun(execution)).toMatchObject({ value: { kind: 'send', wave: { wave: 2 } } });
  });

  it('does not happen again when a person has seen the refusals, though they were reconsidered since', async () => {
    const world = await planned(await prepared(createWorld()));
    await world.heard.waveFinished(runId, waveResult(1, { recipients: 40, accepted: 2, refused: 38 }));
    await world.changeRunControl({ ...resume, askedAt: new Date('2026-11-21T09:00:00Z') }, cause);
    await world.planRun(execution);
    const reconsidered = { left: 0, refused: 38, suppressed: 0 };
    await world.heard.waveFinished(runId, waveResult(2, { recipients: 38, accepted: 4, refused: 34, reconsidered }));

    const decision = await world.planRun(execution);
    await world.changeRunControl({ ...resume, askedAt: new Date('2026-11-21T10:07:00Z') }, cause);

    expect(decision).toMatchObject({ value: { kind: 'hold', because: 'guardrail' } });
    expect(await world.planRun(execution)).not.toMatchObject({ value: { kind: 'hold' } });
  });

  it('happens when SES takes no more mail, and says what SES said', async () => {
    const world = await planned(await prepared(createWorld()));

    await world.heard.sendingSuspended(runId, 'SES takes no mail (sending_paused): paused', { at, cause });

    expect(await world.showRun(runId)).toMatchObject({
      control: 'hold',
      reason: 'SES takes no mail (sending_paused): paused',
    });
  });
});
