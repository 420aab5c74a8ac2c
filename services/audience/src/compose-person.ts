import { S3Bucket, SnsApi, SnsEvents, SqsApi, SqsCommands } from '@bulkhead/lambda-kit/aws';

import { DynamoContacts } from './adapters/dynamo-contacts.ts';
import { DynamoEngagements } from './adapters/dynamo-engagements.ts';
import { DynamoExports } from './adapters/dynamo-exports.ts';
import { ExportEvents, SqsExportCommands } from './adapters/export-messages.ts';
import { S3FrozenSnapshots } from './adapters/s3-frozen-snapshots.ts';
import { timeOrderedIds } from './adapters/time-ordered-ids.ts';
import { makeAskOthers } from './application/export/ask-others.ts';
import { makeFindMailings } from './application/export/find-mailings.ts';
import { makeRequestExport } from './application/export/request-export.ts';
import { makeShowExport } from './application/export/show-export.ts';
import { clock, composeBook, document, httpEdge, queueEdge } from './composition.ts';
import * as config from './config.ts';

/** For the function that notes who opened mails and followed links. */
export const composeEngagementKeeper = () => {
  const { TABLE_NAME, DLQ_URL } = config.loadEngagementKeeperConfig();
  return { edge: queueEdge(DLQ_URL), engagements: new DynamoEngagements(document(TABLE_NAME)) };
};

/** For the function that begins to gather what is held of a person. */
export const composeExportSender = () => {
  const { TABLE_NAME, CONTACT_EXPORTS_QUEUE_URL } = config.loadExportSenderConfig();
  const table = document(TABLE_NAME);
  const requestExport = makeRequestExport({
    contacts: new DynamoContacts(table),
    exports: new DynamoExports(table, clock),
    commands: new SqsExportCommands(new SqsCommands(new SqsApi(), CONTACT_EXPORTS_QUEUE_URL)),
    ids: timeOrderedIds(clock.now),
    clock,
  });
  return { edge: httpEdge(), requestExport };
};

/** For the function that asks the others and keeps their answers. */
export const composeExportGatherer = () => {
  const { TABLE_NAME, BUCKET_NAME, TOPIC_ARN, DLQ_URL } = config.loadExportGathererConfig();
  const exports = new DynamoExports(document(TABLE_NAME), clock);
  const askOthers = makeAskOthers({
    exports,
    findMailings: makeFindMailings(new S3FrozenSnapshots(new S3Bucket(BUCKET_NAME))),
    announcements: new ExportEvents(new SnsEvents(new SnsApi(), TOPIC_ARN)),
  });
  return { edge: queueEdge(DLQ_URL), askOthers, exports };
};

/** For the function that shows what has been gathered. */
export const composeExportReader = () => {
  const { edge, exportContact } = composeBook();
  const exports = new DynamoExports(document(config.loadTablesConfig().TABLE_NAME), clock);
  return { edge, showExport: makeShowExport({ exports, exportContact }) };
};
