import { type DynamoDBDocumentClient, GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { RetryableError } from '@bulkhead/lambda-kit';
import type { Key } from '@bulkhead/lambda-kit/dynamo';
import * as z from 'zod/mini';

import type { LinkClicks } from '../application/ports.ts';
import { type Bitmap, emptyBitmap, has, including } from '../domain/bitmap.ts';
import type { LinkBitmap } from '../domain/link-clicks.ts';
import { visitors } from '../domain/visit.ts';
import { attempts, putOver } from './compare-and-set.ts';
import { BEHIND_BLOCKS, CLICKS, clickSk, HASTY_CLICKS, hastyFrom, runPk } from './keys.ts';

const Item = z.object({ bits: z.instanceof(Uint8Array), rev: z.number() });
const ListedItem = z.extend(Item, { sk: z.string().check(z.regex(/^[A-Z]+#\d{5}#\d{3}#[a-z]+$/)) });

/** Bitmaps of links as DynamoDB items of at most 1,024 bytes, written with compare-and-set. */
export class DynamoLinkClicks implements LinkClicks {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  async add({ runId, positions, ...place }: Parameters<LinkClicks['add']>[0]): Promise<void> {
    const key = { pk: runPk(runId), sk: clickSk(place) };

    for await (const _ of attempts()) {
      const { bits, rev } = await this.#read(key);
      if (positions.every((position) => has(bits, position))) return;
      if (await this.#replace(key, including(bits, positions), rev)) return;
    }
    throw new RetryableError({
      code: 'outcomes_contended',
      message: 'Others kept writing the clicks of the same link; the messages come again',
      details: { runId, ...place },
    });
  }

  async *of(runId: string): AsyncIterable<readonly LinkBitmap[]> {
    let same: LinkBitmap[] = [];
    for await (const bitmap of this.#query(runId, CLICKS, `${CLICKS}${BEHIND_BLOCKS}`)) {
      if (same.some(({ block }) => block !== bitmap.block)) {
        yield same;
        same = [];
      }
      same.push(bitmap);
    }
    if (same.length > 0) yield same;
  }

  async hasty(runId: string, { from, to }: Parameters<LinkClicks['hasty']>[1]): Promise<readonly LinkBitmap[]> {
    const end = to === undefined ? HASTY_CLICKS : hastyFrom(to);
    const found: LinkBitmap[] = [];
    for await (const bitmap of this.#query(runId, hastyFrom(from), `${end}${BEHIND_BLOCKS}`)) found.push(bitmap);
    return found;
  }

  async #read(key: Key): Promise<{ readonly bits: Bitmap; readonly rev: number }> {
    const { Item: item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: key, ConsistentRead: true }),
    );
    return item === undefined ? { bits: emptyBitmap, rev: 0 } : z.parse(Item, item);
  }

  #replace(key: Key, bits: Bitmap, rev: number): Promise<boolean> {
    return putOver(this.#db, this.#table, { ...key, bits, rev });
  }

  async *#query(runId: string, from: string, to: string): AsyncIterable<LinkBitmap> {
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :run AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':run': runPk(runId), ':from': from, ':to': to },
      },
    );
    for await (const { Items = [] } of pages) yield* Items.flatMap(toLinkBitmap);
  }
}

/** A visitor that this version does not know is not counted: an older version may run beside a newer one while it is deployed. */
const toLinkBitmap = (item: unknown): readonly LinkBitmap[] => {
  const { sk, bits } = z.parse(ListedItem, item);
  const [, block, link, name] = sk.split('#');
  const visitor = visitors.find((known) => known === name);
  return visitor === undefined ? [] : [{ visitor, block: Number(block), link: Number(link), bitmap: bits }];
};
