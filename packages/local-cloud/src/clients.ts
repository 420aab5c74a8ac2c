import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';

import { TEST_CREDENTIALS } from './environment.ts';
import type { Ports } from './ports.ts';

/** Every idle queue holds one connection in a long poll: the SDK's fifty would run out. */
const SOCKETS = 1_000;

interface Where {
  readonly host: string;
  readonly ports: Ports;
  readonly region: string;
}

/** Builds the SDK clients that local-cloud uses against itself, each on first use. */
export const createClients = ({ host, ports, region }: Where) => {
  const common = { region, credentials: TEST_CREDENTIALS, maxAttempts: 1 } as const;
  const at = (port: number) => ({
    ...common,
    endpoint: `http://${host}:${port}`,
    requestHandler: { httpAgent: { keepAlive: true, maxSockets: SOCKETS } },
  });
  const made: { destroy(): void }[] = [];
  const lazily = <Client extends { destroy(): void }>(make: () => Client) => {
    let client: Client | undefined;

    return (): Client => {
      if (client !== undefined) return client;
      client = make();
      made.push(client);
      return client;
    };
  };

  return {
    sqs: lazily(() => new SQSClient(at(ports.stores))),
    sns: lazily(() => new SNSClient(at(ports.stores))),
    s3: lazily(() => new S3Client({ ...at(ports.stores), forcePathStyle: true })),
    dynamodb: lazily(() => new DynamoDBClient(at(ports.dynamodb))),
    lambda: lazily(() => new LambdaClient(at(ports.gateway))),
    sfn: lazily(() => new SFNClient(at(ports.stepFunctions))),
    destroy: () => {
      for (const client of made) client.destroy();
    },
  };
};

export type Clients = ReturnType<typeof createClients>;
