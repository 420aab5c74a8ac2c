import { createHash } from 'node:crypto';

import { type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';

import type { Clock, SendJournal } from '../application/ports.ts';
import type { SendMark } from '../domain/sent-twice.ts';
import { sendsPk } from './keys.ts';

/** Longer than any mail of a run can still be sent: a second mail after this would go unnoticed. */
const KEPT_SECONDS = 60 * 86_400;

/** Two bytes of position, four of mark. */
const MARK_BYTES = 6;

const Item = z.object({ marks: z.instanceof(Uint8Array) });

/**
 * The journal of sent mails: one item for each batch of messages and block, with six bytes a mail. 150 mails cost one write
 * unit; the ids themselves, or a table of them beside each bitmap, would cost four to ten times as much.
 */
export class DynamoSendJournal implements SendJournal {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(db: DynamoDBDocumentClient, table: string, clock: Clock) {
    this.#db = db;
    this.#table = table;
    this.#clock = clock;
  }

  async note(runId: string, block: number, marks: readonly SendMark[]): Promise<void> {
    const packed = pack(marks);
    await this.#db.send(
      new PutCommand({
        TableName: this.#table,
        Item: {
          pk: sendsPk(runId, block),
          sk: createHash('sha256').update(packed).digest('base64url').slice(0, 16),
          marks: packed,
          ttl: Math.floor(this.#clock.now().getTime() / 1_000) + KEPT_SECONDS,
        },
      }),
    );
  }

  async of(runId: string, block: number): Promise<readonly SendMark[]> {
    const found: SendMark[] = [];
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :block',
        ExpressionAttributeValues: { ':block': sendsPk(runId, block) },
      },
    );
    for await (const { Items = [] } of pages) {
      for (const item of Items) found.push(...unpack(z.parse(Item, item).marks));
    }
    return found;
  }
}

/** In a fixed order, so that the same batch is the same item. */
const pack = (marks: readonly SendMark[]): Buffer => {
  const ordered = marks.toSorted((a, b) => a.position - b.position || a.mark - b.mark);
  const packed = Buffer.alloc(ordered.length * MARK_BYTES);
  for (const [n, { position, mark }] of ordered.entries()) {
    packed.writeUInt16BE(position, n * MARK_BYTES);
    packed.writeUInt32BE(mark, n * MARK_BYTES + 2);
  }
  return packed;
};

const unpack = (packed: Uint8Array): readonly SendMark[] => {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  return Array.from({ length: packed.length / MARK_BYTES }, (_, n) => ({
    position: view.getUint16(n * MARK_BYTES),
    mark: view.getUint32(n * MARK_BYTES + 2),
  }));
};
