import { S3Bucket, SnsApi, SnsEvents, SqsApi, SqsCommands } from '@bulkhead/lambda-kit/aws';

import { EventAnnouncements } from './adapters/announcements.ts';
import { compileCondition } from './adapters/compile-condition.ts';
import { DynamoConsents } from './adapters/dynamo-consents.ts';
import { DynamoErasures } from './adapters/dynamo-erasures.ts';
import { DynamoImports } from './adapters/dynamo-imports.ts';
import { DynamoKnownFields } from './adapters/dynamo-known-fields.ts';
import { DynamoLists } from './adapters/dynamo-lists.ts';
import { DynamoMembers } from './adapters/dynamo-members.ts';
import { DynamoRecipientContacts } from './adapters/dynamo-recipient-contacts.ts';
import { DynamoSegments } from './adapters/dynamo-segments.ts';
import { DynamoSigningKeys } from './adapters/dynamo-signing-keys.ts';
import { DynamoSoftBounces } from './adapters/dynamo-soft-bounces.ts';
import { HmacUnsubscribeTokens } from './adapters/hmac-unsubscribe-tokens.ts';
import { S3SnapshotChunks } from './adapters/s3-snapshot-chunks.ts';
import { S3SnapshotParts } from './adapters/s3-snapshot-parts.ts';
import { S3SnapshotPlans } from './adapters/s3-snapshot-plans.ts';
import { S3Snapshots } from './adapters/s3-snapshots.ts';
import { S3Uploads } from './adapters/s3-uploads.ts';
import { SqsSnapshotCommands } from './adapters/snapshot-commands.ts';
import { timeOrderedIds } from './adapters/time-ordered-ids.ts';
import { makeImportsUnderWay } from './application/snapshot/imports-under-way.ts';
import { makeRequestSnapshot } from './application/snapshot/request-snapshot.ts';
import { makeTakePart } from './application/snapshot/take-part.ts';
import { clock, document, queueEdge } from './composition.ts';
import * as config from './config.ts';
import { unsubscribeUrlOf } from './public-addresses.ts';

/** For the function that hears that a run needs its recipients. */
export const composeSnapshotRequester = () => {
  const settings = config.loadSnapshotRequesterConfig();
  const table = document(settings.TABLE_NAME);
  const bucket = new S3Bucket(settings.BUCKET_NAME);
  const sqs = new SqsApi();
  const queues = {
    parts: new SqsCommands(sqs, settings.SNAPSHOT_PARTS_QUEUE_URL),
    snapshots: new SqsCommands(sqs, settings.SNAPSHOTS_QUEUE_URL),
  };
  const uploads = new S3Uploads(bucket);
  const requestSnapshot = makeRequestSnapshot({
    lists: new DynamoLists(table),
    segments: new DynamoSegments(table),
    fields: new DynamoKnownFields(table),
    plans: new S3SnapshotPlans(bucket),
    importsUnderWay: makeImportsUnderWay({ imports: new DynamoImports(table), uploads, clock }),
    snapshots: new S3Snapshots(bucket, ''),
    commands: new SqsSnapshotCommands(queues, clock),
    announcements: new EventAnnouncements(new SnsEvents(new SnsApi(), settings.TOPIC_ARN), clock),
    clock,
  });
  return { edge: queueEdge(settings.SNAPSHOTS_DLQ_URL), requestSnapshot };
};

/** For the function that freezes the recipients of runs, shard by shard. */
export const composePartTaker = () => {
  const settings = config.loadPartTakerConfig();
  const table = document(settings.TABLE_NAME);
  const bucket = new S3Bucket(settings.BUCKET_NAME);
  const takePart = makeTakePart({
    lists: new DynamoLists(table),
    members: new DynamoMembers(table),
    contacts: new DynamoRecipientContacts(table),
    consents: new DynamoConsents(table),
    erasures: new DynamoErasures(table),
    tokens: new HmacUnsubscribeTokens(new DynamoSigningKeys(table, clock), clock),
    softBounces: new DynamoSoftBounces(table),
    chunks: new S3SnapshotChunks(bucket),
    parts: new S3SnapshotParts(bucket),
    plans: new S3SnapshotPlans(bucket),
    compile: compileCondition,
    snapshots: new S3Snapshots(bucket, unsubscribeUrlOf(settings)),
    announcements: new EventAnnouncements(new SnsEvents(new SnsApi(), settings.TOPIC_ARN), clock),
    clock,
    ids: timeOrderedIds(clock.now),
  });
  return { edge: queueEdge(settings.SNAPSHOT_PARTS_DLQ_URL), takePart };
};
