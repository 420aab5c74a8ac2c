import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';

import type { AddressIndex, Found } from '../application/search/ports.ts';
import { SHARDS } from '../domain/shard.ts';
import { ADDRESSES_INDEX, addressesPk, contactIdOfPk } from './keys.ts';
import type { Table } from './table.ts';

const Entry = z.object({ pk: z.string(), address: z.string() });
/** After everything that an address may go on with: addresses are ASCII. */
const LAST = '\u007f';
/** Before everything that an address may go on with: whatever comes after an address begins here. */
const NEXT = '\u0000';

interface Range {
  readonly from: string;
  readonly to: string;
  readonly limit: number;
}

/**
 * The index that holds nothing but addresses. They lie in as many partitions as there are shards, each in its order, because
 * a file is often sorted: its rows would all be written to one partition. A search asks all of them.
 */
export class DynamoAddressIndex implements AddressIndex {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(
    prefix: string,
    { limit, after }: { readonly limit: number; readonly after?: string | undefined },
  ): Promise<readonly Found[]> {
    const from = after === undefined ? prefix : `${after}${NEXT}`;
    const shards = Array.from({ length: SHARDS }, (_, shard) =>
      this.#inShard(shard, { from, to: `${prefix}${LAST}`, limit }),
    );
    const found = (await Promise.all(shards)).flat();
    return found.toSorted((one, other) => (one.address < other.address ? -1 : 1)).slice(0, limit);
  }

  async #inShard(shard: number, { from, to, limit }: Range): Promise<readonly Found[]> {
    const { Items = [] } = await this.#table.db.send(
      new QueryCommand({
        TableName: this.#table.name,
        IndexName: ADDRESSES_INDEX,
        KeyConditionExpression: 'gsi1pk = :pk AND address BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': addressesPk(shard), ':from': from, ':to': to },
        Limit: limit,
      }),
    );
    return Items.map((item) => {
      const { pk, address } = z.parse(Entry, item);
      return { contactId: contactIdOfPk(pk), address };
    });
  }
}
