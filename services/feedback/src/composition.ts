import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createLog, createMeters } from '@bulkhead/lambda-kit';
import { SnsEvents, SqsDeadLetters } from '@bulkhead/lambda-kit/aws';

import { DynamoOutcomes } from './adapters/dynamo-outcomes.ts';
import { DynamoRuns } from './adapters/dynamo-runs.ts';
import { DynamoSendJournal } from './adapters/dynamo-send-journal.ts';
import { SnsFacts } from './adapters/sns-facts.ts';
import { makeFoldOutcomes } from './application/fold-outcomes.ts';
import { makeListRecipients } from './application/list-recipients.ts';
import { makeListRuns } from './application/list-runs.ts';
import { makeReadReport } from './application/read-report.ts';
import { loadEngagementConfig, loadReportingConfig, loadRunsConfig, loadSesEventsConfig } from './config.ts';

const clock = { now: () => new Date() };
const document = () => DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** For the function that folds what SES says of sending. */
export const composeSesEvents = () => {
  const config = loadSesEventsConfig();
  return { foldOutcomes: composeFolding(config), edge: queueEdge(config.SES_EVENTS_DLQ_URL) };
};

/** For the function that folds opens and clicks. */
export const composeEngagement = () => {
  const config = loadEngagementConfig();
  return { foldOutcomes: composeFolding(config), edge: queueEdge(config.ENGAGEMENT_DLQ_URL) };
};

/** For the function that hears of runs. */
export const composeRuns = () => {
  const config = loadRunsConfig();
  return { runs: new DynamoRuns(document(), config.TABLE_NAME), edge: queueEdge(config.RUNS_DLQ_URL) };
};

/** For the functions that answer people. */
export const composeReporting = () => {
  const config = loadReportingConfig();
  const db = document();
  const outcomes = new DynamoOutcomes(db, config.TABLE_NAME);
  const runs = new DynamoRuns(db, config.TABLE_NAME);
  return {
    readReport: makeReadReport({ outcomes, runs, clock }),
    listRuns: makeListRuns(runs),
    listRecipients: makeListRecipients(outcomes),
    edge: { log: createLog(), meters: createMeters() },
  };
};

const composeFolding = (config: { readonly TABLE_NAME: string; readonly TOPIC_ARN: string }) => {
  const db = document();
  return makeFoldOutcomes({
    outcomes: new DynamoOutcomes(db, config.TABLE_NAME),
    journal: new DynamoSendJournal(db, config.TABLE_NAME, clock),
    runs: new DynamoRuns(db, config.TABLE_NAME),
    facts: new SnsFacts(new SnsEvents(new SNSClient({}), config.TOPIC_ARN)),
    clock,
  });
};

const queueEdge = (dlqUrl: string) => ({
  log: createLog(),
  meters: createMeters(),
  deadLetters: new SqsDeadLetters(new SQSClient({}), dlqUrl),
});
