import { RecipientsEngagedV1 } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';

import type { Engagements } from '../application/engagement/ports.ts';

/** People opened mails or followed links → the day is noted with each of them. */
export const onRecipientsEngaged = (engagements: Engagements, edge: QueueEdge) =>
  sqsHandler({ schema: RecipientsEngagedV1, handle: ({ data }) => engagements.note(data) }, edge);
