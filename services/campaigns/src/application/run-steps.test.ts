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
  template,
  type World,
  waveResult,
} from '../testing/world.ts';
import type { WaitingStep } from './run-ports.ts';

const ask = (world: World, step: WaitingStep, token: string) => world.requestRunStep({ runId, step, token }, cause);
const takeSnapshot: WaitingStep = { step: 'snapshot' };
const wave = (number: number): WaitingStep => ({ step: 'wave', wave: number });
const planned = async (world: World) => {
  await world.planRun(execution);
  return world;
};

describe('freezing', () => {
  it('fixes what is sent and says that the run has started', async () => {
    const world = await begun(createWorld());

    expect(world.exchange.objects.get('s3://exchange/run_1/content.json')).toMatchObject({
      subject: 'Hello {{ name }}',
      fields: ['name'],
      from: { address: 'letters@example.com' },
    });
    expect(world.announcements.of('run_started')).toHaveLength(1);
  });

  it('keeps the content of the first time when it is repeated', async () => {
    const world = await begun(createWorld());
    await world.templates.save({ ...template, version: 2, subject: 'Changed' });

    await world.freezeContent(execution);

    expect(world.exchange.objects.get('s3://exchange/run_1/content.json')).toMatchObject({
      subject: 'Hello {{ name }}',
    });
  });

  it('sends what it says it sends when it is repeated while the first is under way, and the template changes between', async () => {
    const world = createWorld();
    await world.launchCampaign({ commandId: 'launch-1', campaignId, version: 1 }, cause);
    const freeze = world.exchange.freeze.bind(world.exchange);
    const isSaved = Promise.withResolvers<void>();
    const isRepeated = Promise.withResolvers<void>();
    let repeated: Promise<unknown> | undefined;
    world.exchange.freeze = async (content) => {
      const uri = await freeze(content);
      if (repeated) {
        isRepeated.resolve();
        await isSaved.promise;
        return uri;
      }
      await world.templates.save({ ...template, version: 2, subject: 'Hi {{ nick }}', fields: ['nick'] });
      repeated = world.freezeContent(execution);
      await isRepeated.promise;
      return uri;
    };

    await world.freezeContent(execution);
    isSaved.resolve();
    await expect(repeated).rejects.toThrow('Somebody else was first');

    const { content } = (await world.runs.find(runId))?.run ?? {};
    expect(content?.fields).toEqual(['name']);
    expect(world.exchange.objects.get(content?.uri ?? '')).toMatchObject({
      fields: ['name'],
      subject: 'Hello {{ name }}',
    });
  });

  it('freezes copies of its files, and shows its pictures by their content ids', async () => {
    const world = await begun(
      createWorld(draft, {
        ...template,
        html: '<img src="cid:med_2">',
        attachments: [{ mediaId: 'med_1', fileName: 'a.pdf' }],
      }),
    );

    expect(world.exchange.objects.get('s3://exchange/run_1/content.json')).toMatchObject({
      html: '<img src="cid:med_2@bulkhead">',
      attachments: [
        { uri: 's3://exchange/run_1/med_1', fileName: 'a.pdf', contentType: 'application/pdf', size: 4_000 },
        { uri: 's3://exchange/run_1/med_2', fileName: 'logo.png', contentId: 'med_2@bulkhead' },
      ],
    });
  });

  it.each([
    ['was deleted', 'media_missing', async (world: World) => world.media.remove({ id: 'med_1', version: 1 })],
    ['was never uploaded', 'media_not_uploaded', async (world: World) => void world.exchange.notUploaded.add('med_1')],
  ])('freezes nothing if a file %s meanwhile', async (_, kind, happen) => {
    const world = createWorld(draft, { ...template, attachments: [{ mediaId: 'med_1' }] });
    await world.launchCampaign({ commandId: 'launch-1', campaignId, version: 1 }, cause);
    await happen(world);

    expect(await world.freezeContent(execution)).toMatchObject({ ok: false, problem: { kind } });
    expect(world.exchange.objects.size).toBe(0);
    expect(world.announcements.of('run_started')).toEqual([]);
  });

  it('repeats the announcement that failed', async () => {
    const world = createWorld();
    await world.launchCampaign({ commandId: 'launch-1', campaignId, version: 1 }, cause);
    world.announcements.failures = 1;

    await expect(world.freezeContent(execution)).rejects.toThrow('the topic is unavailable');
    await world.freezeContent(execution);

    expect(world.announcements.of('run_started')).toHaveLength(1);
  });

  it('writes down why a run cannot begin', async () => {
    const world = createWorld({ ...draft, templateId: 'tpl_gone' });

    await world.launchCampaign({ commandId: 'launch-1', campaignId, version: 1 }, cause);
    const outcome = await world.freezeContent(execution);
    await world.failRun(execution, { code: 'PermanentError', message: 'The template does not exist any more.' });

    expect(outcome).toMatchObject({ problem: { kind: 'template_not_found' } });
    expect(await world.showRun(runId)).toMatchObject({
      status: 'failed',
      reason: 'The template does not exist any more.',
    });
  });
});

