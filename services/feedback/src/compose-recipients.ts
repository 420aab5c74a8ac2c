import { S3Bucket } from '@bulkhead/lambda-kit/aws';

import { S3FrozenSnapshots } from './adapters/s3-frozen-snapshots.ts';
import { makeListRecipients } from './application/list-recipients.ts';
import { makeNameRecipients } from './application/name-recipients.ts';
import { document, httpEdge, toldOutcomes } from './composition.ts';
import { loadRecipientsConfig } from './config.ts';

/** For the function that says to whom something has happened. */
export const composeRecipients = () => {
  const { TABLE_NAME, AUDIENCE_BUCKET_NAME } = loadRecipientsConfig();
  return {
    listRecipients: makeListRecipients(toldOutcomes(document(), TABLE_NAME)),
    nameRecipients: makeNameRecipients(new S3FrozenSnapshots(new S3Bucket(AUDIENCE_BUCKET_NAME))),
    edge: httpEdge(),
  };
};
