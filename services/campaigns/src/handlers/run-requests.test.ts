import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';
import { makeFindObjection } from '../application/mail-account.ts';
import { makeRequestCompletion, makeRequestRetry } from '../application/request-attempt.ts';
import {
  makeRequestControl,
  makeRequestLaunch,
  makeRequestSchedule,
  makeRequestUnschedule,
} from '../application/request-changes.ts';
import type { Runs } from '../application/run-ports.ts';
import { makeShowRun } from '../application/show-run.ts';
import type { Campaign } from '../domain/campaign.ts';
import { type Control, freshControl } from '../domain/control.ts';
import { freshPlan, type Plan } from '../domain/plan.ts';
import type { Template } from '../domain/template.ts';
import {
  InMemoryCampaigns,
  InMemoryMedia,
  InMemoryRuns,
  InMemorySenders,
  InMemoryTemplates,
  SettableClock,
} from '../testing/in-memory.ts';
import { RecordingCommands } from '../testing/recording.ts';
import { StandingAccount } from '../testing/standing-account.ts';
import { createWorld, draft, prepared, template } from '../testing/world.ts';
import { controlRun } from './control-run.ts';
import { getRun } from './get-run.ts';
import { launchCampaign } from './launch-campaign.ts';
import { scheduleCampaign } from './schedule-campaign.ts';
import { unscheduleCampaign } from './unschedule-campaign.ts';

const route = 'POST /api/campaigns/campaigns/{campaignId}/launch';
const path = { campaignId: 'cmp_1' };
const tomorrow = '2026-11-22T09:00:00Z';
const scheduled: Campaign = { ...draft, status: 'scheduled', sendAt: new Date(tomorrow) };

const setUp = (
  campaign: Campaign = draft,
  runs: Pick<Runs, 'find'> = new InMemoryRuns().runs,
  letter: Template = template,
  stored: Control = freshControl,
) => {
  const commands = new RecordingCommands();
  const needs = {
    campaigns: new InMemoryCampaigns(campaign),
    templates: new InMemoryTemplates(letter),
    media: new InMemoryMedia(),
    commands,
    findObjection: makeFindObjection({ senders: new InMemorySenders(), account: new StandingAccount() }),
    clock: new SettableClock('2026-11-21T10:00:00Z'),
  };
  const edge = recordingEdge();
  const launch = launchCampaign(makeRequestLaunch(needs), edge);
  const schedule = scheduleCampaign(makeRequestSchedule(needs), edge);
  const unschedule = unscheduleCampaign(makeRequestUnschedule(needs), edge);
  const requests = {
    requestControl: makeRequestControl({ ...needs, controls: { find: async () => stored } }),
    requestRetry: makeRequestRetry(needs),
    requestCompletion: makeRequestCompletion({ ...needs, runs }),
  };
  const control = controlRun(requests, edge);
  return {
    asked: () => commands.sent.map(({ command }) => command),
    causes: () => commands.sent.map(({ cause }) => cause),
    launch: (headers: Record<string, string> = {}) => launch(httpEvent({ route, path, headers }), lambdaContext),
    schedule: (sendAt: string) => schedule(httpEvent({ route, path, body: { sendAt } }), lambdaContext),
    unschedule: () => unschedule(httpEvent({ route, path }), lambdaContext),
    control: (deed: string, runId = 'run_1') => control(httpEvent({ route, path: { runId, deed } }), lambdaContext),
    ask: (deed: string, body: object) =>
      control(httpEvent({ route, path: { runId: 'run_1', deed }, body }), lambdaContext),
    complete: (body?: object) =>
      control(httpEvent({ route, path: { runId: 'run_1', deed: 'complete' }, ...(body && { body }) }), lambdaContext),
    logged: () => edge.lines,
  };
};
const parsed = (text: string | undefined): unknown => JSON.parse(text ?? 'null');

