import { message, type TakeSnapshotPartV1 } from '@bulkhead/contracts';

import type { Cause, Clock } from '../application/ports.ts';
import type { SnapshotCommands, SnapshotRequest } from '../application/snapshot/ports.ts';

interface Queue {
  send(commands: readonly object[]): Promise<void>;
}

/** Sends the shards of a snapshot to be taken. */
export class SqsSnapshotCommands implements SnapshotCommands {
  readonly #queue: Queue;
  readonly #clock: Clock;

  constructor(queue: Queue, clock: Clock) {
    this.#queue = queue;
    this.#clock = clock;
  }

  async takeParts(request: SnapshotRequest, shards: number, cause: Cause): Promise<void> {
    const { runId, attempt, lists, exclude, fields, chunkSize, firstChunkSize } = request;
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
          chunkSize,
          firstChunkSize,
        },
      });
    await this.#queue.send(Array.from({ length: shards }, (_, shard) => partOf(shard)));
  }
}
