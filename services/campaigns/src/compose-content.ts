import { S3Bucket } from '@bulkhead/lambda-kit/aws';

import { DynamoRuns } from './adapters/dynamo-runs.ts';
import { LiquidjsRenderer } from './adapters/liquid-renderer.ts';
import { S3FrozenContents } from './adapters/s3-frozen-contents.ts';
import { makeShowContent } from './application/show-content.ts';
import { composeHttpEdge, composeTable } from './composition.ts';
import { loadBucketConfig } from './config.ts';

/** Showing what a run has sent. */
export const composeContent = () => ({
  edge: composeHttpEdge(),
  showContent: makeShowContent({
    runs: new DynamoRuns(composeTable()),
    contents: new S3FrozenContents(new S3Bucket(loadBucketConfig().BUCKET_NAME)),
    liquid: new LiquidjsRenderer(),
  }),
});
