import { StateError } from '../errors.ts';
import type { Json } from '../json.ts';
import { readResource } from '../resource.ts';
import { makeIntegrate } from './index.ts';

const setUp = (answer: unknown = {}) => {
  const sent: { readonly name: string; readonly input: unknown }[] = [];
  const client = {
    send: async (command: object): Promise<unknown> => {
      sent.push({ name: command.constructor.name, input: 'input' in command ? command.input : undefined });
      return answer;
    },
  };
  const one = () => client;
  const integrate = makeIntegrate({ sqs: one, sns: one, s3: one, dynamodb: one, lambda: one });

  return {
    sent,
    call: (arn: string, args: Json) => {
      const resource = readResource(`arn:aws:states:::${arn}`);
      if (resource === undefined) throw new Error(`${arn} is no integration`);
      return integrate(resource, args);
    },
  };
};

it.each([
  { arn: 'sqs:sendMessage', args: { QueueUrl: 'q', MessageBody: { a: [1] } }, field: 'MessageBody' },
  { arn: 'sns:publish', args: { TopicArn: 't', Message: { a: [1] } }, field: 'Message' },
])('sends the object of $arn as JSON text', async ({ arn, args, field }) => {
  const { sent, call } = setUp();

  await call(arn, args);

  expect(sent).toEqual([{ name: expect.stringMatching(/Command$/), input: { ...args, [field]: '{"a":[1]}' } }]);
});

it('sends a text as it is', async () => {
  const { sent, call } = setUp();

  await call('sqs:sendMessage', { QueueUrl: 'q', MessageBody: 'plain' });

  expect(sent[0]?.input).toEqual({ QueueUrl: 'q', MessageBody: 'plain' });
});

it('gives the payload of a function as JSON, with the metadata of the call', async () => {
  const { sent, call } = setUp({
    StatusCode: 200,
    Payload: Buffer.from('{"wave":3}'),
    $metadata: { httpStatusCode: 200, requestId: 'r' },
  });

  const result = await call('lambda:invoke', { FunctionName: 'f', Payload: { a: 1 } });

  expect(sent).toEqual([{ name: 'InvokeCommand', input: { FunctionName: 'f', Payload: Buffer.from('{"a":1}') } }]);
  expect(result).toEqual({
    StatusCode: 200,
    Payload: { wave: 3 },
    SdkHttpMetadata: { HttpStatusCode: 200 },
    SdkResponseMetadata: { RequestId: 'r' },
  });
});

it.each([
  { payload: '{"errorType":"RetryableError","errorMessage":"busy"}', error: 'RetryableError' },
  { payload: '{"errorMessage":"?"}', error: 'Lambda.Unknown' },
  { payload: 'not json', error: 'Lambda.Unknown' },
])("keeps a function's name for its error: $error", async ({ payload, error }) => {
  const { call } = setUp({ StatusCode: 200, FunctionError: 'Unhandled', Payload: Buffer.from(payload) });

  await expect(call('lambda:invoke', { FunctionName: 'f' })).rejects.toMatchObject({ error, errorCause: payload });
});

it('reads bodies as text and moments as ISO', async () => {
  const { call } = setUp({
    Body: { transformToString: async () => 'text' },
    LastModified: new Date(0),
    Gone: undefined,
    $metadata: { httpStatusCode: 200 },
  });

  const result = await call('aws-sdk:s3:getObject', { Bucket: 'b', Key: 'k' });

  expect(result).toEqual({ Body: 'text', LastModified: '1970-01-01T00:00:00.000Z' });
});

it.each<{ arn: string; args: Json; cause: RegExp }>([
  {
    arn: 'dynamodb:putItem',
    args: { TableName: 't', Item: { pk: { S: 'a' }, n: { N: 5 } } },
    cause: /'N' must be a STRING/,
  },
  {
    arn: 'dynamodb:putItem',
    args: { TableName: 't', Item: { pk: { M: { a: { S: null } } } } },
    cause: /'S' must be a STRING/,
  },
  { arn: 'sqs:sendMessage', args: { MessageBody: 'm' }, cause: /'QueueUrl' is required/ },
  { arn: 'sqs:sendMessage', args: 'text', cause: /must be an object/ },
])('does not start $arn with $args', async ({ arn, args, cause }) => {
  const { sent, call } = setUp();

  const attempt = call(arn, args);

  await expect(attempt).rejects.toBeInstanceOf(StateError);
  await expect(attempt).rejects.toMatchObject({ error: 'States.Runtime', errorCause: expect.stringMatching(cause) });
  expect(sent).toEqual([]);
});

it('writes attributes that happen to be called like types', async () => {
  const { sent, call } = setUp();
  const args = { TableName: 't', Item: { N: { N: '1' }, S: { S: 'a' } }, Key: { S: { S: 'a' } } };

  await call('aws-sdk:dynamodb:putItem', args);

  expect(sent[0]?.input).toEqual(args);
});
