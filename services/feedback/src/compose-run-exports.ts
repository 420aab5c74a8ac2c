import { S3Bucket, SqsApi, SqsCommands } from '@bulkhead/lambda-kit/aws';

import { DynamoRunExports } from './adapters/dynamo-run-exports.ts';
import { DynamoRuns } from './adapters/dynamo-runs.ts';
import { SqsRunExportCommands } from './adapters/run-export-commands.ts';
import { S3ExportFiles } from './adapters/s3-export-files.ts';
import { S3FrozenSnapshots } from './adapters/s3-frozen-snapshots.ts';
import { timeOrderedIds } from './adapters/time-ordered-ids.ts';
import { makeBuildRunExport } from './application/run-export/build-run-export.ts';
import { makeRequestRunExport } from './application/run-export/request-run-export.ts';
import { makeShowRunExport } from './application/run-export/show-run-export.ts';
import { clock, document, httpEdge, queueEdge, toldOutcomes } from './composition.ts';
import { loadRunExportBuildingConfig, loadRunExportReadingConfig, loadRunExportSendingConfig } from './config.ts';

/** For the function that begins an export. */
export const composeRunExportSender = () => {
  const { TABLE_NAME, RUN_EXPORTS_QUEUE_URL } = loadRunExportSendingConfig();
  const db = document();
  const requestRunExport = makeRequestRunExport({
    runs: new DynamoRuns(db, TABLE_NAME),
    exports: new DynamoRunExports(db, TABLE_NAME, clock),
    commands: new SqsRunExportCommands(new SqsCommands(new SqsApi(), RUN_EXPORTS_QUEUE_URL)),
    ids: timeOrderedIds(clock.now),
    clock,
  });
  return { requestRunExport, edge: httpEdge() };
};

/** For the function that writes the file. */
export const composeRunExportBuilder = () => {
  const { TABLE_NAME, BUCKET_NAME, AUDIENCE_BUCKET_NAME, RUN_EXPORTS_DLQ_URL } = loadRunExportBuildingConfig();
  const db = document();
  const buildRunExport = makeBuildRunExport({
    exports: new DynamoRunExports(db, TABLE_NAME, clock),
    snapshots: new S3FrozenSnapshots(new S3Bucket(AUDIENCE_BUCKET_NAME)),
    outcomes: toldOutcomes(db, TABLE_NAME),
    files: new S3ExportFiles(new S3Bucket(BUCKET_NAME)),
    clock,
  });
  return { buildRunExport, edge: queueEdge(new SqsApi(), RUN_EXPORTS_DLQ_URL) };
};

/** For the function that shows an export. */
export const composeRunExportReader = () => {
  const { TABLE_NAME, BUCKET_NAME } = loadRunExportReadingConfig();
  const showRunExport = makeShowRunExport({
    exports: new DynamoRunExports(document(), TABLE_NAME, clock),
    files: new S3ExportFiles(new S3Bucket(BUCKET_NAME)),
  });
  return { showRunExport, edge: httpEdge() };
};
