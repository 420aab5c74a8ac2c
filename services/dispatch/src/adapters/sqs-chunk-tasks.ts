import { message } from '@bulkhead/contracts';
import type { SqsCommands } from '@bulkhead/lambda-kit/aws';

import type { Cause, ChunkTasks, Clock } from '../application/ports.ts';
import type { ChunkTask } from '../domain/run.ts';

/** Work on chunks, as commands on our own queue. */
export class SqsChunkTasks implements ChunkTasks {
  readonly #queue: Pick<SqsCommands, 'send'>;
  readonly #clock: Pick<Clock, 'now'>;

  constructor(queue: Pick<SqsCommands, 'send'>, clock: Pick<Clock, 'now'>) {
    this.#queue = queue;
    this.#clock = clock;
  }

  async send(tasks: readonly ChunkTask[], delayMs: number, cause: Cause): Promise<void> {
    const time = new Date(this.#clock.now());
    const commands = tasks.map(({ runId, chunk, wave, tick, final, manifest, turnAt }) =>
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
          ...(turnAt !== undefined && { turnAt: new Date(turnAt).toISOString() }),
        },
      }),
    );
    await this.#queue.send(commands, { delaySeconds: delayMs / 1_000 });
  }
}
