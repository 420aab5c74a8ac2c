import { message, type TakeSnapshotPartV1 } from '@bulkhead/contracts';
import { lambdaContext, recordingEdge, sqsEvent } from '@bulkhead/testing';

import type { PartRequest, SnapshotRequest } from '../application/snapshot/ports.ts';
import { refuse, succeed } from '../domain/result.ts';
import { onSnapshotRequested } from './on-snapshot-requested.ts';
import { onTakeSnapshotPart } from './on-take-snapshot-part.ts';

const time = new Date('2026-11-21T10:00:00.000Z');
const cause = { correlationId: 'request-1' };
const asked = { fields: ['name'], chunkSize: 1_000, firstChunkSize: 100 };
const excluded = { unsubscribed: 0, suppressed: 0, leftOut: 0 };
const taken = { runId: 'run_1', manifest: 's3://bucket/m', recipients: 3, chunks: 1, excluded };
const noted = () => {
  const requests: (SnapshotRequest | PartRequest)[] = [];
  return {
    requests,
    begin: async (request: SnapshotRequest) => {
      requests.push(request);
      return succeed('begun' as const);
    },
    note: async (request: PartRequest) => {
      requests.push(request);
      return succeed(undefined);
    },
  };
};

describe('onSnapshotRequested', () => {
  const requested = (attempt: object, audience: object) =>
    message({
      id: 's',
      type: 'campaign_run.snapshot_requested.v1',
      source: 'campaigns',
      time,
      cause,
      data: {
        runId: 'run_1',
        campaignId: 'cmp_1',
        ...attempt,
        audience: { kind: 'list', listId: 'lst_1', ...audience },
        ...asked,
      },
    });

  it.each([
    [{}, {}, { attempt: 1, lists: ['lst_1'], exclude: [], segments: [], excludeSegments: [] }],
    [
      { attempt: 3 },
      { lists: ['lst_2', 'lst_1'], exclude: ['lst_3'], segments: ['seg_1'], excludeSegments: ['seg_2'] },
      {
        attempt: 3,
        lists: ['lst_1', 'lst_2'],
        exclude: ['lst_3'],
        segments: ['seg_1'],
        excludeSegments: ['seg_2'],
      },
    ],
  ])('begins the snapshot that is asked for with %j %j', async (attempt, audience, understood) => {
    const edge = recordingEdge();
    const { begin, requests } = noted();

    await onSnapshotRequested(begin, edge)(sqsEvent(requested(attempt, audience)), lambdaContext);

    expect(requests).toEqual([{ runId: 'run_1', ...asked, ...understood }]);
    expect(edge.codes).toEqual(['snapshot_begun']);
  });

  it('passes on by which clocks people are mailed', async () => {
    const { begin, requests } = noted();
    const localTime = { at: '2026-12-01T09:00', field: 'zone', otherwise: 'Asia/Seoul' };

    await onSnapshotRequested(begin, recordingEdge())(sqsEvent(requested({ localTime }, {})), lambdaContext);

    expect(requests).toMatchObject([{ localTime }]);
  });

  it('looks again at what has waited for imports', async () => {
    const edge = recordingEdge();
    const waits: unknown[] = [];
    const people = { exclude: ['lst_3'], segments: ['seg_1'], excludeSegments: [] };
    const { data } = requested({ attempt: 2 }, { lists: ['lst_2'], ...people });
    const { campaignId: _, ...request } = data;
    const wait = { imports: ['imp_1'], since: '2026-11-21T09:59:00.000Z' };
    const again = message({
      id: 'w',
      type: 'await_imports.v1',
      source: 'audience',
      time,
      cause,
      data: { ...wait, request },
    });

    const handler = onSnapshotRequested(async (asked, _cause, waited) => {
      waits.push([asked, waited]);
      return succeed('waiting');
    }, edge);
    await handler(sqsEvent(again), lambdaContext);

    const understood = { runId: 'run_1', ...asked, attempt: 2, ...people, lists: ['lst_1', 'lst_2'] };
    expect(waits).toEqual([[understood, expect.objectContaining(wait)]]);
    expect(edge.codes).toEqual(['snapshot_waits']);
  });

  it('is done with a list that is gone, since that has been told', async () => {
    const edge = recordingEdge();

    const handler = onSnapshotRequested(async () => refuse({ kind: 'list_not_found' }), edge);
    const answer = await handler(sqsEvent(requested({}, {})), lambdaContext);

    expect([answer, edge.parked, edge.codes]).toEqual([{ batchItemFailures: [] }, [], ['snapshot_failed']]);
  });
});

describe('onTakeSnapshotPart', () => {
  const part = {
    runId: 'run_1',
    attempt: 1,
    shard: 3,
    shards: 16,
    lists: ['lst_1'],
    exclude: [],
    ...asked,
    plan: 's3://bucket/plan.json',
  };
  const command: TakeSnapshotPartV1 = message({
    id: 'p',
    type: 'take_snapshot_part.v1',
    source: 'audience',
    time,
    cause,
    data: part,
  });

  it('takes the part that is asked for', async () => {
    const edge = recordingEdge();
    const { note, requests } = noted();

    await onTakeSnapshotPart(note, edge)(sqsEvent(command), lambdaContext);

    expect([requests, edge.codes]).toEqual([[part], ['snapshot_part_taken']]);
  });

  it('says when the whole is done', async () => {
    const edge = recordingEdge();

    await onTakeSnapshotPart(async () => succeed(taken), edge)(sqsEvent(command), lambdaContext);

    expect(edge.codes).toEqual(['snapshot_taken']);
  });

  it('is done with nobody to mail, since that has been told', async () => {
    const edge = recordingEdge();

    const handler = onTakeSnapshotPart(async () => refuse({ kind: 'nobody_to_mail' }), edge);
    const answer = await handler(sqsEvent(command), lambdaContext);

    expect([answer, edge.parked, edge.codes]).toEqual([{ batchItemFailures: [] }, [], ['snapshot_failed']]);
  });
});
