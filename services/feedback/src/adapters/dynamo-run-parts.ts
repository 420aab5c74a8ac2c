import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { RetryableError } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { RunParts } from '../application/ports.ts';
import { type NumberedParts, noParts, numbering, type Part } from '../domain/part.ts';
import { attempts, putOver } from './compare-and-set.ts';
import { PARTS_SK, runPk } from './keys.ts';

const Item = z.object({ domains: z.array(z.string()), imports: z.array(z.string()), rev: z.number() });

/** Runs that a function remembers. */
const KEPT = 50;

/**
 * The numbers of the domains and imports of a run, in one item that only grows. A function that knows it need not read it again for
 * parts that have a number, nor once there is no room.
 */
export class DynamoRunParts implements RunParts {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #known = new Map<string, NumberedParts>();
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** The blocks of a batch bring parts at the same time: one after the other they do not write against each other. */
  async number(runId: string, parts: readonly Part[]): Promise<NumberedParts> {
    const known = this.#enough(runId, parts);
    if (known !== undefined) return known;

    const before = this.#turns.get(runId) ?? Promise.resolve();
    const turn = before.then(() => this.#number(runId, parts));
    const over = turn.catch(() => undefined);
    this.#turns.set(runId, over);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(runId) === over) this.#turns.delete(runId);
    }
  }

  async of(runId: string): Promise<NumberedParts> {
    const { domains, imports } = await this.#read(runId);
    return { domains, imports };
  }

  async #number(runId: string, parts: readonly Part[]): Promise<NumberedParts> {
    const known = this.#enough(runId, parts);
    if (known !== undefined) return known;

    for await (const _ of attempts()) {
      const { rev, ...stored } = await this.#read(runId);
      const next = numbering(stored, parts);
      if (next === stored || (await this.#replace(runId, next, rev))) return this.#keep(runId, next);
    }
    throw new RetryableError({
      code: 'parts_contended',
      message: 'Others kept numbering the parts of the same run; the messages come again',
      details: { runId },
    });
  }

  /** What is known, if it has a number for all of them that can have one. */
  #enough(runId: string, parts: readonly Part[]): NumberedParts | undefined {
    const known = this.#known.get(runId);
    return known !== undefined && numbering(known, parts) === known ? known : undefined;
  }

  #keep(runId: string, parts: NumberedParts): NumberedParts {
    if (this.#known.size >= KEPT) this.#known.clear();
    this.#known.set(runId, parts);
    return parts;
  }

  async #read(runId: string): Promise<z.infer<typeof Item>> {
    const { Item: item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: { pk: runPk(runId), sk: PARTS_SK }, ConsistentRead: true }),
    );
    return item === undefined
      ? { domains: [...noParts.domains], imports: [...noParts.imports], rev: 0 }
      : z.parse(Item, item);
  }

  #replace(runId: string, parts: NumberedParts, rev: number): Promise<boolean> {
    return putOver(this.#db, this.#table, { pk: runPk(runId), sk: PARTS_SK, ...parts, rev });
  }
}