describe('asking for a launch', () => {
  it('names the run and hands the change to the own queue, with its chain', async () => {
    const { launch, asked, causes } = setUp();

    const answer = await launch({ 'x-correlation-id': 'from-the-browser' });

    expect(answer.statusCode).toBe(202);
    expect(parsed(answer.body)).toEqual({ runId: 'run_1' });
    expect(asked()).toEqual([{ command: 'launch', campaignId: 'cmp_1', version: 1 }]);
    expect(causes()).toEqual([{ correlationId: 'from-the-browser' }]);
  });

  it('says at once that a file is not there any more', async () => {
    const letter = { ...template, attachments: [{ mediaId: 'med_7' }] };
    const { launch, schedule, asked } = setUp(draft, new InMemoryRuns().runs, letter);

    const answers = [await launch(), await schedule(tomorrow)];

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422]);
    expect(parsed(answers[0]?.body)).toMatchObject({ type: 'urn:bulkhead:problem:media_missing' });
    expect(asked()).toEqual([]);
  });

  it('says what SES would refuse, and how to mend it, before anybody is mailed', async () => {
    const { launch, schedule, asked } = setUp({ ...draft, from: { address: 'a@stranger.example' } });

    const answers = [await launch(), await schedule('2026-11-22T10:00:00Z')];

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([409, 409]);
    expect(parsed(answers[0]?.body)).toMatchObject({
      type: 'urn:bulkhead:problem:preflight_failed',
      errors: [{ field: 'sender_verified', rule: expect.stringContaining('Verify the domain') }],
      checks: [
        { id: 'sender_verified', level: 'stop', found: 'not_verified' },
        { id: 'sending_enabled', level: 'ok' },
      ],
    });
    expect(asked()).toEqual([]);
  });

  it('answers a second click with the same run, and asks for nothing', async () => {
    const { launch, asked } = setUp({ ...draft, status: 'sending' });

    expect(parsed((await launch()).body)).toEqual({ runId: 'run_1' });
    expect(asked()).toEqual([]);
  });

  it.each([
    {
      what: 'a version nobody has seen',
      campaign: { ...draft, version: 2 },
      headers: { 'if-match': '"1"' },
      status: 412,
    },
    { what: 'a campaign that is over', campaign: { ...draft, status: 'sent' as const }, headers: {}, status: 409 },
    { what: 'a campaign without a template', campaign: { ...draft, templateId: 'tpl_9' }, headers: {}, status: 422 },
  ])('refuses $what', async ({ campaign, headers, status }) => {
    const { launch, asked } = setUp(campaign);

    expect((await launch(headers)).statusCode).toBe(status);
    expect(asked()).toEqual([]);
  });
});

describe('asking for a time', () => {
  it('takes any offset', async () => {
    const { schedule, asked } = setUp();

    expect((await schedule('2026-11-22T18:00:00+09:00')).statusCode).toBe(202);
    expect(asked()).toMatchObject([{ command: 'schedule', sendAt: new Date(tomorrow) }]);
  });

  it.each([
    { sendAt: 'tomorrow', status: 400 },
    { sendAt: '2026-11-21T10:00:30Z', status: 422 },
    { sendAt: '2062-11-22T10:00:00Z', status: 422 },
  ])('refuses $sendAt', async ({ sendAt, status }) => {
    expect((await setUp().schedule(sendAt)).statusCode).toBe(status);
  });

  it('takes it back', async () => {
    const { unschedule, asked } = setUp(scheduled);

    expect((await unschedule()).statusCode).toBe(202);
    expect(asked()).toEqual([{ command: 'unschedule', campaignId: 'cmp_1', version: 1 }]);
    expect((await setUp().unschedule()).statusCode).toBe(409);
  });
});

describe('controlling a run', () => {
  it.each([
    { deed: 'hold', control: 'hold' },
    { deed: 'resume', control: 'send' },
    { deed: 'cancel', control: 'cancel' },
  ])('asks to $deed', async ({ deed, control }) => {
    const { control: ask, asked } = setUp({ ...draft, status: 'sending' });

    expect((await ask(deed)).statusCode).toBe(202);
    expect(asked()).toEqual([
      { command: 'change_control', runId: 'run_1', control, attempt: 1, requestId: 'request-1' },
    ]);
  });

  const sending: Campaign = { ...draft, status: 'sending' };

  it('asks to resume without domains and imports, however the domains are written', async () => {
    const { ask, asked } = setUp(sending);

    const answer = await ask('resume', {
      excludeDomains: [' Typos.Example', 'bücher.example'],
      excludeImports: ['imp_1'],
    });

    expect(answer.statusCode).toBe(202);
    expect(asked()).toMatchObject([
      { control: 'send', exclude: { domains: ['typos.example', 'xn--bcher-kva.example'], imports: ['imp_1'] } },
    ]);
  });

  it.each([
    ['a deed that is none of resume', 'hold', { excludeImports: ['imp_1'] }, 422],
    ['an address', 'resume', { excludeDomains: ['ada@typos.example'] }, 400],
    ['a word that is misspelt', 'resume', { excludeDomain: ['typos.example'] }, 400],
    ['half a domain', 'resume', { excludeDomains: ['example'] }, 400],
    ['a domain too long for others', 'resume', { excludeDomains: [`${'ü.'.repeat(100)}example`] }, 400],
    [
      'more than one asks for at once',
      'resume',
      { excludeImports: Array.from({ length: 21 }, (_, n) => `imp_${n}`) },
      400,
    ],
  ])('refuses to leave out by %s', async (_, deed, body, status) => {
    const { ask, asked } = setUp(sending);

    const answer = await ask(deed, body);

    expect([answer.statusCode, asked()]).toEqual([status, []]);
  });

  it('refuses to leave out more than a run can', async () => {
    const imports = Array.from({ length: 100 }, (_, n) => `imp_${n}`);
    const stored: Control = { ...freshControl, exclude: { domains: [], imports } };
    const { ask } = setUp(sending, undefined, undefined, stored);

    const [known, another] = [
      await ask('resume', { excludeImports: ['imp_7'] }),
      await ask('resume', { excludeImports: ['imp_new'] }),
    ];

    expect([known.statusCode, another.statusCode]).toEqual([202, 422]);
    expect(parsed(another.body)).toMatchObject({ type: 'urn:bulkhead:problem:too_many_excluded' });
  });

  it('asks to retry what has failed, in its next attempt', async () => {
    const { control: ask, asked } = setUp({ ...draft, status: 'failed' });

    expect((await ask('retry')).statusCode).toBe(202);
    expect(asked()).toEqual([{ command: 'retry', runId: 'run_1', attempt: 2 }]);
  });

  it.each([
    { deed: 'hold', runId: 'run_1', status: 409 },
    { deed: 'retry', runId: 'run_1', status: 409 },
    { deed: 'hold', runId: 'run_9', status: 404 },
    { deed: 'explode', runId: 'run_1', status: 400 },
  ])('refuses to $deed $runId while it is a draft', async ({ deed, runId, status }) => {
    expect((await setUp().control(deed, runId)).statusCode).toBe(status);
  });
});

