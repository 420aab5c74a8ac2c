import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDatabase } from '@bulkhead/local-cloud/database';

import { freePorts } from '../../../../scripts/lib/free-ports.ts';

const HOST = '127.0.0.1';

/** A DynamoDB of our own, with as many tables as a test wants. */
export const startTables = async () => {
  const port = await freePorts(1);
  const database = await startDatabase({ host: HOST, port, log: () => {}, onDeath: () => {} });
  const client = clientAt(port);

  return {
    db: DynamoDBDocumentClient.from(client),
    /** A client of the same database to which every first answer is lost: it asks again, as the SDK does. */
    answeredLate: () => DynamoDBDocumentClient.from(losingAnswers(clientAt(port))),
    create: async (table: string): Promise<void> => {
      await client.send(
        new CreateTableCommand({
          TableName: table,
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
          KeySchema: [
            { AttributeName: 'pk', KeyType: 'HASH' },
            { AttributeName: 'sk', KeyType: 'RANGE' },
          ],
        }),
      );
    },
    stop: async (): Promise<void> => {
      client.destroy();
      await database.stop();
    },
  };
};

/** A client of a database that nobody listens for. */
export const nowhere = () => DynamoDBDocumentClient.from(clientAt(1));

const losingAnswers = (client: DynamoDBClient): DynamoDBClient => {
  client.middlewareStack.add(
    (next) => async (args) => {
      await next(args);
      return next(args);
    },
    { step: 'build', name: 'losingAnswers' },
  );
  return client;
};

const clientAt = (port: number): DynamoDBClient =>
  new DynamoDBClient({
    region: 'eu-west-1',
    endpoint: `http://${HOST}:${port}`,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
