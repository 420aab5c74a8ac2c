import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';

import type { TaskTokens, WaitingStep } from '../application/run-ports.ts';
import { tokenKey } from './keys.ts';
import type { Table } from './table.ts';

/** A token dies with its execution, which dies within a year. */
const KEPT_SECONDS = 366 * 86_400;

export class DynamoTaskTokens implements TaskTokens {
  readonly #table: Table;
  readonly #now: () => Date;

  constructor(table: Table, now: () => Date) {
    this.#table = table;
    this.#now = now;
  }

  async keep(runId: string, step: WaitingStep, token: string): Promise<void> {
    const { db, name } = this.#table;
    await db.send(
      new UpdateCommand({
        TableName: name,
        Key: tokenKey(runId, step),
        UpdateExpression: 'ADD tokens :token SET #ttl = :ttl',
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ExpressionAttributeValues: {
          ':token': new Set([token]),
          ':ttl': Math.floor(this.#now().getTime() / 1_000) + KEPT_SECONDS,
        },
      }),
    );
  }

  async of(runId: string, step: WaitingStep): Promise<readonly string[]> {
    const { db, name } = this.#table;
    const { Item } = await db.send(
      new GetCommand({ TableName: name, Key: tokenKey(runId, step), ConsistentRead: true }),
    );
    const tokens: unknown = Item?.['tokens'];
    return tokens instanceof Set ? [...tokens].map(String) : [];
  }

  async forget(runId: string, step: WaitingStep, tokens: readonly string[]): Promise<void> {
    if (tokens.length === 0) return;
    const { db, name } = this.#table;
    await db.send(
      new UpdateCommand({
        TableName: name,
        Key: tokenKey(runId, step),
        UpdateExpression: 'DELETE tokens :tokens',
        ExpressionAttributeValues: { ':tokens': new Set(tokens) },
      }),
    );
  }
}