describe('completing a run', () => {
  const ended = async (plan: Partial<Plan>): Promise<Pick<Runs, 'find'>> => {
    const world = await prepared(createWorld());
    const known = await world.runs.find('run_1');
    if (known === undefined) throw new Error('the run has not begun');
    await world.runs.save({
      ...known.run,
      status: 'sent',
      plan: { ...freshPlan({ recipients: 10, chunks: 1 }), next: 1, ...plan },
    });
    return world.runs;
  };
  const refused = { accepted: 9, refused: 1, suppressed: 0, left: 0 };

  it.each(['cancelled', 'failed'] as const)(
    'asks for the next attempt of one that is %s, and notes who did',
    async (status) => {
      const { complete, asked, logged } = setUp({ ...draft, status });

      expect((await complete()).statusCode).toBe(202);
      expect(asked()).toEqual([{ command: 'complete', runId: 'run_1', attempt: 2 }]);
      expect(logged()).toMatchObject([
        { code: 'run_change_asked', fields: { runId: 'run_1', deed: 'complete', caller: 'somebody', granted: true } },
      ]);
    },
  );

  it('asks for those to be reconsidered whom the person names', async () => {
    const { complete, asked } = setUp({ ...draft, status: 'sent' }, await ended({ totals: refused }));

    expect((await complete({ include: ['refused', 'left', 'refused'] })).statusCode).toBe(202);
    expect(asked()).toEqual([{ command: 'complete', runId: 'run_1', attempt: 2, reconsider: ['left', 'refused'] }]);
  });

  it('asks for those to be taken in again who were left out', async () => {
    const totals = { accepted: 9, refused: 0, suppressed: 1, left: 0 };
    const { complete, asked } = setUp({ ...draft, status: 'sent' }, await ended({ totals }));

    expect((await complete({ include: ['excluded'] })).statusCode).toBe(202);
    expect(asked()).toEqual([{ command: 'complete', runId: 'run_1', attempt: 2, reconsider: ['suppressed'] }]);
  });

  it.each([{}, { include: ['left'] }])('says that nobody is left to mail, asked for %j', async (body) => {
    const { complete, asked } = setUp({ ...draft, status: 'sent' }, await ended({ totals: refused }));

    const answer = await complete(body);

    expect([answer.statusCode, parsed(answer.body)]).toMatchObject([409, { type: 'urn:bulkhead:problem:nobody_left' }]);
    expect(asked()).toEqual([]);
  });

  it('refuses one that has not ended, and one whose recipients may be deleted any day', async () => {
    const runs = await ended({ totals: refused });
    const aged: Pick<Runs, 'find'> = {
      find: async (runId) => {
        const known = await runs.find(runId);
        return known && { ...known, run: { ...known.run, startedAt: new Date('2026-06-01T10:00:00Z') } };
      },
    };
    const answers = [
      await setUp({ ...draft, status: 'held' }).complete(),
      await setUp({ ...draft, status: 'sent' }, aged).complete({ include: ['refused'] }),
      await setUp().complete({ include: ['bounced'] }),
    ];

    expect(answers.map(({ body }) => parsed(body))).toMatchObject([
      { type: 'urn:bulkhead:problem:not_ended' },
      { type: 'urn:bulkhead:problem:run_too_old' },
      { status: 400 },
    ]);
  });
});

describe('following a run', () => {
  it('shows its counts, and no run that has not begun', async () => {
    const world = await prepared(createWorld());
    const get = getRun(makeShowRun(world), recordingEdge());
    const ask = (runId: string) => get(httpEvent({ route, path: { runId } }), lambdaContext);

    expect(parsed((await ask('run_1')).body)).toMatchObject({
      status: 'sending',
      recipients: 1_900,
      timeline: [],
      pending: 1_900,
      startedAt: '2026-11-21T10:00:00.000Z',
    });
    expect((await ask('run_9')).statusCode).toBe(404);
  });
});
