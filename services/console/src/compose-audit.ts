import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createLog, createMeters, type QueueEdge } from '@bulkhead/lambda-kit';
import { SqsApi, SqsDeadLetters } from '@bulkhead/lambda-kit/aws';

import { DynamoDeedLog } from './adapters/dynamo-deed-log.ts';
import { httpEdge } from './composition.ts';
import { loadDeedKeeperConfig, loadTableConfig } from './config.ts';

const deedLog = (table: string) =>
  new DynamoDeedLog(
    DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } }),
    table,
  );

/** The consumer of the audit queue. */
export const composeDeedKeeper = () => {
  const { TABLE_NAME, AUDIT_DLQ_URL } = loadDeedKeeperConfig();
  const deadLetters = new SqsDeadLetters(new SqsApi(), AUDIT_DLQ_URL);
  const edge: QueueEdge = { log: createLog(), meters: createMeters(), deadLetters };
  return { edge, deeds: deedLog(TABLE_NAME) };
};

/** For the function that shows who did what. */
export const composeDeedReader = () => ({ edge: httpEdge(), deeds: deedLog(loadTableConfig().TABLE_NAME) });
