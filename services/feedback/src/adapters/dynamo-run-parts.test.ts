import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { MOST_DOMAINS } from '../domain/part.ts';
import { DynamoRunParts } from './dynamo-run-parts.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' }));
const refused = new ConditionalCheckFailedException({ message: 'no', $metadata: {} });
const domain = (n: number) => ({ by: 'domain', name: `${n}.example.com` }) as const;

/** A table with one item, which is replaced by whoever has read it last. */
const remembersOneItem = (): void => {
  let stored: Record<string, unknown> | undefined;
  dynamo.on(GetCommand).callsFake(async () => (stored === undefined ? {} : { Item: stored }));
  dynamo.on(PutCommand).callsFake(async ({ Item, ExpressionAttributeValues: read }) => {
    if (stored?.['rev'] !== read?.[':read']) throw refused;
    stored = Item;
    return {};
  });
};

beforeEach(() => {
  dynamo.reset();
  remembersOneItem();
});

describe('DynamoRunParts.number', () => {
  it('numbers what the blocks of a batch bring at the same time, each something else', async () => {
    const parts = new DynamoRunParts(client, 'feedback');
    const blocks = Array.from({ length: MOST_DOMAINS }, (_, n) => [domain(n)]);

    const numbered = await Promise.allSettled(blocks.map((block) => parts.number('run_1', block)));

    expect(numbered.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect((await parts.of('run_1')).domains.toSorted()).toEqual(
      blocks.flatMap((block) => block.map(({ name }) => name)).toSorted(),
    );
  });

  it('goes on after a write that failed', async () => {
    const parts = new DynamoRunParts(client, 'feedback');
    dynamo.on(GetCommand).rejectsOnce(new Error('lost')).resolves({});

    const numbered = await Promise.allSettled([parts.number('run_1', [domain(1)]), parts.number('run_1', [domain(2)])]);

    expect(numbered).toMatchObject([
      { status: 'rejected' },
      { status: 'fulfilled', value: { domains: ['2.example.com'] } },
    ]);
  });
});
