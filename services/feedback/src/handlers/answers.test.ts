import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import { InMemoryOutcomes } from '../../tests/in-memory.ts';
import { makeListRecipients } from '../application/list-recipients.ts';
import { makeListRuns } from '../application/list-runs.ts';
import { makeNameRecipients } from '../application/name-recipients.ts';
import type { ReadReport } from '../application/read-report.ts';
import type { FiguresByPart } from '../domain/part-figures.ts';
import { reconcile } from '../domain/reconciliation.ts';
import { tally } from '../domain/tally.ts';
import { getReport } from './get-report.ts';
import { listParts } from './list-parts.ts';
import { listRecipients } from './list-recipients.ts';
import { listRuns } from './list-runs.ts';

const edge = recordingEdge();
const at = new Date('2026-11-21T10:00:00Z');
const bodyOf = ({ body = '' }: { readonly body?: string | undefined }) => JSON.parse(body);

describe('GET /api/feedback/runs/{runId}/domains', () => {
  const route = 'GET /api/feedback/runs/{runId}/domains';
  const figures = { delivered: 1, hardBounced: 2, softBounced: 0, undetermined: 0, complained: 0, rejected: 0 };
  const ask = async (by: 'domain' | 'import', found: FiguresByPart | undefined) =>
    listParts(by, async () => found, edge)(httpEvent({ route, path: { runId: 'run_1' } }), lambdaContext);

  it.each([
    ['domain', 'domain'],
    ['import', 'importId'],
  ] as const)('shows the figures of each %s', async (by, field) => {
    const answer = await ask(by, { parts: [{ name: 'x', ...figures }], others: figures });

    expect(bodyOf(answer)).toEqual({ runId: 'run_1', items: [{ [field]: 'x', ...figures }], others: figures });
  });

  it('knows no run that nobody has heard of', async () => {
    const answer = await ask('domain', undefined);

    expect(bodyOf(answer)).toMatchObject({ status: 404, type: 'urn:bulkhead:problem:run_unknown' });
  });
});

describe('GET /api/feedback/runs/{runId}/report', () => {
  const route = 'GET /api/feedback/runs/{runId}/report';
  const ask = async (readReport: ReadReport, runId = 'run_1') =>
    getReport(readReport, edge)(httpEvent({ route, path: { runId } }), lambdaContext);
  const nothing = tally([]);
  const reconciliation = reconcile(undefined, nothing, { hasSendEvents: true });

  it('shows figures before campaigns has told anything of the run', async () => {
    const answer = await ask(async (runId) => ({
      run: { runId },
      tally: { ...nothing, sent: 7 },
      bounces: [],
      reconciliation,
    }));

    expect(answer.statusCode).toBe(200);
    expect(bodyOf(answer)).toEqual({ runId: 'run_1', ...nothing, sent: 7, bounces: [], reconciliation });
  });

  it('shows what campaigns told of start and end', async () => {
    const run = { runId: 'run_1', campaignId: 'cmp_1' };
    const start = { ...run, campaignName: '가을 소식', at, correlationId: 'chain-1' };
    const counts = { recipients: 9, accepted: 6, refused: 1, suppressed: 1, left: 1, unsent: 0 };

    const answer = await ask(async () => ({
      run: { runId: 'run_1', start, end: { ...run, ...counts, outcome: 'sent', at } },
      tally: nothing,
      bounces: [{ category: 'mailbox_full', recipients: 2 }],
      reconciliation,
    }));

    expect(bodyOf(answer)).toEqual({
      ...run,
      campaignName: '가을 소식',
      startedAt: '2026-11-21T10:00:00.000Z',
      finishedAt: '2026-11-21T10:00:00.000Z',
      outcome: 'sent',
      ...counts,
      ...nothing,
      bounces: [
        {
          category: 'mailbox_full',
          recipients: 2,
          meaning: { en: expect.stringContaining('full'), ko: expect.stringContaining('가득') },
        },
      ],
      reconciliation,
    });
  });

  it('knows no run that nobody has heard of', async () => {
    const answer = await ask(async () => undefined);

    expect(answer.statusCode).toBe(404);
    expect(bodyOf(answer)).toMatchObject({ type: 'urn:bulkhead:problem:run_unknown' });
  });

  it('refuses what cannot be the id of a run', async () => {
    const answer = await ask(async () => undefined, 'run 1');

    expect(bodyOf(answer)).toMatchObject({ status: 400, errors: [{ field: 'runId' }] });
  });
});

