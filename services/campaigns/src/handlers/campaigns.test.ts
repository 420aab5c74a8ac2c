import type { Role } from '@bulkhead/lambda-kit';
import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import * as z from 'zod/mini';

import { makeCreateCampaign, makeDeleteCampaign, makeUpdateCampaign } from '../application/campaigns.ts';
import { makePreviewCampaign } from '../application/preview-campaign.ts';
import { makeSendTest } from '../application/send-test.ts';
import type { Campaign } from '../domain/campaign.ts';
import { InMemoryCampaigns, InMemoryMedia, InMemorySenders, InMemoryTemplates } from '../testing/in-memory.ts';
import { deriveText, liquidRenderer as liquid } from '../testing/real.ts';
import { RecordingCommands, RecordingExchange } from '../testing/recording.ts';
import { draft, korean, template } from '../testing/world.ts';
import { createCampaign } from './create-campaign.ts';
import { deleteCampaign } from './delete-campaign.ts';
import { getCampaign } from './get-campaign.ts';
import { listCampaigns } from './list-campaigns.ts';
import { previewCampaign } from './preview-campaign.ts';
import { sendTest } from './send-test.ts';
import { updateCampaign } from './update-campaign.ts';

const route = 'PUT /api/campaigns/campaigns/{campaignId}';
const path = { campaignId: 'cmp_1' };
const body = {
  name: 'November',
  templateId: 'tpl_1',
  listId: 'lst_1',
  from: { name: '벌크헤드', address: 'letters@example.com' },
};

const setUp = (campaign: Campaign = draft, letter = template, senders = [korean]) => {
  const campaigns = new InMemoryCampaigns(campaign);
  const needs = {
    campaigns,
    templates: new InMemoryTemplates(letter),
    exchange: new RecordingExchange(),
    commands: new RecordingCommands(),
    media: new InMemoryMedia(),
    senders: new InMemorySenders(...senders),
  };
  const edge = recordingEdge();
  const create = createCampaign(makeCreateCampaign({ ...needs, newId: () => 'cmp_2' }), edge);
  const update = updateCampaign(makeUpdateCampaign(needs), edge);
  const remove = deleteCampaign(makeDeleteCampaign(needs), edge);
  const preview = previewCampaign(makePreviewCampaign({ ...needs, liquid, deriveText }), edge);
  const test = sendTest(makeSendTest({ ...needs, deriveText: String, newId: () => 'tst_1' }), edge);
  const get = getCampaign(campaigns, edge);
  const list = listCampaigns(campaigns, edge);
  return {
    ...needs,
    edge,
    create: (given: unknown, role: Role = 'administrator') =>
      create(httpEvent({ route, body: given, role }), lambdaContext),
    update: (headers: Record<string, string>, given: unknown = body, role: Role = 'administrator') =>
      update(httpEvent({ route, path, headers, body: given, role }), lambdaContext),
    remove: () => remove(httpEvent({ route, path }), lambdaContext),
    preview: (given: unknown) => preview(httpEvent({ route, path, body: given }), lambdaContext),
    test: (given: unknown) => test(httpEvent({ route, path, body: given }), lambdaContext),
    get: (campaignId = 'cmp_1') => get(httpEvent({ route, path: { campaignId } }), lambdaContext),
    list: (query: Record<string, string> = {}) => list(httpEvent({ route, query }), lambdaContext),
  };
};
const parsed = (text: string | undefined): unknown => JSON.parse(text ?? 'null');

