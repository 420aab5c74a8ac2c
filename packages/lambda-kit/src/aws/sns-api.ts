import { AwsHttp } from './http/aws-http.ts';
import type { Connection } from './http/connection.ts';

/**
 * What the services ask of SNS.
 * @example
 * new SnsEvents(new SnsApi(), env.TOPIC_ARN);
 */
export class SnsApi {
  readonly #http: AwsHttp;

  constructor(connection?: Connection) {
    this.#http = new AwsHttp('sns', connection);
  }

  /** Answers the codes of those messages that SNS did not take. */
  async publishBatch(topicArn: string, messages: readonly string[]): Promise<readonly string[]> {
    const form = new URLSearchParams({ Action: 'PublishBatch', Version: '2010-03-31', TopicArn: topicArn });
    for (const [n, message] of messages.entries()) {
      form.set(`PublishBatchRequestEntries.member.${n + 1}.Id`, String(n));
      form.set(`PublishBatchRequestEntries.member.${n + 1}.Message`, message);
    }
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const { body } = await this.#http.send({ method: 'POST', headers, body: form.toString() });

    const [, refused = ''] = /<Failed>([^]*?)<\/Failed>/.exec(body.toString()) ?? [];
    return [...refused.matchAll(/<Code>([^<]*)<\/Code>/g)].map(([, code = 'unknown']) => code);
  }
}
