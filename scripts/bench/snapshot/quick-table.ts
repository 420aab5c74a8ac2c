import { Agent, request } from 'node:http';

const ITEMS_A_CALL = 25;
const CALLS_AT_ONCE = 6;

type Value = string | number | boolean | { readonly [name: string]: Value };
export type QuickItem = Readonly<Record<string, Value>>;

/** Writes to a local table, unsigned and without a client, several times as fast as with both. */
export class QuickTable {
  readonly #endpoint: string;
  readonly #table: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: CALLS_AT_ONCE });

  constructor(endpoint: string, table: string) {
    this.#endpoint = endpoint;
    this.#table = table;
  }

  create(): Promise<void> {
    return this.#call('CreateTable', {
      TableName: this.#table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    });
  }

  async put(items: readonly QuickItem[]): Promise<void> {
    const batches = Array.from({ length: Math.ceil(items.length / ITEMS_A_CALL) }, (_, n) =>
      items.slice(n * ITEMS_A_CALL, (n + 1) * ITEMS_A_CALL),
    );
    await Promise.all(
      batches.map((batch) =>
        this.#call('BatchWriteItem', {
          RequestItems: { [this.#table]: batch.map((item) => ({ PutRequest: { Item: attributesOf(item) } })) },
        }),
      ),
    );
  }

  close(): void {
    this.#agent.destroy();
  }

  #call(operation: string, input: object): Promise<void> {
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': '20261121T000000Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20261121/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    };
    return new Promise((resolve, reject) => {
      request(this.#endpoint, { method: 'POST', headers, agent: this.#agent }, (response) => {
        response.resume().on('end', () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`The local table answered ${response.statusCode} to ${operation}.`));
        });
      })
        .on('error', reject)
        .end(JSON.stringify(input));
    });
  }
}

const attributesOf = (item: QuickItem): object =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, attributeOf(value)]));

const attributeOf = (value: Value): object => {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  return { M: attributesOf(value) };
};
