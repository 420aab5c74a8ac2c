import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createLog, createMeters, type HttpEdge } from '@bulkhead/lambda-kit';
import { SnsApi, SnsEvents, SqsApi, SqsCommands, SqsDeadLetters, SqsDeeds } from '@bulkhead/lambda-kit/aws';

import { DynamoDelayLog } from './adapters/dynamo-delay-log.ts';
import { DynamoEngagementJournal } from './adapters/dynamo-engagement-journal.ts';
import { DynamoFlowLog } from './adapters/dynamo-flow-log.ts';
import { DynamoLinkClicks } from './adapters/dynamo-link-clicks.ts';
import { DynamoOutcomeTimes } from './adapters/dynamo-outcome-times.ts';
import { DynamoOutcomes } from './adapters/dynamo-outcomes.ts';
import { DynamoProbes } from './adapters/dynamo-probes.ts';
import { DynamoRunLinks } from './adapters/dynamo-run-links.ts';
import { DynamoRunParts } from './adapters/dynamo-run-parts.ts';
import { DynamoRuns } from './adapters/dynamo-runs.ts';
import { DynamoSendJournal } from './adapters/dynamo-send-journal.ts';
import { SnsFacts } from './adapters/sns-facts.ts';
import { SqsQueues } from './adapters/sqs-queues.ts';
import { SqsStrangers } from './adapters/sqs-strangers.ts';
import { makeAnswerReceipts } from './application/answer-receipts.ts';
import { makeExportContact } from './application/export-contact.ts';
import { makeFoldEngagement } from './application/fold-engagement.ts';
import { makeFoldOutcomes } from './application/fold-outcomes.ts';
import { makeFoldSending } from './application/fold-sending.ts';
import { makeKnowsRun } from './application/knows-run.ts';
import { makeListRuns } from './application/list-runs.ts';
import { makeNoteDelays } from './application/note-delays.ts';
import { makeReadClients } from './application/read-clients.ts';
import { makeReadLinks } from './application/read-links.ts';
import { makeReadParts } from './application/read-parts.ts';
import { makeReadReport } from './application/read-report.ts';
import { makeReadReputation } from './application/read-reputation.ts';
import { makeReadSeries } from './application/read-series.ts';
import { settingApart } from './application/setting-apart.ts';
import { makeTellEngagement } from './application/tell-engagement.ts';
import { makeToldOutcomes } from './application/told-outcomes.ts';
import { makeToldTimes } from './application/told-times.ts';
import { makeWatchFlow } from './application/watch-flow.ts';
import {
  loadAuditConfig,
  loadContactExportsConfig,
  loadEngagementConfig,
  loadReceiptsConfig,
  loadReportingConfig,
  loadRunsConfig,
  loadSesEventsConfig,
} from './config.ts';
import type { Bounds } from './domain/flow.ts';

export const clock = { now: () => new Date() };
export const document = () => DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** For the function that folds what SES says of sending. */
export const composeSesEvents = () => {
  const config = loadSesEventsConfig();
  const db = document();
  const bounds = boundsOf(config);
  const foldEvents = makeFoldSending({
    watchFlow: makeWatchFlow({ flowLog: new DynamoFlowLog(db, config.TABLE_NAME, bounds), clock, bounds }),
    foldOutcomes: composeFolding(db, config),
    noteDelays: makeNoteDelays({ delayLog: new DynamoDelayLog(db, config.TABLE_NAME), clock }),
    probes: new DynamoProbes(db, config.TABLE_NAME),
    clock,
  });
  const sqs = new SqsApi();
  return {
    foldEvents: config.SIMULATED_MAIL === 'apart' ? settingApart(foldEvents) : foldEvents,
    knowsRun: makeKnowsRun(new DynamoRuns(db, config.TABLE_NAME)),
    strangers: new SqsStrangers(sqs, config.STRANGERS_QUEUE_URL),
    edge: queueEdge(sqs, config.SES_EVENTS_DLQ_URL),
  };
};

/** For the function that folds opens and clicks. */
export const composeEngagement = () => {
  const config = loadEngagementConfig();
  const db = document();
  const instantMs = config.INSTANT_SECONDS * 1_000;
  const foldEvents = makeFoldEngagement({
    journal: new DynamoEngagementJournal(db, config.TABLE_NAME),
    outcomes: new DynamoOutcomes(db, config.TABLE_NAME),
    linkClicks: new DynamoLinkClicks(db, config.TABLE_NAME),
    runLinks: new DynamoRunLinks(db, config.TABLE_NAME),
    tellEngagement: makeTellEngagement({ facts: composeFacts(config), clock, instantMs }),
    foldOutcomes: composeFolding(db, config),
    instantMs,
  });
  const sqs = new SqsApi();
  return {
    foldEvents,
    knowsRun: makeKnowsRun(new DynamoRuns(db, config.TABLE_NAME)),
    strangers: new SqsStrangers(sqs, config.STRANGERS_QUEUE_URL),
    edge: queueEdge(sqs, config.ENGAGEMENT_DLQ_URL),
  };
};

