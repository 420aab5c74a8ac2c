import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { RetryableError } from '@bulkhead/lambda-kit';
import type { Key } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { Outcomes } from '../application/ports.ts';
import { type Bitmap, emptyBitmap, has, including } from '../domain/bitmap.ts';
import { type OutcomeKind, outcomeKinds } from '../domain/outcome.ts';
import type { PartCounts } from '../domain/part.ts';
import { finestOf } from '../domain/series.ts';
import type { BlockOutcomes } from '../domain/tally.ts';
import { type CountedCell, countingTimes } from '../domain/time-cells.ts';
import { packCells, unpackCells } from './cell-counts.ts';
import { attempts, putOver } from './compare-and-set.ts';
import { ALL_OUTCOMES, BEHIND_BLOCKS, outcomeSk, outcomesOf, runPk } from './keys.ts';
import { rangesOf } from './kind-ranges.ts';
import { countingAlso, packCounts, unpackCounts } from './part-counts.ts';
import { ReadsTogether } from './reads-together.ts';

/**
 * `bits` is the bitmap, `rev` grows by one with every write: nobody writes over what they have not read. `by` counts the bits by part of
 * the run, `at` by time; both are written with them, so that who is in the bitmap already is not counted again. What a newer version keeps
 * beside them is written back as it was: both run side by side while it is deployed.
 */
const Item = z.looseObject({
  bits: z.instanceof(Uint8Array),
  by: z.optional(z.instanceof(Uint8Array)),
  at: z.optional(z.instanceof(Uint8Array)),
  rev: z.number(),
});
const ListedItem = z.extend(Item, {
  sk: z.string().check(z.regex(/^OUT#[a-z_]+#\d{5}$/)),
});

interface Next {
  readonly bits: Bitmap;
  readonly counts: PartCounts;
  readonly times: readonly CountedCell[];
  /** What this version does not know. */
  readonly unknown: Readonly<Record<string, unknown>>;
  /** The one that was read. */
  readonly rev: number;
}

/** Bitmaps of outcomes as DynamoDB items of at most 1,024 bytes, written with compare-and-set. */
export class DynamoOutcomes implements Outcomes {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #reads: ReadsTogether;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
    this.#reads = new ReadsTogether(db, table);
  }

  async add(addition: Parameters<Outcomes['add']>[0]): Promise<readonly number[]> {
    const { runId, kind, block, positions } = addition;
    const { partsOf = new Map<number, readonly number[]>(), minutes = new Map<number, number>() } = addition;
    const key = { pk: runPk(runId), sk: outcomeSk(kind, block) };
    const wanted = [...new Set(positions)];

    for await (const _ of attempts()) {
      const { bits, by, at, rev, ...unknown } = await this.#read(key);
      const before = wanted.filter((position) => has(bits, position));
      if (before.length === wanted.length) return before;
      const fresh = wanted.filter((position) => !has(bits, position));
      const counts = countingAlso(unpackCounts(by), fresh, partsOf);
      const times = countingTimes(
        unpackCells(at),
        fresh.flatMap((position) => minutes.get(position) ?? []),
        finestOf(kind),
      );
      if (await this.#replace(key, { bits: including(bits, wanted), counts, times, unknown, rev })) return before;
    }
    throw new RetryableError({
      code: 'outcomes_contended',
      message: 'Others kept writing the same outcomes; the messages come again',
      details: { runId, kind, block },
    });
  }

  of(runId: string): Promise<readonly BlockOutcomes[]> {
    return this.#query(runId, ALL_OUTCOMES, `${ALL_OUTCOMES}${BEHIND_BLOCKS}`);
  }

  async ofBlock(runId: string, block: number): Promise<readonly BlockOutcomes[]> {
    return Promise.all(
      outcomeKinds.map(async (kind) => {
        const { bits } = await this.#read({ pk: runPk(runId), sk: outcomeSk(kind, block) });
        return { kind, block, bitmap: bits };
      }),
    );
  }

  ofKind(runId: string, kind: OutcomeKind, fromBlock: number): Promise<readonly BlockOutcomes[]> {
    return this.#query(runId, outcomeSk(kind, fromBlock), `${outcomesOf(kind)}${BEHIND_BLOCKS}`);
  }

  async ofKinds(runId: string, kinds: readonly OutcomeKind[]): Promise<readonly BlockOutcomes[]> {
    const ranges = rangesOf(kinds).map(([first, last]) =>
      this.#query(runId, outcomeSk(first, 0), `${outcomesOf(last)}${BEHIND_BLOCKS}`),
    );
    return (await Promise.all(ranges)).flat();
  }

  async #read(key: Key): Promise<z.infer<typeof Item>> {
    const item = await this.#reads.read(key);
    return item === undefined ? { bits: new Uint8Array(emptyBitmap), rev: 0 } : z.parse(Item, item);
  }

  #replace(key: Key, { bits, counts, times, unknown, rev }: Next): Promise<boolean> {
    const packed = {
      ...(counts.size > 0 && { by: packCounts(counts) }),
      ...(times.length > 0 && { at: packCells(times) }),
    };
    return putOver(this.#db, this.#table, { ...unknown, ...key, bits, rev, ...packed });
  }

  async #query(runId: string, from: string, to: string): Promise<readonly BlockOutcomes[]> {
    const found: BlockOutcomes[] = [];
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :run AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':run': runPk(runId), ':from': from, ':to': to },
      },
    );
    for await (const { Items = [] } of pages) found.push(...Items.flatMap(toOutcomes));
    return found;
  }
}

/** A kind that this version does not know is not counted: an older version may run beside a newer one while it is deployed. */
const toOutcomes = (item: unknown): readonly BlockOutcomes[] => {
  const { sk, bits, by } = z.parse(ListedItem, item);
  const [, name, block] = sk.split('#');
  const kind = outcomeKinds.find((known) => known === name);
  return kind === undefined
    ? []
    : [{ kind, block: Number(block), bitmap: bits, ...(by && { parts: unpackCounts(by) }) }];
};
