import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startDatabase } from '@bulkhead/local-cloud/database';

import { freePorts } from '../../../../scripts/lib/free-ports.ts';
import { openTable } from '../../src/adapters/table.ts';
import { shape } from './table-shape.ts';

const HOST = '127.0.0.1';
const TABLE = 'bulkhead-test-audience';

/** A DynamoDB of our own with audience's table in it. */
export const startTable = async () => {
  const port = await freePorts(1);
  const database = await startDatabase({ host: HOST, port, log: () => {}, onDeath: () => {} });
  const config = {
    region: 'eu-west-1',
    endpoint: `http://${HOST}:${port}`,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  const client = new DynamoDBClient(config);
  await client.send(new CreateTableCommand({ TableName: TABLE, ...shape }));
  return {
    table: openTable(client, TABLE),
    /** For clients of one's own. */
    config,
    stop: async (): Promise<void> => {
      client.destroy();
      await database.stop();
    },
  };
};
