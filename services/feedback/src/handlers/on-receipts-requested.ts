import { instant, ReceiptsRequestedV1 } from '@bulkhead/contracts';
import { PermanentError, type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { AnswerReceipts, ReceiptsRequest } from '../application/answer-receipts.ts';

/** Our own queue of requests, to which one that cannot be answered yet goes back. */
interface Requests {
  send(requests: readonly object[], delay: { readonly delaySeconds: number }): Promise<void>;
}

interface Parts {
  readonly answerReceipts: AnswerReceipts;
  readonly requests: Requests;
}

/** A request on its way through our own queue carries what the looks so far have found. */
const Request = z.extend(ReceiptsRequestedV1, { clearsince: z.optional(instant()) });
type Request = z.infer<typeof Request>;

/**
 * receipts requested → receipts reported, as soon as that can be said with certainty.
 *
 * A request that has to wait is sent again, delayed, before this message is finished: to hand it back would use up its receives,
 * and the other way round it would be lost if we died in between.
 */
export const onReceiptsRequested = ({ answerReceipts, requests }: Parts, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: Request,
      handle: async (message, { log }) => {
        const request = toRequest(message);
        const answer = await answerReceipts(request);
        const about = { runId: request.runId, chunk: request.chunk };

        switch (answer.kind) {
          case 'reported':
            return log.info('receipts_reported', about);
          case 'not_yet':
            await requests.send([askedAgain(message, answer.clearSince)], { delaySeconds: answer.pauseMs / 1_000 });
            return log.info('receipts_not_yet', { ...about, why: answer.why, pauseMs: Math.round(answer.pauseMs) });
          case 'given_up':
            edge.meters.count('ReceiptsGivenUp');
            return log.warn('receipts_given_up', { ...about, why: answer.why });
          case 'probe_older':
            throw new PermanentError({
              code: 'probe_older',
              message: 'SES accepted the probe before the instant at which the request says that it was sent',
              details: about,
            });
        }
      },
    },
    edge,
  );

/** What is undefined is not in the message. */
const askedAgain = (message: Request, clearSince: Date | undefined): object => ({
  ...message,
  clearsince: clearSince?.toISOString(),
});

const toRequest = ({ id, time, correlationid, clearsince, data }: Request): ReceiptsRequest => ({
  ...data,
  requestId: id,
  correlationId: correlationid,
  probeAt: new Date(data.probeAt),
  askedAt: new Date(time),
  ...(clearsince !== undefined && { clearSince: new Date(clearsince) }),
});
