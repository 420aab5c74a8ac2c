import { once } from 'node:events';
import { createServer } from 'node:net';

import { CreateTopicCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand } from '@aws-sdk/client-sqs';

import { type Clients, createClients } from '../../../packages/local-cloud/src/clients.ts';
import { createClosing } from '../../../packages/local-cloud/src/closing.ts';
import { startDatabase } from '../../../packages/local-cloud/src/database/dynoxide.ts';
import { ACCOUNT, localEnvironment } from '../../../packages/local-cloud/src/environment.ts';
import { portsFrom } from '../../../packages/local-cloud/src/ports.ts';
import { applyTable } from '../../../packages/local-cloud/src/registry/tables.ts';
import { createStores } from '../../../packages/local-cloud/src/stores/stores.ts';

/** local-cloud's DynamoDB, SQS and SNS, and nothing else of it. */
export interface Stage {
  /** Makes table, queues and topic of dispatch, of its own for each name. Answers the environment of its functions. */
  prepare(name: string): Promise<Readonly<Record<string, string>> & { readonly CHUNKS_QUEUE_URL: string }>;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const REGION = 'eu-west-1';
const VISIBILITY_SECONDS = '360';

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
};

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

export const openStage = async (): Promise<Stage> => {
  const closing = createClosing(say);
  const ports = { ...portsFrom(0), stores: await freePort(), dynamodb: await freePort() };
  const where = { host: HOST, ports, region: REGION };
  const stores = await createStores({ region: REGION, log: say });
  closing.add(stores.stop);
  await stores.listen({ host: HOST, port: ports.stores });
  closing.add((await startDatabase({ host: HOST, port: ports.dynamodb, log: say, onDeath: () => {} })).stop);
  const clients = createClients(where);
  closing.add(clients.destroy);

  return {
    prepare: async (name) => ({ ...localEnvironment(where), ...settings, ...(await prepareFor(clients, name)) }),
    close: closing.close,
  };
};

/** As deployed, but for the share kept for other mail: all of the rate is to be used here. */
const settings = {
  SENDER_TIMEOUT_SECONDS: '300',
  NETWORK_SECONDS: '60',
  SETTLE_SECONDS: '900',
  ASK_SECONDS: '60',
  DOUBT_POLICY: 'resend',
  SEND_EVENTS: 'true',
  KEPT_SHARE: '0',
  CONFIGURATION_SET: 'bench',
};

const table = {
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
};

const prepareFor = async (clients: Clients, name: string) => {
  const TABLE_NAME = `bench-${name}`;
  await applyTable(clients.dynamodb(), { id: TABLE_NAME, type: 'table', ref: TABLE_NAME, att: {}, properties: table });
  await clients.sns().send(new CreateTopicCommand({ Name: `bench-${name}` }));
  const queue = async (suffix: string): Promise<string> => {
    const asked = { QueueName: `bench-${name}-${suffix}`, Attributes: { VisibilityTimeout: VISIBILITY_SECONDS } };
    return (await clients.sqs().send(new CreateQueueCommand(asked))).QueueUrl ?? '';
  };

  return {
    TABLE_NAME,
    TOPIC_ARN: `arn:aws:sns:${REGION}:${ACCOUNT}:bench-${name}`,
    CHUNKS_QUEUE_URL: await queue('chunks'),
    CHUNKS_DLQ_URL: await queue('chunks-dlq'),
    WAVES_DLQ_URL: await queue('waves-dlq'),
    QUOTA_LOOKS_QUEUE_URL: await queue('quota-looks'),
  };
};
