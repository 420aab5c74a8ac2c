import { message, type ReadUploadV1 } from '@bulkhead/contracts';

import type { Cause, Clock } from '../application/ports.ts';
import type { ReadCommands } from '../application/preview/ports.ts';

interface Queue {
  send(commands: readonly object[]): Promise<void>;
}

/** Sends the word that an import may be read. */
export class SqsReadCommands implements ReadCommands {
  readonly #queue: Queue;
  readonly #clock: Clock;

  constructor(queue: Queue, clock: Clock) {
    this.#queue = queue;
    this.#clock = clock;
  }

  async read(importId: string, content: string, cause: Cause): Promise<void> {
    const command: ReadUploadV1 = message({
      id: `${importId}:start:${content}`,
      type: 'read_upload.v1',
      source: 'audience',
      subject: importId,
      time: this.#clock.now(),
      cause,
      data: { importId },
    });
    await this.#queue.send([command]);
  }
}
