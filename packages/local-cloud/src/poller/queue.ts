import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

const MOST_PER_CALL = 10;

export interface Queue {
  /** Waits up to this many whole seconds for up to this many messages. Must not be aborted. */
  receive(most: number, waitSeconds: number): Promise<readonly Message[]>;
  delete(messages: readonly Message[]): Promise<void>;
  /** Makes messages visible again at once. */
  giveBack(messages: readonly Message[]): Promise<void>;
}

/**
 * One queue as a poller sees it.
 *
 * No call is ever aborted: fauxqs keeps the waiter of a closed connection and hands it the next message,
 * which nobody then sees for a whole visibility time-out.
 */
export const sqsQueue = (sqs: SQSClient, queueUrl: string): Queue => ({
  receive: async (most, waitSeconds) => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: Math.min(most, MOST_PER_CALL),
        WaitTimeSeconds: waitSeconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
    );
    return Messages;
  },

  delete: async (messages) => {
    for (const some of inTens(messages)) {
      await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries: some.map(entry) }));
    }
  },

  giveBack: async (messages) => {
    for (const some of inTens(messages)) {
      const Entries = some.map((message, n) => ({ ...entry(message, n), VisibilityTimeout: 0 }));
      await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrl, Entries }));
    }
  },
});

const entry = ({ ReceiptHandle }: Message, n: number) => ({ Id: String(n), ReceiptHandle });

const inTens = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / MOST_PER_CALL) }, (_, n) =>
    items.slice(n * MOST_PER_CALL, (n + 1) * MOST_PER_CALL),
  );