/** For the function that tells which recipients of a chunk were seen. */
export const composeReceipts = () => {
  const config = loadReceiptsConfig();
  const db = document();
  const sqs = new SqsApi();
  const bounds = boundsOf(config);
  const answerReceipts = makeAnswerReceipts({
    probes: new DynamoProbes(db, config.TABLE_NAME),
    queues: new SqsQueues(new SQSClient({}), {
      queueUrl: config.SES_EVENTS_QUEUE_URL,
      dlqUrl: config.SES_EVENTS_DLQ_URL,
    }),
    flowLog: new DynamoFlowLog(db, config.TABLE_NAME, bounds),
    outcomes: toldOutcomes(db, config.TABLE_NAME),
    facts: composeFacts(config),
    clock,
    bounds,
  });
  const requests = new SqsCommands(sqs, config.RECEIPT_REQUESTS_QUEUE_URL);
  return { answerReceipts, requests, edge: queueEdge(sqs, config.RECEIPT_REQUESTS_DLQ_URL) };
};

/** For the function that hears of runs. */
export const composeRuns = () => {
  const config = loadRunsConfig();
  return {
    runs: new DynamoRuns(document(), config.TABLE_NAME),
    edge: queueEdge(new SqsApi(), config.RUNS_DLQ_URL),
  };
};

/** For the function that tells what is held of a person. */
export const composeContactExports = () => {
  const config = loadContactExportsConfig();
  const db = document();
  const exportContact = makeExportContact({
    outcomes: toldOutcomes(db, config.TABLE_NAME),
    runs: new DynamoRuns(db, config.TABLE_NAME),
    facts: composeFacts(config),
    clock,
  });
  return { exportContact, edge: queueEdge(new SqsApi(), config.CONTACT_EXPORTS_DLQ_URL) };
};

/** For the functions that answer people. */
export const composeReporting = () => {
  const config = loadReportingConfig();
  const db = document();
  const outcomes = toldOutcomes(db, config.TABLE_NAME);
  const runs = new DynamoRuns(db, config.TABLE_NAME);
  const journal = new DynamoEngagementJournal(db, config.TABLE_NAME);
  return {
    readSeries: makeReadSeries({ times: toldTimes(db, config.TABLE_NAME), runs, clock }),
    readReport: makeReadReport({
      outcomes,
      runs,
      delayLog: new DynamoDelayLog(db, config.TABLE_NAME),
      clock,
      hasSendEvents: config.SEND_EVENTS === 'true',
    }),
    readParts: makeReadParts({ outcomes, runs, clock, runParts: new DynamoRunParts(db, config.TABLE_NAME) }),
    readLinks: makeReadLinks({ journal, runs, clock, ...linkStores(db, config.TABLE_NAME) }),
    readClients: makeReadClients({ journal, runs, clock, outcomes: new DynamoOutcomes(db, config.TABLE_NAME) }),
    readReputation: makeReadReputation({ runs, outcomes, clock }),
    listRuns: makeListRuns(runs),
    edge: httpEdge(),
  };
};

const linkStores = (db: DynamoDBDocumentClient, table: string) => ({
  linkClicks: new DynamoLinkClicks(db, table),
  runLinks: new DynamoRunLinks(db, table),
});

export const toldOutcomes = (db: DynamoDBDocumentClient, table: string) =>
  makeToldOutcomes({
    outcomes: new DynamoOutcomes(db, table),
    journal: new DynamoEngagementJournal(db, table),
    linkClicks: new DynamoLinkClicks(db, table),
  });

const toldTimes = (db: DynamoDBDocumentClient, table: string) =>
  makeToldTimes({
    times: new DynamoOutcomeTimes(db, table),
    journal: new DynamoEngagementJournal(db, table),
    outcomes: new DynamoOutcomes(db, table),
  });

const composeFolding = (
  db: DynamoDBDocumentClient,
  config: { readonly TABLE_NAME: string; readonly TOPIC_ARN: string },
) =>
  makeFoldOutcomes({
    outcomes: new DynamoOutcomes(db, config.TABLE_NAME),
    journal: new DynamoSendJournal(db, config.TABLE_NAME, clock),
    runParts: new DynamoRunParts(db, config.TABLE_NAME),
    runs: new DynamoRuns(db, config.TABLE_NAME),
    facts: composeFacts(config),
    clock,
  });

const composeFacts = ({ TOPIC_ARN }: { readonly TOPIC_ARN: string }) =>
  new SnsFacts(new SnsEvents(new SnsApi(), TOPIC_ARN));

const boundsOf = (config: ReturnType<typeof loadReceiptsConfig> | ReturnType<typeof loadSesEventsConfig>): Bounds => ({
  drainMs: config.DRAIN_SECONDS * 1_000,
  figuresMs: config.FIGURES_SECONDS * 1_000,
  hiddenMs: config.HIDDEN_SECONDS * 1_000,
});

export const httpEdge = (): HttpEdge => ({
  log: createLog(),
  meters: createMeters(),
  deeds: new SqsDeeds(new SqsCommands(new SqsApi(), loadAuditConfig().AUDIT_QUEUE_URL), 'feedback'),
});

export const queueEdge = (sqs: SqsApi, dlqUrl: string) => ({
  log: createLog(),
  meters: createMeters(),
  deadLetters: new SqsDeadLetters(sqs, dlqUrl),
});
