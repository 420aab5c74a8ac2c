import { domainToASCII } from 'node:url';

import { S3Bucket, SqsApi, SqsCommands } from '@bulkhead/lambda-kit/aws';

import { doubtsAbout } from './adapters/address-doubts.ts';
import { SqsChunkCommands } from './adapters/commands.ts';
import { contactIdOf } from './adapters/contact-id.ts';
import { DynamoAttributes } from './adapters/dynamo-attributes.ts';
import { DynamoImports } from './adapters/dynamo-imports.ts';
import { DynamoRememberedColumns } from './adapters/dynamo-remembered-columns.ts';
import { DynamoWrittenChunks } from './adapters/dynamo-written-chunks.ts';
import { S3ImportFiles } from './adapters/s3-import-files.ts';
import { S3Uploads, uploadOf } from './adapters/s3-uploads.ts';
import { openUploadsIn } from './adapters/upload/open-s3-upload.ts';
import { makeImportFile } from './application/import-file.ts';
import { clock, document, queueEdge } from './composition.ts';
import * as config from './config.ts';

/** For the function that reads uploaded files. Apart from the others, whose bundles the readers of sheets would end up in. */
export const composeFileReader = () => {
  const { TABLE_NAME, BUCKET_NAME, CONTACT_WRITES_QUEUE_URL, UPLOADS_DLQ_URL } = config.loadFileReaderConfig();
  const table = document(TABLE_NAME);
  const bucket = new S3Bucket(BUCKET_NAME);
  const importFile = makeImportFile({
    imports: new DynamoImports(table),
    writtenChunks: new DynamoWrittenChunks(table),
    uploads: new S3Uploads(bucket),
    files: new S3ImportFiles(bucket),
    commands: new SqsChunkCommands(new SqsCommands(new SqsApi(), CONTACT_WRITES_QUEUE_URL), clock),
    openUpload: openUploadsIn(bucket),
    attributes: new DynamoAttributes(table),
    remembered: new DynamoRememberedColumns(table),
    clock,
    toAscii: domainToASCII,
    contactIdOf,
    doubtsAbout,
  });
  return { edge: queueEdge(UPLOADS_DLQ_URL), importFile, uploadOf };
};
