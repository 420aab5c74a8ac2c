import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { atOnce } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { Fields } from '../domain/arrival.ts';
import type { Attribute } from '../domain/attribute.ts';
import { DynamoAttributes } from './dynamo-attributes.ts';
import { fieldNameKey } from './keys.ts';
import type { Table } from './table.ts';

/** The names lie in one partition, and a sheet may have 16,384 columns: all at once would be more than it takes in a second. */
const NOTES_AT_ONCE = 4;
const Name = z.object({ sk: z.string() });

/** The fields that contacts have had: those whose types are declared, and all others, which hold text. */
export class DynamoKnownFields {
  readonly #table: Table;
  readonly #attributes: DynamoAttributes;
  /** What this process has written down. */
  readonly #noted = new Set<string>();

  constructor(table: Table) {
    this.#table = table;
    this.#attributes = new DynamoAttributes(table);
  }

  async all(): Promise<readonly Attribute[]> {
    const declared = await this.#attributes.all();
    const types = new Map(declared.map(({ name, type }) => [name, type]));
    const query = {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': fieldNameKey('').pk },
      ConsistentRead: true,
    };
    for await (const { items } of this.#table.query(query)) {
      for (const { sk } of items.map((item) => z.parse(Name, item))) if (!types.has(sk)) types.set(sk, 'text');
    }
    return [...types].map(([name, type]) => ({ name, type }));
  }

  /** Writes down the names of fields, each once in the life of a process. Nothing else is lost if it is done again. */
  async note(some: readonly Fields[]): Promise<void> {
    const names = new Set(some.flatMap(Object.keys).filter((name) => !this.#noted.has(name)));
    await atOnce(NOTES_AT_ONCE, [...names], (name) => this.#note(name));
  }

  async #note(name: string): Promise<void> {
    await this.#table.db.send(new UpdateCommand({ TableName: this.#table.name, Key: fieldNameKey(name) }));
    this.#noted.add(name);
  }
}
