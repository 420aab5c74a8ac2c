import * as dynamodb from '@aws-sdk/client-dynamodb';
import * as lambda from '@aws-sdk/client-lambda';
import * as s3 from '@aws-sdk/client-s3';
import * as sns from '@aws-sdk/client-sns';
import * as sqs from '@aws-sdk/client-sqs';

/** As much of an SDK client as is needed here. */
interface AwsClient {
  send(command: object): Promise<unknown>;
}

export type ServiceName = 'sqs' | 'sns' | 's3' | 'dynamodb' | 'lambda';

/** The wired clients, each made when it is first asked for. */
export type Clients = Readonly<Record<ServiceName, () => AwsClient>>;

interface Sdk {
  readonly module: Readonly<Record<string, unknown>>;
  /** Before the dot in the errors of `aws-sdk:` integrations, as the Java SDK spells it. */
  readonly prefix: string;
  /** The same for optimised integrations, and the error of everything that has no name of its own. */
  readonly optimisedPrefix: string;
  readonly optimisedFallback: string;
  /** The service's name inside the cause of an optimised integration's error. */
  readonly optimisedService: string;
}

const optimised = (prefix: string, fallback: string, service: string) => ({
  optimisedPrefix: prefix,
  optimisedFallback: fallback,
  optimisedService: service,
});

export const SDKS: Readonly<Record<ServiceName, Sdk>> = {
  sqs: { module: sqs, prefix: 'Sqs', ...optimised('SQS', 'AmazonSQSException', 'AmazonSQS') },
  sns: { module: sns, prefix: 'Sns', ...optimised('SNS', 'AmazonSNSException', 'AmazonSNS') },
  s3: { module: s3, prefix: 'S3', ...optimised('S3', 'AmazonS3Exception', 'AmazonS3') },
  dynamodb: {
    module: dynamodb,
    prefix: 'DynamoDb',
    ...optimised('DynamoDB', 'AmazonDynamoDBException', 'AmazonDynamoDBv2'),
  },
  lambda: { module: lambda, prefix: 'Lambda', ...optimised('Lambda', 'AWSLambdaException', 'AWSLambda') },
};

export const isServiceName = (name: string): name is ServiceName => Object.hasOwn(SDKS, name);

/** The class of an action's command: `sendMessage` → `SendMessageCommand`. */
export const commandClass = (service: ServiceName, action: string): Function | undefined => {
  const name = `${action.charAt(0).toUpperCase()}${action.slice(1)}Command`;
  const found = SDKS[service].module[name];
  return typeof found === 'function' && /^[a-z]/.test(action) ? found : undefined;
};
