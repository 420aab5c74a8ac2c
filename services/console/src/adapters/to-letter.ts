import type { Message } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';

import type { DeadLetter } from '../domain/dead-letter.ts';

const text = z.object({ StringValue: z.string() });
const Letter = z.object({
  MessageId: z.string(),
  Body: z._default(z.string(), ''),
  Attributes: z.object({ SentTimestamp: z.string(), ApproximateReceiveCount: z._default(z.string(), '1') }),
  MessageAttributes: z._default(z.object({ code: z.optional(text), reason: z.optional(text) }), {}),
});

/** A message of SQS as a dead letter. `code` and `reason` are what our queue handlers write when they park one. */
export const toLetter = (message: Message): DeadLetter => {
  const { MessageId, Body, Attributes, MessageAttributes } = z.parse(Letter, message);
  const { code, reason = code } = MessageAttributes;

  return {
    messageId: MessageId,
    sentAt: new Date(Number(Attributes.SentTimestamp)),
    receives: Number(Attributes.ApproximateReceiveCount),
    body: Body,
    ...(code && reason && { reason: { code: code.StringValue, text: reason.StringValue } }),
  };
};