describe('a state that waits', () => {
  it('goes on when the answer comes after the token', async () => {
    const world = await begun(createWorld());

    await ask(world, takeSnapshot, 'token-1');
    await world.heard.snapshotTaken(runId, snapshot);

    expect(world.announcements.of('snapshot_requested')).toHaveLength(1);
    expect(world.waiting.succeeded).toEqual(['token-1']);
  });

  it('goes on when the answer comes before the token, and asks nobody', async () => {
    const world = await begun(createWorld());

    await world.heard.snapshotTaken(runId, snapshot);
    await ask(world, takeSnapshot, 'token-1');

    expect(world.announcements.of('snapshot_requested')).toEqual([]);
    expect(world.waiting.succeeded).toEqual(['token-1']);
  });

  it('goes on once, however often question and answer come', async () => {
    const world = await planned(await prepared(createWorld()));

    for (const _ of [1, 2]) {
      await ask(world, wave(1), 'token-1');
      await world.heard.waveFinished(runId, waveResult(1));
    }

    expect(world.waiting.succeeded).toEqual(['token-1']);
  });

  it('goes on with the token that is alive when the state was tried again', async () => {
    const world = await planned(await prepared(createWorld()));
    await ask(world, wave(1), 'token-dead');
    await ask(world, wave(1), 'token-alive');
    await ask(world, wave(1), 'token-dead');

    await world.heard.waveFinished(runId, waveResult(1));

    expect(world.waiting.succeeded).toEqual(['token-dead', 'token-alive']);
  });

  it('lives as long as the others make progress', async () => {
    const world = await planned(await prepared(createWorld()));
    await ask(world, wave(1), 'token-1');

    await world.heard.waveProgressed(runId, 1);
    await world.heard.waveProgressed(runId, 2);

    expect(world.waiting.beats).toEqual(['token-1']);
  });

  it('fails when there will be no answer', async () => {
    const world = await begun(createWorld());
    await ask(world, takeSnapshot, 'token-1');

    await world.heard.snapshotFailed(runId, { message: 'The list does not exist.' });

    expect(world.waiting.failed).toEqual([{ token: 'token-1', error: 'SnapshotFailed' }]);
  });

  it('fails by what its own attempt is told, not by what an earlier one was', async () => {
    const world = await begun(createWorld());
    await ask(world, takeSnapshot, 'token-1');

    await world.heard.snapshotFailed(runId, { attempt: 2, message: 'Nobody.' });
    const before = [...world.waiting.failed];
    await world.heard.snapshotFailed(runId, { attempt: 1, message: 'Nobody.' });

    expect([before, world.waiting.failed]).toEqual([[], [{ token: 'token-1', error: 'SnapshotFailed' }]]);
  });

  it('asks again when telling the others failed', async () => {
    const world = await begun(createWorld());
    world.announcements.failures = 1;

    await expect(ask(world, takeSnapshot, 'token-1')).rejects.toThrow('the topic is unavailable');
    await ask(world, takeSnapshot, 'token-1');

    expect(world.announcements.of('snapshot_requested')).toHaveLength(1);
  });

  it('cannot ask for a wave that was never planned', async () => {
    const world = await prepared(createWorld());

    expect(await ask(world, wave(7), 'token-1')).toEqual({ ok: false, problem: { kind: 'wave_unknown' } });
  });
});

