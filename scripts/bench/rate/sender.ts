import { DeleteMessageCommand, type Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

import { lambdaContextWith } from '../../../packages/testing/src/lambda-context.ts';
import { sqsEvent } from '../../../packages/testing/src/sqs-event.ts';
import { handler } from '../../../services/dispatch/src/handlers/send-chunk.entry.ts';

/** One environment of the sending function with its poller: takes a message, lets the deployed handler work on it, and deletes it when it is done. */
const TIMEOUT_MS = 300_000;
const POLL_SECONDS = 5;
const [QueueUrl = ''] = process.argv.slice(2);
const sqs = new SQSClient({});

const receive = async (): Promise<Message | undefined> => {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 1, WaitTimeSeconds: POLL_SECONDS }),
  );
  return Messages[0];
};

const work = async ({ Body, ReceiptHandle }: Message): Promise<void> => {
  const deadline = Date.now() + TIMEOUT_MS;
  const context = lambdaContextWith({ getRemainingTimeInMillis: () => deadline - Date.now() });
  const { batchItemFailures } = await handler(sqsEvent(Body ?? ''), context);
  if (batchItemFailures.length === 0) void sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
};

const poll = async (): Promise<never> => {
  for (;;) {
    const message = await receive();
    if (message !== undefined) await work(message);
  }
};

process.on('message', () => {
  poll().catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
  process.send?.('polling');
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