describe('GET /api/feedback/runs/{runId}/recipients', () => {
  const route = 'GET /api/feedback/runs/{runId}/recipients';
  const outcomes = new InMemoryOutcomes();
  const person = { contactId: 'con_1', address: 'anna@example.com', importId: 'imp_1' };
  const uses = {
    listRecipients: makeListRecipients(outcomes),
    nameRecipients: makeNameRecipients({
      find: async (runId) =>
        runId === 'run_1' ? { chunks: [], read: async () => [], pick: async () => new Map([[3, person]]) } : undefined,
    }),
  };
  const askAs = (role: 'viewer' | 'author', query: Readonly<Record<string, string>>) =>
    listRecipients(uses, edge)(httpEvent({ route, path: { runId: 'run_1' }, query, role }), lambdaContext);
  const ask = (query: Readonly<Record<string, string>>) => askAs('author', query);

  beforeAll(async () => {
    await outcomes.add({ runId: 'run_1', kind: 'bounced_permanent', block: 0, positions: [3, 6_999] });
    await outcomes.add({ runId: 'run_1', kind: 'bounced_transient', block: 0, positions: [3, 4] });
    await outcomes.add({ runId: 'run_1', kind: 'bounced_transient', block: 1, positions: [0] });
  });

  it('lists those whose mail came back for one reason', async () => {
    const answer = bodyOf(await ask({ outcome: 'bounced', reason: 'no_such_mailbox' }));

    expect(answer).toMatchObject({
      items: [
        { chunk: 0, offset: 3 },
        { chunk: 6, offset: 999 },
      ],
    });
  });

  it('lists everybody once, in the order of the snapshot, page by page', async () => {
    const first = bodyOf(await ask({ outcome: 'bounced', limit: '3' }));
    const second = bodyOf(await ask({ outcome: 'bounced', limit: '3', cursor: first.cursor }));

    expect(first.items).toEqual([
      { chunk: 0, offset: 3, reasons: ['no_such_mailbox', 'temporary'] },
      { chunk: 0, offset: 4, reasons: ['temporary'] },
      { chunk: 6, offset: 999, reasons: ['no_such_mailbox'] },
    ]);
    expect(second).toEqual({ items: [{ chunk: 7, offset: 0, reasons: ['temporary'] }] });
  });

  it('has no cursor where the last page is just full', async () => {
    expect(bodyOf(await ask({ outcome: 'bounced', limit: '4' }))).not.toHaveProperty('cursor');
  });

  it('says who they are, as far as that is known', async () => {
    const { items } = bodyOf(await ask({ outcome: 'bounced', names: 'true' }));

    expect(items).toMatchObject([
      { chunk: 0, offset: 3, contact: { contactId: 'con_1', address: 'anna@example.com' } },
      { chunk: 0, offset: 4 },
      { chunk: 6, offset: 999 },
      { chunk: 7, offset: 0 },
    ]);
    expect(items[1]).not.toHaveProperty('contact');
  });

  it('tells no address to somebody who may not export them either, and names the role that may', async () => {
    const answer = await askAs('viewer', { outcome: 'bounced', names: 'true' });

    expect(bodyOf(answer)).toMatchObject({
      status: 403,
      type: 'urn:bulkhead:problem:role_missing',
      values: { needed: 'author', has: 'viewer' },
    });
    expect(answer.body).not.toContain('example.com');
  });

  it('tells a viewer which contacts they are, and no more', async () => {
    const answer = await askAs('viewer', { outcome: 'bounced', names: 'ids' });

    expect(bodyOf(answer).items[0]).toMatchObject({ chunk: 0, offset: 3, contact: { contactId: 'con_1' } });
    expect(answer.body).not.toContain('example.com');
  });

  it('lists places for a viewer who asks for no names', async () => {
    const { items } = bodyOf(await askAs('viewer', { outcome: 'bounced', names: 'false' }));

    expect(items[0]).not.toHaveProperty('contact');
  });

  it('lists nobody where nothing has happened', async () => {
    expect(bodyOf(await ask({ outcome: 'complained' }))).toEqual({ items: [] });
  });

  it.each([
    [{}, 'outcome'],
    [{ outcome: 'lost' }, 'outcome'],
    [{ outcome: 'bounced', limit: '0' }, 'limit'],
    [{ outcome: 'bounced', limit: '1001' }, 'limit'],
    [{ outcome: 'bounced', limit: 'all' }, 'limit'],
    [{ outcome: 'bounced', cursor: 'mine' }, 'cursor'],
    [{ outcome: 'bounced', names: 'some' }, 'names'],
  ])('refuses %j, naming %s', async (query, field) => {
    expect(bodyOf(await ask(query))).toMatchObject({ status: 400, errors: [{ field }] });
  });
});

describe('GET /api/feedback/runs', () => {
  const route = 'GET /api/feedback/runs';
  const started = ['run_3', 'run_2', 'run_1'].map((runId) => ({
    runId,
    start: { runId, campaignId: 'cmp_1', campaignName: 'Hello', at, correlationId: 'chain-1' },
  }));
  const pages = makeListRuns({
    page: async ({ after, limit }) => {
      const from = after === undefined ? 0 : started.findIndex(({ runId }) => runId === after.runId) + 1;
      return started.slice(from, from + limit);
    },
  });
  const ask = (query: Readonly<Record<string, string>>) =>
    listRuns(pages, edge)(httpEvent({ route, query }), lambdaContext);

  it('lists runs, page by page', async () => {
    const first = bodyOf(await ask({ limit: '2' }));
    const second = bodyOf(await ask({ limit: '2', cursor: first.cursor }));

    expect(first.items).toMatchObject([{ runId: 'run_3', startedAt: '2026-11-21T10:00:00.000Z' }, { runId: 'run_2' }]);
    expect(second.items).toMatchObject([{ runId: 'run_1' }]);
    expect(second).not.toHaveProperty('cursor');
  });

  it('refuses a cursor that is none of ours', async () => {
    const foreign = Buffer.from('{"chunk":1,"offset":2}').toString('base64url');

    expect(bodyOf(await ask({ cursor: foreign }))).toMatchObject({ status: 400, errors: [{ field: 'cursor' }] });
  });
});
