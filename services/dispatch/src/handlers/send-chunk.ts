import { causedBy, SendChunkV1 } from '@bulkhead/contracts';
import { PermanentError, type QueueEdge, RetryableError, sqsHandler } from '@bulkhead/lambda-kit';

import type { SendChunk } from '../application/send-chunk.ts';
import type { Unreadable } from '../domain/chunk-state.ts';
import type { ChunkTask } from '../domain/run.ts';
import { reconsideredIn } from './reconsidered.ts';

interface Moment {
  readonly now: () => number;
  /** New for every invocation, not for every environment. */
  readonly newInvocationId: () => string;
}

/** What is parked with the message, so that somebody repairs it. The wave goes on without the recipients concerned. */
const complaints: Readonly<Record<Unreadable, string>> = {
  chunk_missing: 'The object of this chunk is gone: its open recipients are unsent',
  chunk_malformed: 'The object of this chunk is truncated or broken: its open recipients are unsent',
  chunk_changed: 'Another object stands where the chunk was when it was released: its open recipients are unsent',
  row_malformed: 'Some rows of this chunk break their contract: these recipients are unsent',
};

/** send chunk → mails, as many as one invocation can. */
export const sendChunkHandler = (sendChunk: SendChunk, { now, newInvocationId }: Moment, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: SendChunkV1,
      handle: async (message, { context }) => {
        const invocation = { id: newInvocationId(), deadline: now() + context.getRemainingTimeInMillis() };
        const outcome = await sendChunk(toTask(message.data), invocation, causedBy(message));
        const { runId, chunk } = message.data;

        switch (outcome) {
          case 'finished':
            return;
          case 'fenced':
            // Not finished: it may be the message that whoever overtook us is working on.
            throw new RetryableError({ code: outcome, message: 'Another sender has this chunk', details: { runId } });
          case 'governor_missing':
            throw new RetryableError({ code: outcome, message: 'The sending rate is not known yet' });
          case 'chunk_missing':
          case 'chunk_malformed':
          case 'chunk_changed':
          case 'row_malformed':
            throw new PermanentError({ code: outcome, message: complaints[outcome], details: { runId, chunk } });
          default:
            outcome satisfies never;
        }
      },
    },
    edge,
  );

const toTask = ({ turnAt, settlingSince, reconsider, readmit, ...task }: SendChunkV1['data']): ChunkTask => ({
  ...task,
  reconsider: reconsideredIn({ reconsider, readmit }),
  ...(turnAt !== undefined && { turnAt: Date.parse(turnAt) }),
  ...(settlingSince !== undefined && { settlingSince: Date.parse(settlingSince) }),
});
