import { type ChangeConsentV1, message, type WriteContactsV1 } from '@bulkhead/contracts';

import type { ChunkCommands, ChunkToWrite } from '../application/import-ports.ts';
import type { Cause, Clock, ConsentCommands } from '../application/ports.ts';
import type { ConsentEntry, Evidence } from '../domain/consent-entry.ts';

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

  async change({ said, evidence }: ConsentEntry, cause: Cause): Promise<void> {
    const { contactId, scope, at, isSuppressed } = said;
    const change = isSuppressed ? 'suppress' : 'reinstate';
    const command: ChangeConsentV1 = message({
      id: `consent:${contactId}:${scope.kind === 'list' ? scope.listId : 'everything'}:${at}:${change}`,
      type: 'change_consent.v1',
      source: 'audience',
      subject: contactId,
      time: new Date(at),
      cause,
      data: {
        contactId,
        scope: { ...scope },
        change,
        reason: isSuppressed && said.reason === 'unsubscribed' ? 'unsubscribed' : 'manual',
        at,
        ...evidenceOf(evidence),
      },
    });
    await this.#queue.send([command]);
  }
}

/** What mailboxes do comes as facts of feedback, and what forms say by commands of their own. */
const evidenceOf = (evidence: Evidence | undefined): Pick<ChangeConsentV1['data'], 'evidence'> => {
  if (evidence === undefined) return {};
  const { by, how, ...rest } = evidence;
  const isOther = by === 'mailbox' || how === 'bounce' || how === 'complaint' || how === 'form';
  return isOther ? {} : { evidence: { by, how, ...rest } };
};
