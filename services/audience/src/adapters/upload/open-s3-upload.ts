import type { S3Bucket } from '@bulkhead/lambda-kit/aws';

import type { OpenUpload } from '../../application/import-ports.ts';
import { uploadKey } from '../s3-uploads.ts';
import { openFile } from './open-file.ts';
import { S3Ranges } from './s3-ranges.ts';

/** Opens uploads where S3 keeps them. */
export const openUploadsIn =
  (bucket: Pick<S3Bucket, 'stream'>): OpenUpload =>
  async ({ importId, file, fileName, format }, { bytes, etag }) => {
    const source = new S3Ranges(bucket, { key: uploadKey(importId, file), etag, size: bytes });
    const { sheets, isWorkbook, toFetch } = await openFile({ fileName, source, format });
    return {
      sheets,
      isWorkbook,
      extent: () => ({ fetched: source.fetched, toFetch: Math.max(toFetch, source.fetched) }),
    };
  };