describe('planning', () => {
  it('answers the same wave until it is finished', async () => {
    const world = await prepared(createWorld());
    const first = await world.planRun(execution);

    expect(await world.planRun(execution)).toEqual(first);
    await world.heard.waveFinished(runId, waveResult(1));
    expect(await world.planRun(execution)).toMatchObject({
      value: { kind: 'send', wave: { wave: 2, chunks: [1, 2] } },
    });
  });

  it('releases the wave that was planned', async () => {
    const world = await planned(await prepared(createWorld()));

    await ask(world, wave(1), 'token-1');

    expect(world.announcements.of('wave_released')).toMatchObject([
      { wave: { wave: 1, chunks: [0] }, manifest: snapshot.manifest, content: 's3://exchange/run_1/content.json' },
    ]);
  });

  it('counts a wave once, the first time it is reported', async () => {
    const world = await planned(await prepared(createWorld()));

    await world.heard.waveFinished(runId, waveResult(1));
    await world.heard.waveFinished(runId, waveResult(1, { accepted: 7, refused: 93 }));
    await world.planRun(execution);
    await world.planRun(execution);

    expect(await world.showRun(runId)).toMatchObject({ accepted: 100, refused: 0, pending: 1_800 });
  });

  it('shows a finished wave before anybody has planned the next', async () => {
    const world = await planned(await prepared(createWorld()));

    await world.heard.waveFinished(runId, waveResult(1));

    expect(await world.showRun(runId)).toMatchObject({ accepted: 100, wave: 1, waves: 2 });
  });

  it('shows when each wave went out, and what was known as it ended', async () => {
    const world = await planned(await prepared(createWorld()));
    const health = { sent: 90, delivered: 80, hardBounced: 1, complained: 0, rejected: 0, delayed: 0 };
    await world.heard.healthChanged(runId, health, { at: world.clock.now(), cause });
    world.clock.set('2026-11-21T10:07:00Z');

    await world.heard.waveFinished(runId, waveResult(1, { finishedAt: new Date('2026-11-21T10:06:00Z') }));
    await world.planRun(execution);

    expect(await world.showRun(runId)).toMatchObject({
      timeline: [
        {
          wave: 1,
          releasedAt: new Date('2026-11-21T10:00:00Z'),
          finishedAt: new Date('2026-11-21T10:06:00Z'),
          canary: 'passed',
          health,
        },
        { wave: 2, releasedAt: new Date('2026-11-21T10:07:00Z') },
      ],
    });
  });

  it('waits for its send window, says until when, and goes on', async () => {
    const window = { timeZone: 'Asia/Seoul', days: ['mon'], from: '09:00', to: '20:00' } as const;
    const world = await prepared(createWorld({ ...draft, window }));

    const asked = await world.planRun(execution);
    const waiting = await world.showRun(runId);
    world.clock.set('2026-11-23T00:00:00Z');
    const opened = await world.planRun(execution);

    expect(asked).toMatchObject({ value: { kind: 'wait_for_window', opensAt: new Date('2026-11-23T00:00:00Z') } });
    expect(waiting).toMatchObject({
      status: 'waiting',
      waitsUntil: new Date('2026-11-23T00:00:00Z'),
      reason: expect.stringContaining('Monday, November 23, 2026'),
    });
    expect(opened).toMatchObject({ value: { kind: 'send' } });
    expect(await world.showRun(runId)).not.toHaveProperty('waitsUntil');
  });

  it.each([
    [{}, 'send'],
    [{ hardBounces: 0.01 }, 'hold'],
    [{ complaints: 0.0001 }, 'send'],
  ])('holds itself by limits of its own: %j', async (guardrails, control) => {
    const world = await planned(await prepared(createWorld({ ...draft, guardrails })));
    const health = { sent: 700, delivered: 676, hardBounced: 24, complained: 0, rejected: 0, delayed: 0 };

    await world.heard.healthChanged(runId, health, { at: world.clock.now(), cause });

    expect(await world.controls.find(runId)).toMatchObject({ control });
  });

  it('refuses to plan without recipients', async () => {
    const world = await begun(createWorld());

    expect(await world.planRun(execution)).toEqual({ ok: false, problem: { kind: 'snapshot_missing' } });
  });
});
