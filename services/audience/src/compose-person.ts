import { DynamoEngagements } from './adapters/dynamo-engagements.ts';
import { document, queueEdge } from './composition.ts';
import * as config from './config.ts';

/** For the function that notes who opened mails and followed links. */
export const composeEngagementKeeper = () => {
  const { TABLE_NAME, DLQ_URL } = config.loadEngagementKeeperConfig();
  return { edge: queueEdge(DLQ_URL), engagements: new DynamoEngagements(document(TABLE_NAME)) };
};
