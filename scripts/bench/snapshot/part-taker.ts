import { subscribe } from 'node:diagnostics_channel';

import { S3Bucket } from '../../../packages/lambda-kit/src/aws/index.ts';
import { S3SnapshotPlans } from '../../../services/audience/src/adapters/s3-snapshot-plans.ts';
import { composePartTaker } from '../../../services/audience/src/compose-snapshots.ts';
import { SHARDS } from '../../../services/audience/src/domain/shard.ts';
import { ATTRIBUTES, FIELDS, LIST_ID, RULE } from './people.ts';

/** A process that takes parts of a snapshot, as a function does that lives on: one after another. */
const MICROS = 1_000_000;
const KILOBYTES_OF_MEGABYTE = 1_024;
const [bucketName = '', selection] = process.argv.slice(2);
const { takePart } = composePartTaker();

let requests = 0;
subscribe('http.client.request.start', () => {
  requests += 1;
});

const frame = {
  runId: 'run_bench',
  attempt: 1,
  lists: [LIST_ID],
  exclude: [],
  fields: [...FIELDS],
  chunkSize: 1_000,
  firstChunkSize: 100,
} as const;

/** Where the plan lies: fixed when the snapshot is asked for. */
const planned = async (): Promise<string | undefined> => {
  if (selection !== 'segment') return undefined;
  const segment = { segmentId: 'seg_bench', name: 'Segment', rule: RULE, version: 1 };
  const plans = new S3SnapshotPlans(new S3Bucket(bucketName));
  const at = '2026-11-21T10:00:00.000Z';
  const selected = { segments: [segment], excludeSegments: [], attributes: ATTRIBUTES, at };
  return (await plans.fix({ ...frame, ...selected })).uri;
};
const plan = await planned();

const take = async (shard: number): Promise<object> => {
  const started = { at: performance.now(), cpu: process.cpuUsage(), requests };
  const outcome = await takePart({ ...frame, shard, shards: SHARDS, plan }, { correlationId: 'bench' });
  const { user, system } = process.cpuUsage(started.cpu);
  return {
    seconds: (performance.now() - started.at) / 1_000,
    cpuSeconds: (user + system) / MICROS,
    peakRssMb: Math.round(process.resourceUsage().maxRSS / KILOBYTES_OF_MEGABYTE),
    requests: requests - started.requests,
    ...(outcome.ok &&
      outcome.value !== undefined && { recipients: outcome.value.recipients, chunks: outcome.value.chunks }),
  };
};

process.on('message', ([shard = 0]: readonly number[]) => {
  take(shard).then(
    (measured) => process.send?.(measured),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
