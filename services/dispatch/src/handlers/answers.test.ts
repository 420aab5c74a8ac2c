import { encodeCursor } from '@bulkhead/lambda-kit';
import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

import { makeListLeft, makeShowRun } from '../application/show-run.ts';
import { bitmapOf } from '../domain/bitmap.ts';
import { type Ledger, untouchedChunk } from '../domain/chunk-state.ts';
import { newGovernor } from '../domain/governor-record.ts';
import { getQuota } from './get-quota.ts';
import { getLeft, getRun } from './get-run.ts';

const more = encodeCursor({ sk: 'chunk#00000' }) ?? '';
const now = Date.parse('2026-11-21T10:00:00Z');
const ledger = (changed: Partial<Ledger>): Ledger => ({ ...untouchedChunk(10, 'c'), rev: 1, writeId: 'w', ...changed });
const pages = [
  { chunks: [{ chunk: 0, ledger: ledger({ accepted: bitmapOf(10, [0, 1, 2]), wave: 1 }) }], cursor: more },
  {
    chunks: [
      {
        chunk: 1,
        ledger: ledger({ left: bitmapOf(10, [4]), unknown: bitmapOf(10, [6]), wave: 2, unreadable: 'chunk_missing' }),
      },
    ],
  },
];
const ports = {
  runs: {
    open: async () => true,
    find: async (runId: string) =>
      runId === 'run_1'
        ? { runId, campaignId: 'cmp_1', content: 'c', manifest: 'm', attempt: 1, isOpen: true }
        : undefined,
    close: async () => {},
  },
  controls: { read: async () => ({ control: 'hold' }) as const, change: async () => {} },
  ledgerPages: {
    page: async (_: string, cursor: string | undefined) => pages[cursor === undefined ? 0 : 1] ?? { chunks: [] },
  },
};
const bodyOf = (answer: APIGatewayProxyStructuredResultV2) => ({
  status: answer.statusCode,
  body: JSON.parse(answer.body ?? 'null'),
});

describe('GET /api/dispatch/runs/{runId}', () => {
  const ask = async (runId: string) =>
    bodyOf(
      await getRun(makeShowRun(ports), recordingEdge())(
        httpEvent({ route: 'GET /api/dispatch/runs/{runId}', path: { runId } }),
        lambdaContext,
      ),
    );

  it('adds up the released chunks, page by page', async () => {
    expect(await ask('run_1')).toEqual({
      status: 200,
      body: {
        runId: 'run_1',
        campaignId: 'cmp_1',
        isOpen: true,
        control: 'hold',
        recipients: 20,
        accepted: 3,
        refused: 0,
        suppressed: 0,
        unknown: 1,
        claimed: 0,
        left: 1,
        pending: 15,
        waves: 2,
        unreadable: [{ chunk: 1, reason: 'chunk_missing', recipients: 8 }],
      },
    });
  });

  it('knows no run that released nothing', async () => {
    expect(await ask('run_2')).toMatchObject({ status: 404, body: { type: 'urn:bulkhead:problem:run_unknown' } });
  });
});

describe('GET /api/dispatch/runs/{runId}/left', () => {
  const ask = async (runId: string, query?: Record<string, string>) =>
    bodyOf(
      await getLeft(makeListLeft(ports), recordingEdge())(
        httpEvent({ route: 'GET /api/dispatch/runs/{runId}/left', path: { runId }, ...(query && { query }) }),
        lambdaContext,
      ),
    );

  it('lists who is in doubt, page by page', async () => {
    expect(await ask('run_1')).toEqual({ status: 200, body: { items: [], cursor: more } });
    expect(await ask('run_1', { cursor: more })).toEqual({
      status: 200,
      body: {
        items: [
          { chunk: 1, offset: 4 },
          { chunk: 1, offset: 6 },
        ],
      },
    });
  });

  it('does not begin again for a cursor that is none of ours', async () => {
    const foreign = encodeCursor({ sk: 'run' }) ?? '';

    for (const cursor of ['mine', foreign]) {
      expect(await ask('run_1', { cursor })).toMatchObject({
        status: 400,
        body: { type: 'urn:bulkhead:problem:cursor_unreadable' },
      });
    }
  });

  it('knows no run that released nothing', async () => {
    expect((await ask('run_2')).status).toBe(404);
  });
});

describe('GET /api/dispatch/quota', () => {
  const record = newGovernor({ maxSendRate: 14, max24HourSend: 50_000, sentLast24Hours: 100 }, 0, now);
  const ask = async (read: () => Promise<typeof record | undefined>) =>
    bodyOf(await getQuota({ read }, recordingEdge())(httpEvent({ route: 'GET /api/dispatch/quota' }), lambdaContext));

  it('tells what SES grants and what is given out', async () => {
    expect(await ask(async () => ({ ...record, left24: 40_000, slowedAt: now }))).toEqual({
      status: 200,
      body: {
        maxSendRate: 14,
        max24HourSend: 50_000,
        sentLast24Hours: 100,
        currentSendRate: 14,
        left24Hours: 40_000,
        refreshedAt: '2026-11-21T10:00:00.000Z',
        throttledAt: '2026-11-21T10:00:00.000Z',
      },
    });
  });

  it('says so while it does not know', async () => {
    expect((await ask(async () => undefined)).status).toBe(503);
  });
});
