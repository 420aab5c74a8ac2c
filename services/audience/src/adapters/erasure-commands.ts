import { type EraseContactV1, message } from '@bulkhead/contracts';

import type { Cause, ErasureCommands } from '../application/ports.ts';

interface Queue {
  send(commands: readonly object[]): Promise<void>;
}

/** Sends a contact to be erased. */
export class SqsErasureCommands implements ErasureCommands {
  readonly #queue: Queue;

  constructor(queue: Queue) {
    this.#queue = queue;
  }

  async erase(contactId: string, at: string, cause: Cause): Promise<void> {
    const command: EraseContactV1 = message({
      id: `erase:${contactId}:${at}`,
      type: 'erase_contact.v1',
      source: 'audience',
      subject: contactId,
      time: new Date(at),
      cause,
      data: { contactId, at },
    });
    await this.#queue.send([command]);
  }
}
