import { type ChangeConsentV1, message, type WriteContactsV1 } from '@bulkhead/contracts';

import type { Cause, ChunkCommands, ChunkToWrite, Clock, ConsentCommands } from '../application/ports.ts';
import type { Consent } from '../domain/consent.ts';

interface Queue {
  send(commands: readonly object[]): Promise<void>;
}

/** Sends the chunks of an import to be written. */
export class SqsChunkCommands implements ChunkCommands {
  readonly #queue: Queue;
  readonly #clock: Clock;

  constructor(queue: Queue, clock: Clock) {
    this.#queue = queue;
    this.#clock = clock;
  }

  async write(chunks: readonly ChunkToWrite[], cause: Cause): Promise<void> {
    const time = this.#clock.now();
    await this.#queue.send(
      chunks.map(
        ({ importId, listId, attempt, chunk, uri, contacts }): WriteContactsV1 =>
          message({
            id: `${importId}:${attempt}:chunk:${chunk}`,
            type: 'write_contacts.v1',
            source: 'audience',
            subject: importId,
            time,
            cause,
            data: { importId, listId, attempt, chunk, rows: uri, count: contacts },
          }),
      ),
    );
  }
}

/** Sends what was said about a consent to be recorded. */
export class SqsConsentCommands implements ConsentCommands {
  readonly #queue: Queue;

  constructor(queue: Queue) {
    this.#queue = queue;
  }

  async change(consent: Consent, cause: Cause): Promise<void> {
    const { contactId, scope, at, isSuppressed } = consent;
    const command: ChangeConsentV1 = message({
      id: `consent:${contactId}:${scope.kind === 'list' ? scope.listId : 'everything'}:${at}:${isSuppressed ? 'suppress' : 'reinstate'}`,
      type: 'change_consent.v1',
      source: 'audience',
      subject: contactId,
      time: new Date(at),
      cause,
      data: {
        contactId,
        scope: { ...scope },
        change: isSuppressed ? 'suppress' : 'reinstate',
        reason: isSuppressed && consent.reason === 'unsubscribed' ? 'unsubscribed' : 'manual',
        at,
      },
    });
    await this.#queue.send([command]);
  }
}
