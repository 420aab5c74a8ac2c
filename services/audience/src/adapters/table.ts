import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { batchGet, type HowToRead, type Item, type Key } from '@bulkhead/lambda-kit/dynamo';

/** Requests for a hundred items each. */
const REQUESTS_AT_ONCE = 8;

/** The one table of the service, with the DynamoDB calls that may answer only a part of what they were asked. */
export class Table {
  readonly db: DynamoDBDocumentClient;
  readonly name: string;

  constructor(db: DynamoDBDocumentClient, name: string) {
    this.db = db;
    this.name = name;
  }

  /** Reads items, consistently if nothing else is said, in no particular order; what does not exist is not in the answer. */
  get(keys: readonly Key[], how: HowToRead = {}): Promise<readonly Item[]> {
    const read = { table: this.name, keys, how, requestsAtOnce: REQUESTS_AT_ONCE, code: 'table_busy' };
    return batchGet(this.db, read);
  }

  async remove(key: Key): Promise<void> {
    await this.db.send(new DeleteCommand({ TableName: this.name, Key: { ...key } }));
  }

  /** All pages of a query, as they come. */
  async *query(query: Omit<QueryCommandInput, 'TableName'>): AsyncGenerator<{ items: readonly Item[]; count: number }> {
    let from: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = await this.db.send(new QueryCommand({ ...query, TableName: this.name, ExclusiveStartKey: from }));
      yield { items: page.Items ?? [], count: page.Count ?? 0 };
      from = page.LastEvaluatedKey;
    } while (from !== undefined);
  }
}

/**
 * Opens a table whose items hold names that people choose: the SDK takes an object with a `constructor` of its own for an
 * instance of a class, which it refuses unless told otherwise.
 */
export const openTable = (client: DynamoDBClient, name: string): Table => {
  const marshallOptions = { removeUndefinedValues: true, convertClassInstanceToMap: true };
  return new Table(DynamoDBDocumentClient.from(client, { marshallOptions }), name);
};
