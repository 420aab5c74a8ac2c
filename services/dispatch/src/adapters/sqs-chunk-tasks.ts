import { message } from '@bulkhead/contracts';
import type { SqsCommands } from '@bulkhead/lambda-kit/aws';

import type { Cause, ChunkTasks, Clock } from '../application/ports.ts';
import type { ChunkTask } from '../domain/run.ts';
import { toWishes } from './to-wishes.ts';

/** Work on chunks, as commands on our own queue: a group for each run, so that a small one does not wait behind a large one. */
export class SqsChunkTasks implements ChunkTasks {
  readonly #queue: Pick<SqsCommands, 'send'>;
  readonly #clock: Pick<Clock, 'now'>;

  constructor(queue: Pick<SqsCommands, 'send'>, clock: Pick<Clock, 'now'>) {
    this.#queue = queue;
    this.#clock = clock;
  }

  async send(tasks: readonly ChunkTask[], delayMs: number, cause: Cause): Promise<void> {
    const time = new Date(this.#clock.now());
    const commands = tasks.map(({ runId, chunk, wave, tick, final, manifest, turnAt, settlingSince, reconsider }) =>
      message({
        id: `${runId}:wave:${wave}:chunk:${chunk}:tick:${tick}`,
        type: 'send_chunk.v1',
        source: 'dispatch',
        subject: runId,
        time,
        cause,
        data: {
          runId,
          chunk,
          wave,
          tick,
          final,
          manifest,
          ...toWishes(reconsider),
          ...(turnAt !== undefined && { turnAt: new Date(turnAt).toISOString() }),
          ...(settlingSince !== undefined && { settlingSince: new Date(settlingSince).toISOString() }),
        },
      }),
    );
    for (const [group, those] of Map.groupBy(commands, ({ data }) => data.runId)) {
      await this.#queue.send(those, { delaySeconds: delayMs / 1_000, group });
    }
  }
}
