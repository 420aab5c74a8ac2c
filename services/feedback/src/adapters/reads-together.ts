import { setTimeout } from 'node:timers/promises';

import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { batchGet, type Key } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

interface Waiting {
  readonly key: Key;
  readonly resolve: (item: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** What one request may ask for. */
const MOST_KEYS = 100;
const TRIES = 6;

const Keyed = z.array(z.looseObject({ pk: z.string(), sk: z.string() }));

/**
 * Consistent reads of single items: those that are asked for at the same time become one request. A request costs a function more
 * of its time than everything else that it does for a hundred events; the table charges the same.
 */
export class ReadsTogether {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #pause: (ms: number) => Promise<unknown>;
  #waiting: Waiting[] = [];

  constructor(db: DynamoDBDocumentClient, table: string, pause: (ms: number) => Promise<unknown> = setTimeout) {
    this.#db = db;
    this.#table = table;
    this.#pause = pause;
  }

  /** The item; undefined if there is none. */
  read(key: Key): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#readAll());
      this.#waiting.push({ key, resolve, reject });
    });
  }

  #readAll(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    const byName = [...Map.groupBy(waiting, ({ key }) => nameOf(key)).values()];
    for (let n = 0; n < byName.length; n += MOST_KEYS) void this.#answer(byName.slice(n, n + MOST_KEYS));
  }

  /** Whoever asks for the same gets the same. */
  async #answer(asked: readonly (readonly Waiting[])[]): Promise<void> {
    const keys = asked.flatMap((same) => same.slice(0, 1).map(({ key }) => key));
    try {
      const items = await this.#fetch(keys);
      for (const { key, resolve } of asked.flat()) resolve(items.get(nameOf(key)));
    } catch (error) {
      for (const { reject } of asked.flat()) reject(error);
    }
  }

  async #fetch(keys: readonly Key[]): Promise<ReadonlyMap<string, unknown>> {
    const [one, ...others] = keys;
    if (one === undefined || others.length > 0) return this.#fetchMany(keys);
    const { Item } = await this.#db.send(new GetCommand({ TableName: this.#table, Key: one, ConsistentRead: true }));
    return new Map([[nameOf(one), Item]]);
  }

  async #fetchMany(keys: readonly Key[]): Promise<ReadonlyMap<string, unknown>> {
    const read = { table: this.#table, keys, tries: TRIES, code: 'table_busy' };
    const items = z.parse(Keyed, await batchGet(this.#db, read, this.#pause));
    return new Map(items.map((item) => [nameOf(item), item]));
  }
}

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;
