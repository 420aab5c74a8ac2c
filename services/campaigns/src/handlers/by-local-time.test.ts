import { httpEvent, lambdaContext, recordingEdge, sqsEvent } from '@bulkhead/testing';

import { makeFindObjection } from '../application/mail-account.ts';
import { makeRequestSchedule } from '../application/request-changes.ts';
import type { Campaign } from '../domain/campaign.ts';
import { InMemoryCampaigns, InMemoryMedia, InMemorySenders, InMemoryTemplates } from '../testing/in-memory.ts';
import { toCommand } from '../testing/real.ts';
import { RecordingCommands } from '../testing/recording.ts';
import { StandingAccount } from '../testing/standing-account.ts';
import { campaignId, cause, createWorld, draft, execution, runId, template, waveResult } from '../testing/world.ts';
import { onCommand } from './on-command.ts';
import { onRunFact } from './on-run-fact.ts';
import { planNextWave } from './plan-next-wave.ts';
import { scheduleCampaign } from './schedule-campaign.ts';
import { campaignView, runView } from './views.ts';

const route = 'POST /api/campaigns/campaigns/{campaignId}/schedule';
const localTime = { at: '2026-11-21T19:30', field: 'time zone', otherwise: 'Europe/Berlin' };
const sendAt = '2026-12-01T09:00:00Z';

const asking = (campaign: Campaign = draft) => {
  const commands = new RecordingCommands();
  const schedule = scheduleCampaign(
    makeRequestSchedule({
      campaigns: new InMemoryCampaigns(campaign),
      templates: new InMemoryTemplates(template),
      media: new InMemoryMedia(),
      commands,
      findObjection: makeFindObjection({ senders: new InMemorySenders(), account: new StandingAccount() }),
      clock: createWorld().clock,
    }),
    recordingEdge(),
  );
  const ask = (body: unknown) => schedule(httpEvent({ route, path: { campaignId }, body }), lambdaContext);
  return { ask, asked: () => commands.sent.map(({ command }) => command) };
};

describe('asking for a campaign to be sent by the clocks of its recipients', () => {
  it('asks for a run that starts in time', async () => {
    const { ask, asked } = asking();

    expect((await ask({ localTime })).statusCode).toBe(202);
    expect(asked()).toEqual([
      { command: 'schedule', campaignId, version: 1, localTime, sendAt: new Date('2026-11-21T10:01:00Z') },
    ]);
  });

  it.each([
    [{ localTime: { ...localTime, at: '2026-11-21T19:30:00Z' } }, 400, 'localTime.at'],
    [{ localTime: { ...localTime, at: '2026-11-21T19:30Z' } }, 400, 'localTime.at'],
    [{ localTime: { ...localTime, at: '2026-02-30T09:00' } }, 400, 'localTime.at'],
    [{ localTime: { ...localTime, field: '' } }, 400, 'localTime.field'],
    [{ localTime: { ...localTime, else: 'UTC' } }, 400, 'localTime'],
    [{ localTime, sendAt }, 422, '(root)'],
    [{}, 422, '(root)'],
    [{ localTime: { ...localTime, otherwise: 'Berlin' } }, 422, 'localTime.otherwise'],
    [{ localTime: { ...localTime, at: '2026-11-19T09:00' } }, 422, 'localTime.at'],
    [{ localTime: { ...localTime, at: '2028-11-19T09:00' } }, 422, 'localTime.at'],
  ])('refuses %j', async (body, statusCode, field) => {
    const { ask, asked } = asking();

    const answer = await ask(body);

    expect([answer.statusCode, JSON.parse(answer.body ?? '')]).toMatchObject([statusCode, { errors: [{ field }] }]);
    expect(asked()).toEqual([]);
  });

  it('refuses it for a campaign with a send window, and says what to do', async () => {
    const window = { timeZone: 'UTC', days: ['mon'], from: '09:00', to: '10:00' } as const;

    const answer = await asking({ ...draft, window }).ask({ localTime });

    expect(answer).toMatchObject({ statusCode: 409, body: expect.stringContaining('Remove the window') });
  });
});

/** A campaign whose first recipients come to their time at 10:30, others seven hours later. */
const taken = (departures?: object, recipients = 160) => ({
  specversion: '1.0',
  id: `${runId}:snapshot-taken`,
  source: '/bulkhead/audience',
  type: 'audience.snapshot_taken.v1',
  time: '2026-11-21T10:02:00Z',
  datacontenttype: 'application/json',
  correlationid: 'chain-1',
  data: {
    runId,
    manifest: 's3://audience/exchange/run_1/manifest.json',
    recipients,
    chunks: recipients > 0 ? 2 : 0,
    excluded: { unsubscribed: 0, suppressed: 0 },
    ...(departures && { departures }),
  },
});
const departures = [
  { firstChunk: 0, recipients: 100, notBefore: '2026-11-21T10:30:00Z' },
  { firstChunk: 1, recipients: 60, notBefore: '2026-11-21T17:30:00Z' },
];

