import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { DynamoOutcomes } from './dynamo-outcomes.ts';
import { packCounts } from './part-counts.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' }));

it('leaves what a newer version keeps beside a bitmap as it is', async () => {
  const ofNewer = { byCountry: Uint8Array.of(1, 2), by: packCounts(new Map([[3, 1]])) };
  const stored = { pk: 'RUN#run_1', sk: 'OUT#delivered#00000', bits: Uint8Array.of(1), rev: 4, ...ofNewer };
  dynamo.on(GetCommand).resolves({ Item: stored });
  dynamo.on(PutCommand).resolves({});

  await new DynamoOutcomes(client, 'feedback').add({ runId: 'run_1', kind: 'delivered', block: 0, positions: [1] });

  expect(dynamo.commandCalls(PutCommand)[0]?.args[0].input.Item).toEqual({
    ...stored,
    bits: Uint8Array.of(3),
    rev: 5,
  });
});
