import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { RetryableError } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { RunLinks } from '../application/ports.ts';
import { type NumberedLinks, numberingLinks } from '../domain/run-links.ts';
import { attempts, putOver } from './compare-and-set.ts';
import { LINKS_SK, runPk } from './keys.ts';

const Item = z.object({ links: z.array(z.string()), rev: z.number() });

/** Runs that a function remembers. */
const KEPT = 50;

/**
 * The numbers of the links of a run, in one item that only grows. A function that knows it need not read it again for links that have a
 * number, nor once there is no room.
 */
export class DynamoRunLinks implements RunLinks {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #known = new Map<string, NumberedLinks>();

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  async number(runId: string, links: readonly string[]): Promise<NumberedLinks> {
    const known = this.#known.get(runId) ?? [];
    if (numberingLinks(known, links) === known) return known;

    for await (const _ of attempts()) {
      const { links: stored, rev } = await this.#read(runId);
      const next = numberingLinks(stored, links);
      if (next === stored || (await this.#replace(runId, next, rev))) return this.#keep(runId, next);
    }
    throw new RetryableError({
      code: 'links_contended',
      message: 'Others kept numbering the links of the same run; the messages come again',
      details: { runId },
    });
  }

  async of(runId: string): Promise<NumberedLinks> {
    return (await this.#read(runId)).links;
  }

  #keep(runId: string, links: NumberedLinks): NumberedLinks {
    if (this.#known.size >= KEPT) this.#known.clear();
    this.#known.set(runId, links);
    return links;
  }

  async #read(runId: string): Promise<z.infer<typeof Item>> {
    const { Item: item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: { pk: runPk(runId), sk: LINKS_SK }, ConsistentRead: true }),
    );
    return item === undefined ? { links: [], rev: 0 } : z.parse(Item, item);
  }

  #replace(runId: string, links: NumberedLinks, rev: number): Promise<boolean> {
    return putOver(this.#db, this.#table, { pk: runPk(runId), sk: LINKS_SK, links, rev });
  }
}
