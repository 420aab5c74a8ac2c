import { httpEvent, inMemoryBucket, lambdaContext, recordingEdge } from '@bulkhead/testing';

import type { FrozenContent } from '../application/content-ports.ts';
import { makeShowContent } from '../application/show-content.ts';
import { newRun } from '../domain/run.ts';
import { InMemoryRuns } from '../testing/in-memory.ts';
import { exchangeIn, frozenContentsIn, liquidRenderer as liquid } from '../testing/real.ts';
import { draft, logo, runId } from '../testing/world.ts';
import { getRunContent } from './get-run-content.ts';

const NOW = new Date('2026-11-22T09:00:00Z');
const frozen: FrozenContent = {
  runId,
  campaignId: draft.id,
  listId: draft.listId,
  from: { name: '벌크헤드', address: 'letters@example.com' },
  replyTo: 'hello@example.com',
  subject: '(광고) Hello {{ name | default: "you" }}',
  html: '<a href="{{ unsubscribe_url }}">Leave</a>',
  text: 'Hello {{ name }}',
  fields: ['name'],
};

const setUp = async () => {
  const bucket = inMemoryBucket('campaigns');
  const exchange = exchangeIn(bucket);
  const { runs } = new InMemoryRuns();
  const show = getRunContent(makeShowContent({ runs, contents: frozenContentsIn(bucket), liquid }), recordingEdge());
  const givenRun = (uri?: string) => {
    const run = newRun(draft, { attempt: 1, now: NOW });
    return runs.save({ ...run, ...(uri !== undefined && { content: { uri, fields: frozen.fields } }) });
  };
  const get = async (query: Record<string, string> = {}) => {
    const route = 'GET /api/campaigns/runs/{runId}/content';
    const { statusCode, body = 'null' } = await show(httpEvent({ route, path: { runId }, query }), lambdaContext);
    const answer: unknown = JSON.parse(body);
    return { statusCode, answer };
  };
  return { bucket, exchange, givenRun, get };
};

describe('what a run has sent', () => {
  it('is shown as it was written when the run began', async () => {
    const { exchange, givenRun, get } = await setUp();
    await givenRun(await exchange.freeze(frozen));

    const { campaignId: _campaign, listId: _list, ...mail } = frozen;
    expect(await get()).toEqual({ statusCode: 200, answer: { ...mail, files: [] } });
  });

  it('is shown as somebody got it of whom nothing is known', async () => {
    const { exchange, givenRun, get } = await setUp();
    await givenRun(await exchange.freeze(frozen));

    expect((await get({ as: 'sent' })).answer).toMatchObject({
      subject: '(광고) Hello you',
      html: '<a href="https://example.com/unsubscribe">Leave</a>',
      text: 'Hello ',
    });
  });

  it('says where the copies of its files can be had', async () => {
    const { bucket, exchange, givenRun, get } = await setUp();
    await bucket.put(`media/${logo.id}`, { body: 'picture', contentType: logo.contentType });
    const file = await exchange.keepFile(runId, { media: logo, fileName: 'logo.png', contentId: 'med_2@bulkhead' });
    await givenRun(await exchange.freeze({ ...frozen, attachments: file === undefined ? [] : [file] }));

    expect((await get()).answer).toMatchObject({
      files: [
        {
          fileName: 'logo.png',
          contentType: 'image/png',
          size: 7,
          contentId: 'med_2@bulkhead',
          url: expect.stringMatching(/^https:\/\/campaigns\.test\/exchange\/run_1\/med_2-[0-9a-f]{16}\?method=GET/),
        },
      ],
    });
  });

  it('is not there before the run has begun, nor once it is forgotten', async () => {
    const [unbegun, unfrozen, forgotten] = [await setUp(), await setUp(), await setUp()];
    await unfrozen.givenRun();
    await forgotten.givenRun('s3://campaigns/exchange/run_1/content-0.json');

    expect(await unbegun.get()).toMatchObject({
      statusCode: 404,
      answer: { type: 'urn:bulkhead:problem:run_not_found' },
    });
    expect(await unfrozen.get()).toMatchObject({
      statusCode: 404,
      answer: { type: 'urn:bulkhead:problem:content_not_frozen' },
    });
    expect(await forgotten.get()).toMatchObject({
      statusCode: 404,
      answer: { type: 'urn:bulkhead:problem:content_gone' },
    });
  });

  it('gives out no address of what lies elsewhere, least of all of everything', async () => {
    const { exchange, givenRun, get } = await setUp();
    const file = { fileName: 'a.pdf', contentType: 'application/pdf', size: 1, sha256: 'a'.repeat(64) };
    const attachments = [{ ...file, uri: 's3://campaigns/exchange/tests/tst_1/med_1' }];
    await givenRun(await exchange.freeze({ ...frozen, attachments }));

    expect(await get()).toMatchObject({ statusCode: 404, answer: { type: 'urn:bulkhead:problem:content_gone' } });
  });

  it.each(['exchange/tests/tst_1.json', 'media/med_1'])('is never read from %s', async (key) => {
    const { bucket, givenRun, get } = await setUp();
    await bucket.put(key, { body: JSON.stringify({ version: 1, ...frozen }), contentType: 'application/json' });
    await givenRun(bucket.uriOf(key));

    expect(await get()).toMatchObject({ statusCode: 404, answer: { type: 'urn:bulkhead:problem:content_gone' } });
  });
});
