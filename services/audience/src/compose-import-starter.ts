import { S3Bucket, SqsApi, SqsCommands } from '@bulkhead/lambda-kit/aws';

import { DynamoAttributes } from './adapters/dynamo-attributes.ts';
import { DynamoImports } from './adapters/dynamo-imports.ts';
import { DynamoKnownFields } from './adapters/dynamo-known-fields.ts';
import { SqsReadCommands } from './adapters/read-commands.ts';
import { S3Uploads } from './adapters/s3-uploads.ts';
import { makeStartImport } from './application/preview/start-import.ts';
import { clock, document, httpEdge } from './composition.ts';
import * as config from './config.ts';

/** For the function by which somebody lets an import be read. */
export const composeImportStarter = () => {
  const { TABLE_NAME, BUCKET_NAME, UPLOADS_QUEUE_URL } = config.loadImportStarterConfig();
  const table = document(TABLE_NAME);
  const startImport = makeStartImport({
    imports: new DynamoImports(table),
    uploads: new S3Uploads(new S3Bucket(BUCKET_NAME)),
    attributes: new DynamoAttributes(table),
    commands: new SqsReadCommands(new SqsCommands(new SqsApi(), UPLOADS_QUEUE_URL), clock),
  });
  return { edge: httpEdge(), startImport };
};

/** For the function that tells which types fields have. */
export const composeAttributes = () => ({
  edge: httpEdge(),
  attributes: new DynamoKnownFields(document(config.loadTablesConfig().TABLE_NAME)),
});
