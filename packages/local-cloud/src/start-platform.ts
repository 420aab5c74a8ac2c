import type { Server } from 'node:http';

import { StartExecutionCommand, type StartExecutionCommandInput } from '@aws-sdk/client-sfn';
import { SendMessageCommand } from '@aws-sdk/client-sqs';

import type { Closing } from './closing.ts';
import { ACCOUNT } from './environment.ts';
import { createGateway } from './gateway/gateway.ts';
import { createLambdaApi } from './gateway/lambda-api.ts';
import { createLocalApi } from './gateway/local-api.ts';
import { createServiceApi } from './gateway/service-api.ts';
import { tokenVerifier, trustedIssuers } from './gateway/verify-token.ts';
import { close, listen } from './http/listen.ts';
import { createInvoker, type Invoker } from './lambda/invoker.ts';
import { codeLog, type Log } from './log.ts';
import { EventSources } from './poller/event-sources.ts';
import type { Ports } from './ports.ts';
import { Hosts } from './registry/hosts.ts';
import { Registry } from './registry/registry.ts';
import { snsTopics } from './registry/sns-topics.ts';
import { Subscriptions } from './registry/subscriptions.ts';
import type { DeadLetter } from './scheduler/dead-letter.ts';
import { createScheduler } from './scheduler/index.ts';
import { createSes } from './ses/index.ts';
import { createStepFunctions } from './sfn/index.ts';
import type { Emulators } from './start-emulators.ts';
import { createPublicImages } from './web/public-images.ts';
import { createWeb } from './web/web.ts';

/** A schedule that is due waits this long for a service that is starting. */
const SCHEDULE_PATIENCE_MS = 60_000;

/** Where campaigns keeps the pictures of mails. */
const IMAGES_BUCKET = `bulkhead-local-campaigns-${ACCOUNT}`;

interface Wanted extends Emulators {
  readonly host: string;
  readonly ports: Ports;
  readonly region: string;
  readonly basePort: number;
  readonly env: Readonly<Record<string, string>>;
  readonly concurrencyLimit: number;
  readonly rulesFile: string | undefined;
  readonly webFolder: string | undefined;
  readonly log: Log;
  readonly closing: Closing;
}

/** Starts what is ours: Step Functions, SES, schedules, pollers, registry and gateway. */
export const startPlatform = async (wanted: Wanted): Promise<void> => {
  const { host, ports, closing, log } = wanted;
  const hosts = new Hosts(wanted.basePort);
  const invoker = createInvoker({ host, hosts, log });
  const engines = createEngines(wanted, invoker);
  const sources = createSources(wanted, invoker);
  const registry = createRegistry(wanted, { hosts, sources, ...engines });
  const gateway = createGateway({
    serviceApi: createServiceApi({
      host,
      findHost: (service) => hosts.find(service),
      verify: tokenVerifier(trustedIssuers(wanted.issuer.url, `http://${host}:${ports.gateway}`)),
      log,
    }),
    lambdaApi: createLambdaApi({ invoker, log }),
    localApi: createLocalApi(registry),
    mailbox: engines.mail.handleMailboxRequest,
    images: createPublicImages({ stores: `http://${host}:${ports.stores}`, bucket: IMAGES_BUCKET }),
    web: createWeb({
      folder: wanted.webFolder,
      issuer: wanted.issuer.url,
      stores: `http://${host}:${ports.stores}`,
      region: wanted.region,
    }),
    log,
  });
  const serve = async (server: Server, port: number): Promise<void> => {
    closing.add(() => close(server));
    await listen(server, { host, port });
  };

  await serve(engines.stepFunctions.server, ports.stepFunctions);
  await serve(engines.scheduler.server, ports.scheduler);
  await serve(engines.mail.server, ports.mail);
  await serve(gateway, ports.gateway);
  closing.add(() => {
    engines.scheduler.stop();
    engines.stepFunctions.stop();
  });
  closing.add(engines.mail.stop);
  closing.add(async () => {
    const stopped = sources.stopAll();
    wanted.stores.releasePolls();
    await stopped;
  });
};

const queueUrlIn =
  (env: Wanted['env']) =>
  (queueArn: string): string =>
    `${env['AWS_ENDPOINT_URL_SQS']}/${ACCOUNT}/${queueArn.split(':').at(-1)}`;

const createEngines = ({ region, clients, env, stores, rulesFile, log }: Wanted, invoker: Invoker) => ({
  stepFunctions: createStepFunctions({ region, account: ACCOUNT, clients, log }),
  scheduler: createScheduler({
    region,
    account: ACCOUNT,
    startExecution: async (input: StartExecutionCommandInput) => {
      await clients.sfn().send(new StartExecutionCommand(input));
    },
    invokeFunction: async (arn: string, payload: string) => {
      const { kind } = await invoker.invoke({ functionName: arn, payload, patienceMs: SCHEDULE_PATIENCE_MS });
      if (kind !== 'answered') throw new Error(`${arn} ${kind.replace('_', ' ')}`);
    },
    park: async (queueArn: string, { body, attributes }: DeadLetter) => {
      const texts = Object.entries(attributes).map(([name, text]) => [name, { DataType: 'String', StringValue: text }]);
      await clients.sqs().send(
        new SendMessageCommand({
          QueueUrl: queueUrlIn(env)(queueArn),
          MessageBody: body,
          MessageAttributes: Object.fromEntries(texts),
        }),
      );
    },
    log,
  }),
  mail: createSes({
    region,
    rulesFile,
    publish: async (topicArn, event) => stores.publish(topicArn, JSON.stringify(event)),
    log: codeLog(log),
  }),
});

const createSources = ({ clients, env, region, concurrencyLimit, log }: Wanted, invoker: Invoker) =>
  new EventSources({
    sqs: clients.sqs(),
    queueUrlOf: queueUrlIn(env),
    region,
    invoker,
    concurrencyLimit,
    log,
  });

interface Parts extends ReturnType<typeof createEngines> {
  readonly hosts: Hosts;
  readonly sources: EventSources;
}

const createRegistry = (wanted: Wanted, { hosts, sources, mail, stepFunctions }: Parts) => {
  const { host, ports, region, clients, stores, env, log } = wanted;

  return new Registry({
    host,
    region,
    clients,
    hosts,
    sources,
    mail,
    subscriptions: new Subscriptions(snsTopics(clients.sns)),
    configureBucket: stores.configureBucket,
    environment: env,
    gatewayUrl: `http://${host}:${ports.gateway}`,
    issuerUrl: wanted.issuer.url,
    registerMachine: (machine) => {
      stepFunctions.registerMachine(machine);
    },
    log,
  });
};
