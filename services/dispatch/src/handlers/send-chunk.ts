import { causedBy, SendChunkV1 } from '@bulkhead/contracts';
import { PermanentError, type QueueEdge, RetryableError, sqsHandler } from '@bulkhead/lambda-kit';

import type { SendChunk } from '../application/send-chunk.ts';

interface Moment {
  readonly now: () => number;
  /** New for every invocation, not for every environment. */
  readonly newInvocationId: () => string;
}

/** send chunk → mails, as many as one invocation can. */
export const sendChunkHandler = (sendChunk: SendChunk, { now, newInvocationId }: Moment, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: SendChunkV1,
      handle: async (message, { context }) => {
        const invocation = { id: newInvocationId(), deadline: now() + context.getRemainingTimeInMillis() };
        const outcome = await sendChunk(message.data, invocation, causedBy(message));
        const { runId, chunk } = message.data;

        switch (outcome) {
          case 'finished':
            return;
          case 'fenced':
            // Not finished: it may be the message that whoever overtook us is working on.
            throw new RetryableError({ code: outcome, message: 'Another sender has this chunk', details: { runId } });
          case 'governor_missing':
            throw new RetryableError({ code: outcome, message: 'The sending rate is not known yet' });
          case 'content_changed':
            throw new PermanentError({
              code: outcome,
              message: 'Other recipients stand in this chunk than when it was released',
              details: { runId, chunk },
            });
          default:
            outcome satisfies never;
        }
      },
    },
    edge,
  );
