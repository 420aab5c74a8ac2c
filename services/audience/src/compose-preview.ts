import { S3Bucket } from '@bulkhead/lambda-kit/aws';

import { DynamoAttributes } from './adapters/dynamo-attributes.ts';
import { DynamoImports } from './adapters/dynamo-imports.ts';
import { DynamoRememberedColumns } from './adapters/dynamo-remembered-columns.ts';
import { S3Uploads } from './adapters/s3-uploads.ts';
import { readBeginningsIn } from './adapters/upload/read-beginning.ts';
import { makePreviewImport } from './application/preview/preview-import.ts';
import { document, httpEdge } from './composition.ts';
import * as config from './config.ts';

/** For the function that shows the beginnings of files. Apart from the others: the readers of sheets are in its bundle. */
export const composePreview = () => {
  const { TABLE_NAME, BUCKET_NAME } = config.loadFilesConfig();
  const table = document(TABLE_NAME);
  const bucket = new S3Bucket(BUCKET_NAME);
  const previewImport = makePreviewImport({
    imports: new DynamoImports(table),
    uploads: new S3Uploads(bucket),
    attributes: new DynamoAttributes(table),
    remembered: new DynamoRememberedColumns(table),
    readBeginning: readBeginningsIn(bucket),
  });
  return { edge: httpEdge(), previewImport };
};
