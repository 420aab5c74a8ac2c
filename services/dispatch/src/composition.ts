import { randomBytes } from 'node:crypto';

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESClient } from '@aws-sdk/client-ses';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createLog, createMeters, type Edge, type HttpEdge, type QueueEdge } from '@bulkhead/lambda-kit';
import { S3Bucket, SnsApi, SnsEvents, SqsApi, SqsCommands, SqsDeadLetters, SqsDeeds } from '@bulkhead/lambda-kit/aws';
import { NodeHttpHandler } from '@smithy/node-http-handler';

import { DynamoEvidences } from './adapters/dynamo-evidences.ts';
import { DynamoGovernors } from './adapters/dynamo-governors.ts';
import { DynamoLedgers } from './adapters/dynamo-ledgers.ts';
import { DynamoProbes } from './adapters/dynamo-probes.ts';
import { DynamoRuns } from './adapters/dynamo-runs.ts';
import { DynamoSuppressions } from './adapters/dynamo-suppressions.ts';
import { DynamoWaves } from './adapters/dynamo-waves.ts';
import { edgeObserver } from './adapters/edge-observer.ts';
import { S3Contents } from './adapters/s3-contents.ts';
import { S3Objects } from './adapters/s3-objects.ts';
import { S3Snapshots } from './adapters/s3-snapshots.ts';
import { SesMailers } from './adapters/ses-mailers/ses-mailers.ts';
import { SesQuotas } from './adapters/ses-quotas.ts';
import { SnsFacts } from './adapters/sns-facts.ts';
import { SpliceComposer } from './adapters/splice/splice-composer.ts';
import { SqsChunkTasks } from './adapters/sqs-chunk-tasks.ts';
import { SqsQuotaLooks } from './adapters/sqs-quota-looks.ts';
import { systemClock } from './adapters/system-clock.ts';
import { makeChangeControl } from './application/change-control.ts';
import { makeReleaseWave } from './application/release-wave.ts';
import { makeReportChunk } from './application/report-chunk.ts';
import { makeSendChunk } from './application/send-chunk.ts';
import { makeSendProbe } from './application/send-probe.ts';
import { makeSettleChunk } from './application/settle-chunk.ts';
import { makeListLeft, makeShowRun } from './application/show-run.ts';
import { makeSweep } from './application/sweep.ts';
import * as config from './config.ts';
import { type Pace, paceFor } from './domain/pace.ts';
import type { DoubtRules } from './domain/settle-doubt.ts';

// Builds everything real, once per cold start. A function composes what it uses and bundles no other client.

const clock = systemClock;
const now = () => clock.now();

export const composeEdge = (): Edge => ({ log: createLog(), meters: createMeters() });
const httpEdge = (): HttpEdge => ({
  ...composeEdge(),
  deeds: new SqsDeeds(new SqsCommands(new SqsApi(), config.loadAuditConfig().AUDIT_QUEUE_URL), 'dispatch'),
});
export const queueEdge = (sqs: SqsApi, dlqUrl: string): QueueEdge => ({
  ...composeEdge(),
  deadLetters: new SqsDeadLetters(sqs, dlqUrl),
});

export const database = (): DynamoDBDocumentClient => DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** Asks so many times, and gives up after a second each time. */
const asking = (maxAttempts: number): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      maxAttempts,
      requestHandler: new NodeHttpHandler({
        connectionTimeout: 1_000,
        requestTimeout: 1_000,
        throwOnRequestTimeout: true,
      }),
    }),
  );

const READS = 3;

export const openObjects = (): S3Objects => new S3Objects((bucket, key) => new S3Bucket(bucket).get(key));

const composeFacts = (topicArn: string) => new SnsFacts(new SnsEvents(new SnsApi(), topicArn), clock);

export const composeReleaseWave = () => {
  const env = config.loadWavesConfig();
  const db = database();
  const sqs = new SqsApi();
  const edge = queueEdge(sqs, env.WAVES_DLQ_URL);
  const ledgers = new DynamoLedgers(db, env.TABLE_NAME, now);
  const waves = new DynamoWaves(db, env.TABLE_NAME, now);
  const runs = new DynamoRuns(db, env.TABLE_NAME);
  const governors = new DynamoGovernors(db, env.TABLE_NAME, paceFor(env.SENDER_TIMEOUT_SECONDS * 1_000));

  const releaseWave = makeReleaseWave({
    ledgers,
    waves,
    runs,
    controls: runs,
    snapshots: new S3Snapshots(openObjects()),
    tasks: new SqsChunkTasks(new SqsCommands(sqs, env.CHUNKS_QUEUE_URL), clock),
    governors,
    quotas: new SesQuotas(new SESClient({})),
    looks: new SqsQuotaLooks(new SqsCommands(sqs, env.QUOTA_LOOKS_QUEUE_URL), clock),
    clock,
    observer: edgeObserver(edge),
    keptShare: env.KEPT_SHARE,
    reportChunk: makeReportChunk({ waves, ledgers, governors, clock, facts: composeFacts(env.TOPIC_ARN) }),
  });
  return { edge, releaseWave };
};

