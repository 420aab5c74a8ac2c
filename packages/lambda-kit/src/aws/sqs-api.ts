import * as z from 'zod/mini';

import { AwsHttp } from './http/aws-http.ts';
import type { Connection } from './http/connection.ts';

const Answer = z.object({ Failed: z.optional(z.array(z.object({ Code: z.string() }))) });

export interface SqsEntry {
  readonly Id: string;
  readonly MessageBody: string;
  readonly DelaySeconds?: number;
  readonly MessageGroupId?: string;
  readonly MessageAttributes?: SqsMessage['MessageAttributes'];
}

export interface SqsMessage {
  readonly MessageBody: string;
  readonly MessageAttributes: Readonly<Record<string, { readonly DataType: 'String'; readonly StringValue: string }>>;
}

/**
 * What the services ask of SQS.
 * @example
 * new SqsCommands(new SqsApi(), env.COMMANDS_QUEUE_URL);
 */
export class SqsApi {
  readonly #http: AwsHttp;

  constructor(connection?: Connection) {
    this.#http = new AwsHttp('sqs', connection);
  }

  async send(queueUrl: string, message: SqsMessage): Promise<void> {
    await this.#ask('SendMessage', { QueueUrl: queueUrl, ...message });
  }

  /** Answers the codes of those entries that SQS did not take. */
  async sendBatch(queueUrl: string, entries: readonly SqsEntry[]): Promise<readonly string[]> {
    const answer = await this.#ask('SendMessageBatch', { QueueUrl: queueUrl, Entries: entries });
    return (z.parse(Answer, answer).Failed ?? []).map(({ Code }) => Code);
  }

  async #ask(action: string, input: object): Promise<unknown> {
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${action}` };
    const { body } = await this.#http.send({ method: 'POST', headers, body: JSON.stringify(input) });
    return JSON.parse(body.toString());
  }
}
