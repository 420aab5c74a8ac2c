import { ConditionalCheckFailedException, DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { ResourceNotFoundException, TooManyRequestsException } from '@aws-sdk/client-lambda';
import { NoSuchKey } from '@aws-sdk/client-s3';
import { QueueDoesNotExist, SQSServiceException } from '@aws-sdk/client-sqs';

import { readResource } from '../resource.ts';
import { integrationError } from './errors.ts';
import { isServiceName } from './sdk.ts';

const $metadata = { httpStatusCode: 400, requestId: 'r-1' };
const told = { $metadata, message: 'said so' };
const generic = { ...told, $fault: 'client' as const };

const named = (arn: string, thrown: unknown) => {
  const resource = readResource(arn);
  if (resource === undefined || !isServiceName(resource.service)) throw new Error(`${arn} is no integration`);
  return integrationError(thrown, resource, resource.service);
};

it.each([
  {
    arn: 'arn:aws:states:::sqs:sendMessage',
    thrown: new QueueDoesNotExist(told),
    error: 'SQS.QueueDoesNotExistException',
  },
  {
    arn: 'arn:aws:states:::sqs:sendMessage',
    thrown: new SQSServiceException({ ...generic, name: 'MissingParameter' }),
    error: 'SQS.AmazonSQSException',
  },
  { arn: 'arn:aws:states:::sqs:sendMessage', thrown: new TypeError('fetch failed'), error: 'SQS.SdkClientException' },
  {
    arn: 'arn:aws:states:::dynamodb:putItem',
    thrown: new ConditionalCheckFailedException(told),
    error: 'DynamoDB.ConditionalCheckFailedException',
  },
  {
    arn: 'arn:aws:states:::dynamodb:putItem',
    thrown: new DynamoDBServiceException({ ...generic, name: 'ValidationException' }),
    error: 'DynamoDB.AmazonDynamoDBException',
  },
  {
    arn: 'arn:aws:states:::aws-sdk:dynamodb:putItem',
    thrown: new ConditionalCheckFailedException(told),
    error: 'DynamoDb.ConditionalCheckFailedException',
  },
  {
    arn: 'arn:aws:states:::aws-sdk:dynamodb:putItem',
    thrown: new DynamoDBServiceException({ ...generic, name: 'ValidationException' }),
    error: 'DynamoDb.DynamoDbException',
  },
  { arn: 'arn:aws:states:::aws-sdk:s3:getObject', thrown: new NoSuchKey(told), error: 'S3.NoSuchKeyException' },
  {
    arn: 'arn:aws:states:::aws-sdk:sqs:sendMessage',
    thrown: new QueueDoesNotExist(told),
    error: 'Sqs.QueueDoesNotExistException',
  },
  {
    arn: 'arn:aws:states:::lambda:invoke',
    thrown: new TooManyRequestsException(told),
    error: 'Lambda.TooManyRequestsException',
  },
  {
    arn: 'arn:aws:states:::lambda:invoke',
    thrown: new ResourceNotFoundException(told),
    error: 'Lambda.ResourceNotFoundException',
  },
])('names $thrown.name of $arn $error', ({ arn, thrown, error }) => {
  expect(named(arn, thrown).error).toBe(error);
});

it('tells in the cause what the service said', () => {
  const optimised = named('arn:aws:states:::sqs:sendMessage', new QueueDoesNotExist(told));
  const plain = named('arn:aws:states:::aws-sdk:sqs:sendMessage', new QueueDoesNotExist(told));

  expect(optimised.errorCause).toBe(
    'said so (Service: AmazonSQS; Status Code: 400; Error Code: QueueDoesNotExist; Request ID: r-1; Proxy: null)',
  );
  expect(plain.errorCause).toBe('said so (Service: Sqs, Status Code: 400, Request ID: r-1)');
});