const begun = async () => {
  const world = createWorld();
  const edge = recordingEdge();
  const command = { command: 'schedule', campaignId, version: 1, sendAt: new Date('2026-11-21T10:01:00Z') } as const;
  await onCommand(world, edge)(sqsEvent(toCommand({ ...command, localTime }, cause, world.clock.now())), lambdaContext);
  world.clock.set('2026-11-21T10:01:00Z');
  await world.freezeContent(execution);
  await world.requestRunStep({ runId, step: { step: 'snapshot' }, token: 'token-1' }, cause);
  const hear = onRunFact(world.heard, edge);
  const plan = planNextWave(world.planRun, edge);
  return {
    world,
    hear: (fact: object) => hear(sqsEvent(fact), lambdaContext),
    plan: () => plan(execution, lambdaContext),
    shown: async () => {
      const report = await world.showRun(runId);
      return report && runView(report);
    },
  };
};

describe('a run by the clocks of its recipients', () => {
  it('asks for recipients in the order of their clocks', async () => {
    const { world } = await begun();

    expect(world.announcements.of('snapshot_requested')).toMatchObject([{ runId, localTime }]);
    expect(await world.campaigns.find(campaignId).then((one) => one && campaignView(one))).toMatchObject({
      status: 'sending',
      localTime,
    });
  });

  it('waits for each of their moments, and says for which', async () => {
    const { world, hear, plan, shown } = await begun();
    await hear(taken(departures));

    expect(await plan()).toEqual({ decision: 'wait', until: '2026-11-21T10:30:00.000Z', because: 'local_time' });
    expect(await shown()).toMatchObject({
      status: 'waiting',
      waitsUntil: '2026-11-21T10:30:00.000Z',
      waiting: { reason: 'local_time', until: '2026-11-21T10:30:00.000Z' },
      reason: expect.stringContaining('Saturday, November 21, 2026 at 11:30 AM (Europe/Berlin)'),
    });

    world.clock.set('2026-11-21T10:30:00Z');
    expect(await plan()).toEqual({ decision: 'send', wave: 1 });
    expect(await shown()).toMatchObject({ status: 'sending', departures: [{ state: 'due' }, { state: 'waiting' }] });

    await world.heard.waveFinished(runId, waveResult(1));
    expect(await plan()).toMatchObject({ until: '2026-11-21T17:30:00.000Z', because: 'local_time' });
    expect(await shown()).toMatchObject({
      status: 'waiting',
      waves: 2,
      departures: [
        { state: 'gone', recipients: 100, notBefore: '2026-11-21T10:30:00.000Z' },
        { state: 'waiting', recipients: 60 },
      ],
    });

    world.clock.set('2026-11-21T17:30:00Z');
    expect(await plan()).toEqual({ decision: 'send', wave: 2 });
  });

  it('wakes up when it is cancelled', async () => {
    const { world, hear, plan } = await begun();
    await hear(taken(departures));
    await plan();
    await world.requestRunStep({ runId, step: { step: 'window' }, token: 'token-2' }, cause);

    await world.changeRunControl({ runId, control: 'cancel', attempt: 1, askedAt: world.clock.now() }, cause);

    expect(world.waiting.succeeded).toContain('token-2');
    expect(await plan()).toEqual({ decision: 'finish', outcome: 'cancelled' });
  });

  it('mails nobody when audience has not asked for their time zones, and says what to do', async () => {
    const { world, hear, plan } = await begun();
    await hear(taken());

    await expect(plan()).rejects.toMatchObject({ name: 'PermanentError', code: 'departures_missing' });
    await expect(plan()).rejects.toThrow('nobody was mailed');
    expect(world.announcements.of('wave_released')).toEqual([]);

    await world.changeRunControl({ runId, control: 'cancel', attempt: 1, askedAt: world.clock.now() }, cause);
    expect(await plan()).toEqual({ decision: 'finish', outcome: 'cancelled' });
  });

  it('ends at once where nobody is to be mailed, at whatever time', async () => {
    const { hear, plan } = await begun();
    await hear(taken(undefined, 0));

    expect(await plan()).toEqual({ decision: 'finish', outcome: 'sent' });
  });
});
