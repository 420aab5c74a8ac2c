import { createHash } from 'node:crypto';

import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';

import { inParallel } from '../application/in-parallel.ts';
import type { EngagementJournal, JournalEntry } from '../application/ports.ts';
import { type EngagementMark, partOf } from '../domain/engagement.ts';
import { packMarks, unpackMarks } from './engagement-marks.ts';
import { engagedPk, engagedSk } from './keys.ts';

const Item = z.object({
  sk: z.string().check(z.regex(/^\d{2}#/)),
  marks: z.instanceof(Uint8Array),
  hour: z.optional(z.number()),
});

const AT_ONCE = 25;

/**
 * The journal of opens and clicks: one item for each batch of messages, hour and part of a run, with four bytes a mark, so that 250 of them cost one
 * write unit. It lives until it is folded, and what is too little for that for as long as the bitmaps.
 */
export class DynamoEngagementJournal implements EngagementJournal {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** An item is named after its content: forgetting it forgets nothing else. */
  async note(runId: string, marks: readonly EngagementMark[]): Promise<void> {
    const entries = Map.groupBy(marks, (mark) => `${partOf(mark)} ${mark.hour}`).values();
    await inParallel([...entries], AT_ONCE, async (same) => {
      const [one] = same;
      if (one === undefined) return;
      const { hour } = one;
      const packed = packMarks(same);
      const digest = createHash('sha256').update(`${hour} `).update(packed).digest('base64url').slice(0, 16);
      const Item = { pk: engagedPk(runId), sk: engagedSk(partOf(one), digest), marks: packed, ...ofHour(hour) };
      await this.#db.send(new PutCommand({ TableName: this.#table, Item }));
    });
  }

  of(runId: string): Promise<readonly JournalEntry[]> {
    return this.#query(runId, '');
  }

  ofPart(runId: string, part: number): Promise<readonly JournalEntry[]> {
    return this.#query(runId, engagedSk(part, ''));
  }

  async forget(runId: string, entries: readonly JournalEntry[]): Promise<void> {
    await inParallel(entries, AT_ONCE, ({ name: sk }) =>
      this.#db.send(new DeleteCommand({ TableName: this.#table, Key: { pk: engagedPk(runId), sk } })),
    );
  }

  async #query(runId: string, beginning: string): Promise<readonly JournalEntry[]> {
    const found: JournalEntry[] = [];
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#table,
        ConsistentRead: true,
        KeyConditionExpression: beginning === '' ? 'pk = :run' : 'pk = :run AND begins_with(sk, :part)',
        ExpressionAttributeValues: { ':run': engagedPk(runId), ...(beginning !== '' && { ':part': beginning }) },
      },
    );
    for await (const { Items = [] } of pages) found.push(...Items.flatMap(toEntry));
    return found;
  }
}

/** What a newer version noted and this one cannot read stays for the newer one: both run side by side while it is deployed. */
const toEntry = (item: unknown): readonly JournalEntry[] => {
  const { sk, marks: packed, hour } = z.parse(Item, item);
  const part = Number(sk.split('#')[0]);
  const marks = unpackMarks(packed, part)?.map((mark) => ({ ...mark, ...ofHour(hour) }));
  return marks === undefined ? [] : [{ name: sk, part, marks }];
};

const ofHour = (hour: number | undefined) => (hour === undefined ? {} : { hour });
