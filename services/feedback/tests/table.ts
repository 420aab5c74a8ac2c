import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDatabase } from '@bulkhead/local-cloud/database';

import { freePorts } from '../../../scripts/lib/free-ports.ts';

const HOST = '127.0.0.1';
export const TABLE = 'bulkhead-test-feedback';

/** A DynamoDB of our own, with feedback's table in it. */
export const startTable = async () => {
  const port = await freePorts(1);
  const database = await startDatabase({ host: HOST, port, log: () => {}, onDeath: () => {} });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new DynamoDBClient({ region: 'eu-west-1', endpoint: `http://${HOST}:${port}`, credentials });
  await client.send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'gsi1pk', 'gsi1sk'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      KeySchema: keys('pk', 'sk'),
      GlobalSecondaryIndexes: [
        { IndexName: 'gsi1', KeySchema: keys('gsi1pk', 'gsi1sk'), Projection: { ProjectionType: 'ALL' } },
      ],
    }),
  );

  return {
    db: DynamoDBDocumentClient.from(client),
    stop: async (): Promise<void> => {
      client.destroy();
      await database.stop();
    },
  };
};

const keys = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' } as const,
  { AttributeName: range, KeyType: 'RANGE' } as const,
];
