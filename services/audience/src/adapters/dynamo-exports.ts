import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { RetryableError } from '@bulkhead/lambda-kit';
import { conditionHeld, type Item } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { ExportAnswer, ExportName, Exports, Mailing, PersonExport } from '../application/export/ports.ts';
import type { Clock } from '../application/ports.ts';
import { exportAnswerSk, exportKey, exportPartSk } from './keys.ts';
import type { Table } from './table.ts';

const KEPT_SECONDS = 7 * 86_400;

const Head = z.object({ at: z.string(), parts: z.optional(z.int()), ttl: z.number() });
const mailings = z.array(z.object({ runId: z.string(), chunk: z.int(), offset: z.int() }));
const Part = z.object({ part: z.int(), mailings });
const Answer = z.object({ part: z.int(), service: z.enum(['dispatch', 'feedback']), holdings: z.string() });
const Holdings = z.record(z.string(), z.array(z.unknown()));

/**
 * An export is a few items beside the contact's profile: its head, a part for each 500 mailings, and an item for each answer. All but the
 * head are written only while the head is there, so nothing is left of an export whose person was erased meanwhile.
 */
export class DynamoExports implements Exports {
  readonly #table: Table;
  readonly #clock: Clock;

  constructor(table: Table, clock: Clock) {
    this.#table = table;
    this.#clock = clock;
  }

  async begin({ at, ...name }: ExportName & { readonly at: string }): Promise<void> {
    const head = { ...exportKey(name), at, ttl: this.#nowSeconds() + KEPT_SECONDS };
    await this.#table.db.send(new PutCommand({ TableName: this.#table.name, Item: head }));
  }

  async find(name: ExportName): Promise<PersonExport | undefined> {
    const { pk, sk } = exportKey(name);
    const pages = this.#table.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
      ConsistentRead: true,
    });
    const items: Item[] = [];
    for await (const page of pages) items.push(...page.items);

    const head = z.safeParse(
      Head,
      items.find((item) => item['sk'] === sk),
    );
    // DynamoDB removes what is over within days.
    if (!head.success || head.data.ttl <= this.#nowSeconds()) return undefined;
    const { at, parts } = head.data;
    return {
      ...name,
      at,
      parts: parts === undefined ? undefined : partsIn(items, parts),
      answers: answersIn(items, name),
    };
  }

  async fix(name: ExportName, parts: readonly (readonly Mailing[])[]): Promise<void> {
    for (const [n, some] of parts.entries()) {
      await this.#putBesideHead(name, exportPartSk(name, n + 1), { part: n + 1, mailings: some });
    }
    await conditionHeld(
      this.#table.db.send(
        new UpdateCommand({
          TableName: this.#table.name,
          Key: { ...exportKey(name) },
          UpdateExpression: 'SET #parts = :parts',
          ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#parts)',
          ExpressionAttributeNames: { '#parts': 'parts' },
          ExpressionAttributeValues: { ':parts': parts.length },
        }),
      ),
    );
  }

  async keep({ service, part, holdings, ...name }: ExportAnswer): Promise<void> {
    const answer = { part, service, holdings: JSON.stringify(holdings) };
    await this.#putBesideHead(name, exportAnswerSk(name, service, part), answer);
  }

  async #putBesideHead(name: ExportName, sk: string, item: Item): Promise<void> {
    const TableName = this.#table.name;
    const Key = { ...exportKey(name) };
    const Item = { pk: Key.pk, sk, ...item, ttl: this.#nowSeconds() + KEPT_SECONDS };
    const isThere = { TableName, Key, ConditionExpression: 'attribute_exists(pk)' };
    try {
      await this.#table.db.send(
        new TransactWriteCommand({ TransactItems: [{ ConditionCheck: isThere }, { Put: { TableName, Item } }] }),
      );
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const [head] = error.CancellationReasons ?? [];
      if (head?.Code === 'ConditionalCheckFailed') return;
      throw new RetryableError({ code: 'export_contended', message: 'Others wrote the same export', cause: error });
    }
  }

  #nowSeconds(): number {
    return Math.floor(this.#clock.now().getTime() / 1_000);
  }
}

const partsIn = (items: readonly Item[], count: number): PersonExport['parts'] => {
  const found = new Map(items.flatMap((item) => partIn(item)).map(({ part, mailings: some }) => [part, some]));
  return Array.from({ length: count }, (_, n) => found.get(n + 1) ?? []);
};

const partIn = (item: Item) => {
  const part = z.safeParse(Part, item);
  return part.success ? [part.data] : [];
};

const answersIn = (items: readonly Item[], name: ExportName): readonly ExportAnswer[] =>
  items.flatMap((item) => {
    const answer = z.safeParse(Answer, item);
    if (!answer.success) return [];
    return [{ ...name, ...answer.data, holdings: z.parse(Holdings, JSON.parse(answer.data.holdings)) }];
  });
