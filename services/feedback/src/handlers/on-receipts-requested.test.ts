import { readFile } from 'node:fs/promises';

import { lambdaContext, recordingEdge, sqsEvent } from '@bulkhead/testing';

import type { ReceiptsAnswer, ReceiptsRequest } from '../application/answer-receipts.ts';
import { onReceiptsRequested } from './on-receipts-requested.ts';

const fixture = await readFile(
  new URL(import.meta.resolve('@bulkhead/contracts/fixtures/receipts.requested.v1.json')),
  'utf8',
);
const place = { runId: 'run_0d3b7c1e5f6a4b1e9a350a7a3f1f9c11', chunk: 2 };

const setUp = (answer: ReceiptsAnswer) => {
  const edge = recordingEdge();
  const asked: ReceiptsRequest[] = [];
  const sent: unknown[] = [];
  const answerReceipts = async (request: ReceiptsRequest) => {
    asked.push(request);
    return answer;
  };
  const requests = { send: async (...again: readonly unknown[]) => void sent.push(...again) };
  const handler = onReceiptsRequested({ answerReceipts, requests }, edge);
  return { edge, asked, sent, deliver: (body: string) => handler(sqsEvent(body), lambdaContext) };
};

describe('onReceiptsRequested', () => {
  it('asks for what the message says', async () => {
    const { deliver, asked, edge } = setUp({ kind: 'reported' });

    expect(await deliver(fixture)).toEqual({ batchItemFailures: [] });
    expect(asked).toEqual([
      {
        ...place,
        probe: '0102019a5c3f1e20-3f0f4c1e-7a6b-4b9c-8f1e-0a7a3f1f9c11-000000',
        probeAt: new Date('2026-11-21T10:00:00Z'),
        askedAt: new Date('2026-11-21T10:00:00Z'),
        requestId: 'run_0d3b7c1e5f6a4b1e9a350a7a3f1f9c11:2:receipts-requested:1795255200000',
        correlationId: '4f1c2b7e-7d0a-4c8e-9a31-5a3c0d8f2b61',
      },
    ]);
    expect(edge.lines).toMatchObject([{ code: 'receipts_reported', fields: place }]);
  });

  it('sends the same request again, delayed, when it is too early to tell', async () => {
    const { deliver, sent, edge } = setUp({ kind: 'not_yet', why: 'draining', pauseMs: 61_500 });

    expect(await deliver(fixture)).toEqual({ batchItemFailures: [] });
    expect(sent).toEqual([[JSON.parse(fixture)], { delaySeconds: 61.5 }]);
    expect(edge.lines).toMatchObject([{ code: 'receipts_not_yet', fields: { ...place, why: 'draining' } }]);
  });

  it('carries from look to look since when the DLQ has been empty', async () => {
    const clearSince = new Date('2026-11-21T10:01:00Z');
    const { deliver, sent, asked } = setUp({ kind: 'not_yet', why: 'draining', pauseMs: 1_000, clearSince });

    await deliver(fixture);
    await deliver(JSON.stringify(sent[0] instanceof Array ? sent[0][0] : undefined));

    expect(asked.map((request) => request.clearSince)).toEqual([undefined, clearSince]);
  });

  it('forgets that when something lay in the DLQ', async () => {
    const { deliver, sent } = setUp({ kind: 'not_yet', why: 'dead_letters', pauseMs: 1_000 });

    await deliver(JSON.stringify({ ...JSON.parse(fixture), clearsince: '2026-11-21T10:01:00Z' }));

    expect(sent[0]).toEqual([JSON.parse(fixture)]);
  });

  it('finishes nothing that it could not send again', async () => {
    const edge = recordingEdge();
    const answerReceipts = async (): Promise<ReceiptsAnswer> => ({ kind: 'not_yet', why: 'backlog', pauseMs: 1_000 });
    const requests = { send: () => Promise.reject(new Error('lost')) };

    const answer = await onReceiptsRequested({ answerReceipts, requests }, edge)(sqsEvent(fixture), lambdaContext);

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
  });

  it('says that it gave up, and why', async () => {
    const { deliver, sent, edge } = setUp({ kind: 'given_up', why: 'dead_letters' });

    expect(await deliver(fixture)).toEqual({ batchItemFailures: [] });
    expect(edge.lines).toMatchObject([{ level: 'warn', code: 'receipts_given_up', fields: { why: 'dead_letters' } }]);
    expect(edge.meterings.get('ReceiptsGivenUp')).toBe(1);
    expect(sent).toEqual([]);
  });

  it.each([
    ['a probe that is older than it says', fixture, 'probe_older'],
    ['what breaks the contract', '{"type":"receipts.requested.v1"}', 'message_malformed'],
  ])('parks %s', async (_, body, code) => {
    const { deliver, edge } = setUp({ kind: 'probe_older' });

    expect(await deliver(body)).toEqual({ batchItemFailures: [] });
    expect(edge.parked).toEqual([code]);
  });
});
