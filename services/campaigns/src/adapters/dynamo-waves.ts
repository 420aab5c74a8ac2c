import { QueryCommand } from '@aws-sdk/lib-dynamodb';

import type { Waves } from '../application/run-ports.ts';
import type { KeptWave } from '../domain/timeline.ts';
import { runPartition } from './keys.ts';
import type { Table } from './table.ts';
import { fromKeptWaveItem } from './wave-item.ts';

/** How waves ended: each lies in an item of its own, which was written once. */
export class DynamoWaves implements Waves {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async of(runId: string, most: number): Promise<readonly KeptWave[]> {
    const { db, name } = this.#table;
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :wave)',
        ExpressionAttributeValues: { ':pk': runPartition(runId), ':wave': 'wave#' },
        ScanIndexForward: false,
        Limit: most,
      }),
    );
    return Items.map(fromKeptWaveItem).toReversed();
  }
}
