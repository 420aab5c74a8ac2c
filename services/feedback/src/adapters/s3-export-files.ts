import { type ObjectParts, type S3Bucket, S3TextFile } from '@bulkhead/lambda-kit/aws';

import type { ExportFiles, NewFile, RunExportRequest } from '../application/run-export/ports.ts';

const LINK_S = 900;

const types = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson' } as const;

/** The part of a bucket that exports need. */
export type ExportBucket = Pick<S3Bucket, 'put' | 'presign'> & {
  createUpload(key: string, contentType: string): Promise<Pick<ObjectParts, 'add' | 'complete'>>;
};

/** Files in the folder `exports/` of feedback's bucket, which forgets them after a week. */
export class S3ExportFiles implements ExportFiles {
  readonly #bucket: ExportBucket;

  constructor(bucket: ExportBucket) {
    this.#bucket = bucket;
  }

  create({ runId, exportId, format }: RunExportRequest): NewFile {
    return new S3TextFile(this.#bucket, `exports/${runId}/${exportId}.${format}`, types[format]);
  }

  linkTo({ key, runId, format }: Parameters<ExportFiles['linkTo']>[0]): Promise<string> {
    return this.#bucket.presign(key, {
      method: 'GET',
      expiresInSeconds: LINK_S,
      query: { 'response-content-disposition': `attachment; filename="${runId}.${format}"` },
    });
  }
}
