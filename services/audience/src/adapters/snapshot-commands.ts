import { type AwaitImportsV1, message, type TakeSnapshotPartV1 } from '@bulkhead/contracts';

import type { Cause, Clock } from '../application/ports.ts';
import type { KeptPlan, LaterLook, SnapshotCommands, SnapshotRequest } from '../application/snapshot/ports.ts';

interface Queue {
  send(commands: readonly object[], how?: { readonly delaySeconds?: number }): Promise<void>;
}

interface Queues {
  readonly parts: Queue;
  /** Where snapshots are asked for. */
  readonly snapshots: Queue;
}

/** Sends the shards of a snapshot to be taken, or to be looked at later. */
export class SqsSnapshotCommands implements SnapshotCommands {
  readonly #queues: Queues;
  readonly #clock: Clock;

  constructor(queues: Queues, clock: Clock) {
    this.#queues = queues;
    this.#clock = clock;
  }

  async takeParts({ plan, uri }: KeptPlan, shards: number, cause: Cause): Promise<void> {
    const { runId, attempt, lists, exclude, fields, chunkSize, firstChunkSize, localTime } = plan;
    const time = this.#clock.now();
    const partOf = (shard: number): TakeSnapshotPartV1 =>
      message({
        id: `${runId}:snapshot:${attempt}:part:${shard}`,
        type: 'take_snapshot_part.v1',
        source: 'audience',
        subject: runId,
        time,
        cause,
        data: {
          runId,
          attempt,
          shard,
          shards,
          lists: [...lists],
          exclude: [...exclude],
          fields: [...fields],
          plan: uri,
          chunkSize,
          firstChunkSize,
          ...(localTime && { localTime }),
        },
      });
    await this.#queues.parts.send(Array.from({ length: shards }, (_, shard) => partOf(shard)));
  }

  async awaitImports(request: SnapshotRequest, { wait, delaySeconds }: LaterLook, cause: Cause): Promise<void> {
    const { runId, attempt, lists, exclude, segments, excludeSegments, ...sizes } = request;
    const [listId, ...others] = lists;
    const time = this.#clock.now();
    const command: AwaitImportsV1 = message({
      id: `${runId}:snapshot:${attempt}:waits:${time.toISOString()}`,
      type: 'await_imports.v1',
      source: 'audience',
      subject: runId,
      time,
      cause,
      data: {
        request: {
          runId,
          attempt,
          audience: {
            kind: 'list',
            listId,
            lists: others,
            exclude: [...exclude],
            segments: [...segments],
            excludeSegments: [...excludeSegments],
          },
          ...sizes,
          fields: [...sizes.fields],
        },
        imports: [...wait.imports],
        since: wait.since,
      },
    });
    await this.#queues.snapshots.send([command], { delaySeconds });
  }
}
