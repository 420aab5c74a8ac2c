import * as z from 'zod/mini';

const sqsEvent = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });

/** The messages of an SQS event, as a function gets it. */
export const sqsRecords = (event: unknown) => z.parse(sqsEvent, event).Records;
