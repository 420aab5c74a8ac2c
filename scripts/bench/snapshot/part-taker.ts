import { subscribe } from 'node:diagnostics_channel';

import { composePartTaker } from '../../../services/audience/src/compose-snapshots.ts';
import { SHARDS } from '../../../services/audience/src/domain/shard.ts';
import { FIELDS, LIST_ID } from './people.ts';

/** A process that takes parts of a snapshot, as a function does that lives on: one after another. */
const MICROS = 1_000_000;
const KILOBYTES_OF_MEGABYTE = 1_024;
const { takePart } = composePartTaker();

let requests = 0;
subscribe('http.client.request.start', () => {
  requests += 1;
});

const take = async (shard: number): Promise<object> => {
  const started = { at: performance.now(), cpu: process.cpuUsage(), requests };
  const outcome = await takePart(
    {
      runId: 'run_bench',
      attempt: 1,
      shard,
      shards: SHARDS,
      lists: [LIST_ID],
      exclude: [],
      fields: [...FIELDS],
      chunkSize: 1_000,
      firstChunkSize: 100,
    },
    { correlationId: 'bench' },
  );
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
