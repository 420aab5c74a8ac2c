import type { SQSEvent } from 'aws-lambda';

/**
 * An SQS delivery of these bodies, in order; message ids are `m0`, `m1`, … so that tests can name them.
 * A string stays as it is, anything else becomes JSON.
 * @example
 * await handler(sqsEvent(startedMessage, 'not json'), lambdaContext); // → batchItemFailures of `m1`
 */
export const sqsEvent = (...bodies: readonly unknown[]): SQSEvent => ({
  Records: bodies.map((body, n) => ({
    messageId: `m${n}`,
    receiptHandle: `r${n}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: 'test',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-west-1:000000000000:test',
    awsRegion: 'eu-west-1',
  })),
});