describe('writing a campaign', () => {
  it('makes a draft', async () => {
    const answer = await setUp().create({ ...body, replyTo: 'hello@example.com' });

    expect(answer).toMatchObject({ statusCode: 201, headers: { etag: '"1"' } });
    expect(parsed(answer.body)).toEqual({
      ...body,
      campaignId: 'cmp_2',
      version: 1,
      status: 'draft',
      replyTo: 'hello@example.com',
    });
  });

  it.each([
    { what: 'an address that SES refuses', given: { ...body, from: { address: 'letters' } }, field: 'from.address' },
    { what: 'a reply address that SES refuses', given: { ...body, replyTo: 'a@b' }, field: 'replyTo' },
    {
      what: 'a sender over two lines',
      given: { ...body, from: { name: 'a\nb', address: 'a@b.kr' } },
      field: 'from.name',
    },
    {
      what: 'a sender whose name turns the writing around',
      given: { ...body, from: { name: 'Bank \u202Eknab', address: 'a@b.kr' } },
      field: 'from.name',
    },
    { what: 'a template that does not exist', given: { ...body, templateId: 'tpl_9' }, field: 'templateId' },
  ])('refuses $what, and names the field', async ({ given, field }) => {
    const answer = await setUp().create(given);

    expect(answer.statusCode).toBe(422);
    expect(parsed(answer.body)).toMatchObject({ errors: [{ field }] });
  });

  it('refuses a name over two lines', async () => {
    const answer = await setUp().create({ ...body, name: 'a\nb' });

    expect(answer.statusCode).toBe(400);
    expect(parsed(answer.body)).toMatchObject({ errors: [{ field: 'name' }] });
  });

  it('names a sender who is set up', async () => {
    const { from: _, ...rest } = body;

    const answer = await setUp().create({ ...rest, senderId: korean.id });

    expect(parsed(answer.body)).toMatchObject({ senderId: korean.id });
    expect(parsed(answer.body)).not.toHaveProperty('from');
  });

  it.each([
    { what: 'nobody', given: { from: undefined }, field: 'from' },
    { what: 'two senders', given: { senderId: korean.id }, field: 'from' },
    {
      what: 'an address for replies to somebody else',
      given: { from: undefined, senderId: korean.id, replyTo: 'a@b.kr' },
      field: 'from',
    },
    { what: 'a sender who does not exist', given: { from: undefined, senderId: 'nobody' }, field: 'senderId' },
  ])('refuses a campaign that comes from $what', async ({ given, field }) => {
    const answer = await setUp().create({ ...body, ...given });

    expect(answer.statusCode).toBe(422);
    expect(parsed(answer.body)).toMatchObject({ errors: [{ field }] });
  });

  describe('from an address that is written by hand, so that no label and no footer are put on', () => {
    const byHand = { errors: [{ field: 'from.address', rule: expect.stringContaining('administrators') }] };

    it.each(['author', 'sender'] as const)('refuses it to %ss once a sender is set up', async (role) => {
      const { create, update } = setUp();

      const answer = await create(body, role);
      const other = await update({ 'if-match': '"1"' }, { ...body, from: { address: 'other@example.com' } }, role);

      expect([answer.statusCode, other.statusCode]).toEqual([422, 422]);
      expect([parsed(answer.body), parsed(other.body)]).toMatchObject([byHand, byHand]);
    });

    it('lets authors write one while nobody is set up', async () => {
      expect(await setUp(draft, template, []).create(body, 'author')).toMatchObject({ statusCode: 201 });
    });

    it('lets authors change the rest of a campaign in which it is written already', async () => {
      const { update } = setUp({ ...draft, from: { address: 'letters@example.com' } });

      expect(await update({ 'if-match': '"1"' }, body, 'author')).toMatchObject({ statusCode: 200 });
    });

    it('refuses authors to go from a sender who is set up to one who is not', async () => {
      const { update } = setUp({ ...draft, from: { senderId: korean.id } });

      expect(await update({ 'if-match': '"1"' }, body, 'author')).toMatchObject({ statusCode: 422 });
    });
  });

  it('refuses a misspelt word', async () => {
    expect(await setUp().create({ ...body, lisId: 'lst_2' })).toMatchObject({ statusCode: 400 });
  });

  it('shows a mail as its sender sends it', async () => {
    const { preview } = setUp({ ...draft, from: { senderId: korean.id } });

    const answer = await preview({ fields: { name: 'Ann' } });

    expect(parsed(answer.body)).toMatchObject({
      subject: '(광고) Hello Ann',
      html: expect.stringContaining('벌크헤드 주식회사 &lt;서울&gt;<br>02-000-0000'),
      text: expect.stringContaining('02-000-0000'),
    });
  });

  it('shows when its mails may go out, and when its run holds itself', async () => {
    const window = { timeZone: 'Asia/Seoul', days: ['mon', 'fri'], from: '09:00', to: '24:00' };
    const guardrails = { hardBounces: 0.02 };

    const answer = await setUp().create({ ...body, window: { ...window, days: ['fri', 'mon', 'fri'] }, guardrails });
    const without = await setUp().create({ ...body, guardrails: {} });

    expect(parsed(answer.body)).toMatchObject({ window, guardrails });
    expect(parsed(without.body)).not.toHaveProperty('guardrails');
  });

  it.each([
    [{ window: { timeZone: 'UTC', days: ['mon'], from: '9:00', to: '10:00' } }, 400, 'window.from'],
    [{ window: { timeZone: 'UTC', days: ['monday'], from: '09:00', to: '10:00' } }, 400, 'window.days.0'],
    [{ window: { timeZone: 'UTC', days: ['mon'], from: '24:00', to: '24:00' } }, 400, 'window.from'],
    [{ window: { timeZone: 'Asia/Soul', days: ['mon'], from: '09:00', to: '10:00' } }, 422, 'window.timeZone'],
    [{ window: { timeZone: 'UTC', days: ['mon'], from: '10:00', to: '09:00' } }, 422, 'window.to'],
    [{ guardrails: { hardBounces: 0.051 } }, 400, 'guardrails.hardBounces'],
    [{ guardrails: { complaints: 0.0011 } }, 400, 'guardrails.complaints'],
    [{ guardrails: { complaints: 0 } }, 400, 'guardrails.complaints'],
  ])('refuses %j', async (given, statusCode, field) => {
    const answer = await setUp().create({ ...body, ...given });

    expect(answer.statusCode).toBe(statusCode);
    expect(parsed(answer.body)).toMatchObject({ errors: [{ field }] });
  });

  it('shows what its run is to do about doubt', async () => {
    const doubt = { policy: 'leave', settleMinutes: 60 };

    const answers = [await setUp().create({ ...body, doubt }), await setUp().create({ ...body, doubt: {} })];

    expect(parsed(answers[0]?.body)).toMatchObject({ doubt });
    expect(parsed(answers[1]?.body)).not.toHaveProperty('doubt');
  });

  it.each([{ settleMinutes: 4 }, { settleMinutes: 1_441 }, { policy: 'forget' }])(
    'refuses to wish for %j where doubt is concerned',
    async (doubt) => {
      const answer = await setUp().create({ ...body, doubt });

      expect(answer.statusCode).toBe(400);
      expect(parsed(answer.body)).toMatchObject({ errors: [{ field: `doubt.${Object.keys(doubt)[0]}` }] });
    },
  );

  it('is for more than a list, and says so once', async () => {
    const audience = {
      lists: ['lst_2', 'lst_1', 'lst_2'],
      exclude: ['lst_3'],
      segments: ['seg_1'],
      excludeSegments: ['seg_2'],
    };

    const answers = [await setUp().create({ ...body, audience }), await setUp().create({ ...body, audience: {} })];

    expect(parsed(answers[0]?.body)).toMatchObject({ audience: { ...audience, lists: ['lst_2'] } });
    expect(parsed(answers[1]?.body)).not.toHaveProperty('audience');
  });

  it('cannot leave out the list that it is for', async () => {
    const { update } = setUp();

    const answer = await update({ 'if-match': '"1"' }, { ...body, audience: { exclude: ['lst_1'] } });

    expect(answer.statusCode).toBe(422);
    expect(parsed(answer.body)).toMatchObject({
      type: 'urn:bulkhead:problem:left_out_and_mailed',
      errors: [{ field: 'audience.exclude' }],
    });
  });

  it.each([
    { lists: Array.from({ length: 20 }, (_, n) => `lst_${n}`) },
    { exclude: ['two words'] },
    { segments: Array.from({ length: 11 }, (_, n) => `seg_${n}`) },
    { excludeSegments: 'seg_1' },
    { exlude: ['lst_2'] },
  ])('refuses an audience that no snapshot takes', async (audience) => {
    const answer = await setUp().create({ ...body, audience });

    expect(answer.statusCode).toBe(400);
    expect(answer.body).toMatch(new RegExp(`audience.*${Object.keys(audience)[0]}`));
  });

  it('refuses a misspelt word about doubt, which would decide who is mailed again', async () => {
    const answer = await setUp().create({ ...body, doubt: { polcy: 'leave' } });

    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('polcy');
  });

  it('refuses a template whose files are not there any more', async () => {
    const { create } = setUp(draft, { ...template, attachments: [{ mediaId: 'med_7' }] });

    const answer = await create(body);

    expect(answer.statusCode).toBe(422);
    expect(parsed(answer.body)).toMatchObject({ type: 'urn:bulkhead:problem:media_missing' });
  });

  it('refuses a name that is too long', async () => {
    const answer = await setUp().create({ ...body, name: 'a'.repeat(201) });

    expect(answer.statusCode).toBe(400);
    expect(parsed(answer.body)).toMatchObject({ errors: [{ field: 'name' }] });
  });

  it('refuses a stale change', async () => {
    const { update } = setUp({ ...draft, version: 4 });

    expect((await update({ 'if-match': '"3"' })).statusCode).toBe(412);
    expect((await update({})).statusCode).toBe(428);
    expect((await update({ 'if-match': '"4"' })).statusCode).toBe(200);
  });

  it('changes and deletes nothing that is more than a draft', async () => {
    const { update, remove } = setUp({ ...draft, status: 'sending' });

    expect((await update({ 'if-match': '"1"' })).statusCode).toBe(409);
    expect((await remove()).statusCode).toBe(409);
  });

  it('deletes a draft', async () => {
    const { remove, get } = setUp();

    expect((await remove()).statusCode).toBe(204);
    expect((await get()).statusCode).toBe(404);
  });
});

