import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';

import { answerBatches } from './answer-batches.ts';

/** A process that does what is usually done: a row for each event, named after it, so that what comes again is one row. Sums are left to others. */
const ROWS_A_CALL = 25;
const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const [TableName = ''] = process.argv.slice(2);

const Event = z.object({
  eventType: z.string(),
  mail: z.object({ messageId: z.string(), timestamp: z.string(), tags: z.record(z.string(), z.array(z.string())) }),
});

const rowOf = (body: string) => {
  const { eventType, mail } = z.parse(Event, JSON.parse(body));
  const { run = [], contact = [] } = mail.tags;
  return { pk: `RUN#${run[0]}`, sk: `${eventType}#${mail.messageId}`, contactId: contact[0], at: mail.timestamp };
};

const noteRows = async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
  const rows = [...new Map(Records.map(({ body }) => rowOf(body)).map((row) => [`${row.pk} ${row.sk}`, row])).values()];
  for (let n = 0; n < rows.length; n += ROWS_A_CALL) {
    const puts = rows.slice(n, n + ROWS_A_CALL).map((Item) => ({ PutRequest: { Item } }));
    await db.send(new BatchWriteCommand({ RequestItems: { [TableName]: puts } }));
  }
  return { batchItemFailures: [] };
};

answerBatches({ sending: noteRows, engagement: noteRows });
