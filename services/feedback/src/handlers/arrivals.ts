import type { Received } from '@bulkhead/lambda-kit';

import type { Arrivals } from '../domain/flow.ts';
import type { Reading } from './read-ses-event.ts';

/** How the messages of a batch came, as far as SES and SQS tell. */
export const arrivalsOf = (received: readonly Received<Reading>[]): Arrivals => ({
  acceptedAtMs: received.flatMap(({ message }) => acceptedAt(message) ?? []),
  queuedAtMs: Math.min(...received.map(({ record }) => Number(record.attributes.SentTimestamp))),
  mostReceives: Math.max(...received.map(({ record }) => Number(record.attributes.ApproximateReceiveCount))),
});

const acceptedAt = (reading: Reading): number | undefined => {
  if (reading.kind === 'probe') return reading.sent.at.getTime();
  if (reading.kind === 'outcome' && reading.outcome.kind === 'sent') return reading.outcome.at.getTime();
  return undefined;
};