describe('reading campaigns', () => {
  it('names the run of a campaign that has one', async () => {
    const answer = await setUp({ ...draft, status: 'sending' }).get();

    expect(answer.headers).toMatchObject({ etag: '"1"' });
    expect(parsed(answer.body)).toMatchObject({ status: 'sending', runId: 'run_1' });
  });

  it('lists them', async () => {
    expect(parsed((await setUp().list()).body)).toMatchObject({ items: [{ campaignId: 'cmp_1' }] });
  });

  it('lists those of the statuses that are asked for', async () => {
    const { list } = setUp({ ...draft, status: 'held' });

    expect(parsed((await list({ status: 'sending,held,held' })).body)).toMatchObject({ items: [{ status: 'held' }] });
    expect(parsed((await list({ status: 'failed' })).body)).toEqual({ items: [] });
  });

  it.each(['', 'lost', 'held,', 'held, sending', 'HELD'])(
    'refuses a status that no campaign has: %j',
    async (status) => {
      const answer = await setUp().list({ status });

      expect(answer.statusCode).toBe(400);
      expect(parsed(answer.body)).toMatchObject({ errors: [{ field: expect.stringMatching(/^status/) }] });
    },
  );
});

describe('previewing', () => {
  it('shows the mail of a contact', async () => {
    const answer = await setUp().preview({ fields: { name: '김' } });

    expect(parsed(answer.body)).toEqual({ subject: 'Hello 김', html: '<p>Hello</p>', text: 'Hello' });
  });

  it('shows a link for leaving, which is not the one that the caller gives', async () => {
    const letter = { ...template, html: '<a href="{{ unsubscribe_url }}">Leave</a>' };

    const { html } = z.parse(
      z.object({ html: z.string() }),
      parsed((await setUp(draft, letter).preview({ fields: { unsubscribe_url: 'https://evil.example' } })).body),
    );

    expect(html).toBe('<a href="https://example.com/unsubscribe">Leave</a>');
  });

  it('shows what a contact without fields would get', async () => {
    expect(parsed((await setUp().preview({})).body)).toMatchObject({ subject: 'Hello ' });
  });
});

describe('sending a test', () => {
  const recipients = [{ address: 'me@example.com', fields: { name: '김' } }];

  it('keeps the addresses out of the command, and of the log', async () => {
    const { test, commands, edge } = setUp();

    const answer = await test({ recipients });

    expect(answer.statusCode).toBe(202);
    expect(commands.sent).toMatchObject([
      { command: { command: 'request_test', test: 's3://exchange/tests/tst_1.json' } },
    ]);
    expect(JSON.stringify([commands.sent, edge.lines])).not.toContain('me@example.com');
  });

  it.each([
    { what: 'nobody', given: { recipients: [] }, status: 400 },
    { what: 'eleven people', given: { recipients: Array.from({ length: 11 }, () => recipients[0]) }, status: 400 },
    { what: 'something that is no address', given: { recipients: [{ address: 'me', fields: {} }] }, status: 422 },
  ])('refuses to send to $what', async ({ given, status }) => {
    expect((await setUp().test(given)).statusCode).toBe(status);
  });
});
