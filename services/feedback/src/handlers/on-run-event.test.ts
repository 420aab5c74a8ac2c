import { readFile } from 'node:fs/promises';

import { lambdaContext, recordingEdge, sqsEvent } from '@bulkhead/testing';

import type { RunEnd, RunStart } from '../domain/run.ts';
import { onRunEvent } from './on-run-event.ts';

const fixture = (type: string) =>
  readFile(new URL(import.meta.resolve(`@bulkhead/contracts/fixtures/${type}.json`)), 'utf8');

const setUp = () => {
  const edge = recordingEdge();
  const starts: RunStart[] = [];
  const ends: RunEnd[] = [];
  const handler = onRunEvent(
    { noteStart: async (start) => void starts.push(start), noteEnd: async (end) => void ends.push(end) },
    edge,
  );
  return { edge, starts, ends, deliver: (...bodies: readonly string[]) => handler(sqsEvent(...bodies), lambdaContext) };
};

describe('onRunEvent', () => {
  it('notes the start of a run with its name and its chain', async () => {
    const { deliver, starts } = setUp();

    await deliver(await fixture('campaign_run.started.v1'));

    expect(starts).toEqual([
      {
        runId: 'run_0d3b7c1e5f6a4b1e9a350a7a3f1f9c11',
        campaignId: 'cmp_0d3b7c1e5f6a4b1e9a350a7a3f1f9c11',
        campaignName: '가을 소식',
        at: new Date('2026-11-21T10:00:00Z'),
        correlationId: '4f1c2b7e-7d0a-4c8e-9a31-5a3c0d8f2b61',
      },
    ]);
  });

  it('notes how a run ended', async () => {
    const { deliver, ends } = setUp();

    await deliver(await fixture('campaign_run.finished.v1'));

    expect(ends).toMatchObject([{ outcome: 'sent', recipients: 2_000, left: 1, at: new Date('2026-11-21T10:00:00Z') }]);
  });

  it('parks what breaks the contract, with the reason', async () => {
    const { deliver, edge } = setUp();

    expect(await deliver('{"type":"campaign_run.started.v1"}')).toEqual({ batchItemFailures: [] });
    expect(edge.parkedMessages).toMatchObject([{ code: 'message_malformed', reason: expect.stringContaining('data') }]);
  });
});
