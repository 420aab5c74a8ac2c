import { textOf } from '@bulkhead/lambda-kit/aws';

/** What came back over the wire. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** An answer that is not a message id, in the form in which the AWS SDK throws such answers. */
export interface SesProblem {
  readonly name: string;
  readonly message: string;
  readonly $metadata: { readonly httpStatusCode: number };
}

export const messageIdIn = ({ status, body }: HttpAnswer): string | undefined =>
  status === 200 ? textOf('MessageId', body) : undefined;

export const problemIn = ({ status, body }: HttpAnswer): SesProblem => ({
  name: textOf('Code', body) ?? 'unknown',
  message: textOf('Message', body) ?? '',
  $metadata: { httpStatusCode: status },
});
