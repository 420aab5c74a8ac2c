import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';

import type { ConfirmedSubmission, Submissions } from '../../application/forms/ports.ts';
import type { Submission } from '../../domain/forms/submission.ts';
import { submissionKey, submissionsPk } from '../keys.ts';
import type { Table } from '../table.ts';

const submission = {
  confirmationId: z.string(),
  formId: z.string(),
  listId: z.string(),
  contactId: z.string(),
  address: z.string(),
  fields: z.record(z.string(), z.string()),
  language: z.enum(['en', 'ko']),
  words: z.string(),
  requestedAt: z.string(),
  expiresAt: z.string(),
};
const SubmissionItem = z.object({ ...submission, confirmedAt: z.optional(z.string()) });
const ConfirmedItem = z.object({ ...submission, confirmedAt: z.string() });

const DAY_SECONDS = 86_400;
/** A message about a confirmation may wait that long in a queue and its DLQ. */
const DAYS_KEPT_AFTER = 15;

/** Whoever never confirms is forgotten: the item goes away by itself. */
export class DynamoSubmissions implements Submissions {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async add(next: Submission): Promise<void> {
    const ttl = Math.floor(Date.parse(next.expiresAt) / 1_000) + DAYS_KEPT_AFTER * DAY_SECONDS;
    const Item = { ...submissionKey(next.confirmationId), ...next, ttl };
    const pointer = { pk: submissionsPk(next.contactId), sk: next.confirmationId, ttl };
    // First where it can be found by whom it names: nothing of theirs must be left when they are erased.
    await this.#table.db.send(new PutCommand({ TableName: this.#table.name, Item: pointer }));
    await this.#table.db.send(new PutCommand({ TableName: this.#table.name, Item }));
  }

  async removeOf(contactId: string): Promise<void> {
    const pk = submissionsPk(contactId);
    const pointers = this.#table.query({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead: true,
    });
    for await (const { items } of pointers) {
      for (const { sk } of items) {
        await this.#table.remove(submissionKey(String(sk)));
        await this.#table.remove({ pk, sk: String(sk) });
      }
    }
  }

  async find(confirmationId: string): Promise<Submission | undefined> {
    const Key = { ...submissionKey(confirmationId) };
    const { Item } = await this.#table.db.send(
      new GetCommand({ TableName: this.#table.name, Key, ConsistentRead: true }),
    );
    return Item && z.parse(SubmissionItem, Item);
  }

  async confirm(confirmationId: string, at: string): Promise<ConfirmedSubmission | undefined> {
    const update = new UpdateCommand({
      TableName: this.#table.name,
      Key: { ...submissionKey(confirmationId) },
      UpdateExpression: 'SET confirmedAt = if_not_exists(confirmedAt, :at)',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':at': at },
      ReturnValues: 'ALL_NEW',
    });
    try {
      const { Attributes } = await this.#table.db.send(update);
      return z.parse(ConfirmedItem, Attributes);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  }
}
