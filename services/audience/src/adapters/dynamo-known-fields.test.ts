import { setImmediate } from 'node:timers/promises';

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { DynamoKnownFields } from './dynamo-known-fields.ts';
import { openTable } from './table.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const table = openTable(new DynamoDBClient({ region: 'eu-west-1' }), 'audience');

it('notes the columns of a wide sheet one after the other, as one partition takes them, and each once', async () => {
  const fields = Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`field_${n}`, 'x']));
  let [under, most] = [0, 0];
  dynamo.on(UpdateCommand).callsFake(async () => {
    under += 1;
    most = Math.max(most, under);
    await setImmediate();
    under -= 1;
    return {};
  });
  const known = new DynamoKnownFields(table);

  await known.note([fields]);
  await known.note([fields]);

  expect(dynamo.commandCalls(UpdateCommand)).toHaveLength(2_000);
  expect(most).toBeLessThan(10);
});