export const composeSendChunk = () => {
  const env = config.loadChunksConfig();
  const pace = paceFor(env.SENDER_TIMEOUT_SECONDS * 1_000, env.NETWORK_SECONDS * 1_000);
  const db = asking(READS);
  const sqs = new SqsApi();
  const edge = queueEdge(sqs, env.CHUNKS_DLQ_URL);
  const objects = openObjects();
  const runs = new DynamoRuns(db, env.TABLE_NAME);
  const facts = composeFacts(env.TOPIC_ARN);
  const reading = new DynamoLedgers(db, env.TABLE_NAME, now);
  const once = asking(1);
  const writing = new DynamoLedgers(once, env.TABLE_NAME, now);
  const waves = new DynamoWaves(db, env.TABLE_NAME, now);
  const evidences = new DynamoEvidences(db, env.TABLE_NAME, now);

  const sending = {
    controls: runs,
    governors: new DynamoGovernors(once, env.TABLE_NAME, pace, db),
    contents: new S3Contents(objects),
    composer: new SpliceComposer(() => new Date()),
    mailers: new SesMailers({ configurationSet: env.CONFIGURATION_SET, pace, die: () => process.exit(1) }),
    observer: edgeObserver(edge),
    clock,
    pace,
  };

  const sendChunk = makeSendChunk({
    ...sending,
    // What becomes of a write whose answer is lost is decided by the protocol, not by the SDK. Reading twice is harmless.
    ledgers: { read: (key) => reading.read(key), replace: (key, next) => writing.replace(key, next) },
    runs,
    brownOuts: runs,
    suppressions: new DynamoSuppressions(db, env.TABLE_NAME),
    snapshots: new S3Snapshots(objects),
    tasks: new SqsChunkTasks(new SqsCommands(sqs, env.CHUNKS_QUEUE_URL), clock),
    facts,
    openWaves: waves,
    reportChunk: makeReportChunk({ ...sending, waves, ledgers: reading, facts }),
    evidences,
    settleChunk: makeSettleChunk({
      ...sending,
      evidences,
      requests: facts,
      sendProbe: makeSendProbe({ ...sending, probes: new DynamoProbes(db, env.TABLE_NAME, now) }),
    }),
    doubtRules: doubtRulesIn(env, pace),
  });
  const moment = { now, newInvocationId: () => randomBytes(12).toString('base64url') };
  return { edge, sendChunk, moment };
};

const doubtRulesIn = (env: ReturnType<typeof config.loadChunksConfig>, { skewMs }: Pace): DoubtRules => ({
  policy: env.DOUBT_POLICY,
  settleMs: env.SETTLE_SECONDS * 1_000,
  askEveryMs: env.ASK_SECONDS * 1_000,
  isSendingTold: env.SEND_EVENTS,
  skewMs,
});

export const composeRunControls = () => {
  const env = config.loadRunControlsConfig();
  const db = database();
  const sqs = new SqsApi();
  const runs = new DynamoRuns(db, env.TABLE_NAME);
  const waves = new DynamoWaves(db, env.TABLE_NAME, now);
  const changeControl = makeChangeControl({
    controls: runs,
    runs,
    waves,
    openWaves: waves,
    ledgers: new DynamoLedgers(db, env.TABLE_NAME, now),
    tasks: new SqsChunkTasks(new SqsCommands(sqs, env.CHUNKS_QUEUE_URL), clock),
    clock,
  });
  return { edge: queueEdge(sqs, env.RUN_CONTROLS_DLQ_URL), runs, changeControl };
};

export const composeSuppressions = () => {
  const env = config.loadSuppressionsConfig();
  return {
    edge: queueEdge(new SqsApi(), env.SUPPRESSIONS_DLQ_URL),
    suppressions: new DynamoSuppressions(database(), env.TABLE_NAME),
  };
};

export const composeReceipts = () => {
  const env = config.loadReceiptsConfig();
  return {
    edge: queueEdge(new SqsApi(), env.RECEIPTS_DLQ_URL),
    evidences: new DynamoEvidences(database(), env.TABLE_NAME, now),
  };
};

export const composeSweep = () => {
  const env = config.loadSweepConfig();
  const db = database();
  const edge = composeEdge();
  const waves = new DynamoWaves(db, env.TABLE_NAME, now);
  const runs = new DynamoRuns(db, env.TABLE_NAME);

  const sweep = makeSweep({
    waves,
    openWaves: waves,
    runs,
    controls: runs,
    governors: new DynamoGovernors(db, env.TABLE_NAME, paceFor(0)),
    ledgers: new DynamoLedgers(db, env.TABLE_NAME, now),
    tasks: new SqsChunkTasks(new SqsCommands(new SqsApi(), env.CHUNKS_QUEUE_URL), clock),
    observer: edgeObserver(edge),
    clock,
    doubtRules: { settleMs: env.SETTLE_SECONDS * 1_000 },
  });
  return { edge, sweep };
};

export const composeReaders = () => {
  const env = config.loadReaderConfig();
  const db = database();
  const runs = new DynamoRuns(db, env.TABLE_NAME);
  const ledgerPages = new DynamoLedgers(db, env.TABLE_NAME, now);
  // Only read here: the pace matters to reservations.
  const governors = new DynamoGovernors(db, env.TABLE_NAME, paceFor(0));

  return {
    edge: httpEdge(),
    governors,
    showRun: makeShowRun({ runs, controls: runs, ledgerPages }),
    listLeft: makeListLeft({ runs, ledgerPages }),
  };
};
