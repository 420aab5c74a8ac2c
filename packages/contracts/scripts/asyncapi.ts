import { stringify } from 'yaml';

import { catalogue, type Service, services } from '../src/index.ts';

interface Listed {
  readonly type: string;
  readonly kind: 'event' | 'command';
  readonly says: Service;
  readonly hears: readonly Service[];
  readonly asks?: readonly Service[];
  readonly status: 'live' | 'reserved';
  readonly summary: string;
}

const listed: readonly Listed[] = Object.entries(catalogue).map(([type, entry]) => ({ type, ...entry }));
const eventsOf = (service: Service) => listed.filter(({ kind, says }) => kind === 'event' && says === service);
const commandsOf = (service: Service) => listed.filter(({ kind, says }) => kind === 'command' && says === service);

const eventChannel = (service: Service) => `${service}-events`;
const commandChannel = (service: Service) => `${service}-commands`;

const reference = (...path: readonly string[]) => ({ $ref: `#/${path.join('/')}` });
const carried = (channel: string, messages: readonly Listed[]) =>
  messages.map(({ type }) => reference('channels', channel, 'messages', type));
const carrying = (messages: readonly Listed[]) =>
  Object.fromEntries(messages.map(({ type }) => [type, reference('components', 'messages', type)]));

const stage = { description: 'The stage that the platform is deployed as.', examples: ['dev', 'prod'] };

const topic = (service: Service) => ({
  address: `bulkhead-{stage}-${service}-events`,
  title: `What ${service} says`,
  description: `The one SNS topic of ${service}. Each consumer has a queue of its own on it, with raw delivery and a filter on \`type\`.`,
  servers: [reference('servers', 'sns')],
  parameters: { stage },
  messages: carrying(eventsOf(service)),
});

const ownQueues = (service: Service) => ({
  address: `bulkhead-{stage}-${service}-{queue}`,
  ...(commandsOf(service).some(({ asks }) => asks !== undefined)
    ? {
        title: `What ${service} is asked`,
        description: `SQS queues that only ${service} receives from, and others send to as well.`,
      }
    : {
        title: `What ${service} tells itself`,
        description: `SQS queues that only ${service} sends to and receives from.`,
      }),
  servers: [reference('servers', 'sqs')],
  parameters: { stage, queue: { description: `A queue of ${service}, named in its serverless.yml.` } },
  messages: carrying(commandsOf(service)),
});

type Named = readonly (readonly [string, unknown])[];

const channelsOf = (service: Service): Named => [
  ...(eventsOf(service).length > 0 ? [[eventChannel(service), topic(service)] as const] : []),
  ...(commandsOf(service).length > 0 ? [[commandChannel(service), ownQueues(service)] as const] : []),
];

const operation = (action: 'send' | 'receive', channel: string, messages: readonly Listed[]) => ({
  action,
  channel: reference('channels', channel),
  messages: carried(channel, messages),
});

/** What a service does, in the words of AsyncAPI: `campaigns.says`, `audience.hears.campaigns`, `dispatch.tells-itself`. */
const operationsOf = (service: Service): Named => {
  const said = eventsOf(service);
  const commands = commandsOf(service);
  const asked = services.map(
    (other) => [other, commandsOf(other).filter(({ asks }) => asks?.includes(service))] as const,
  );
  const heard = services.map(
    (other) => [other, eventsOf(other).filter(({ hears }) => hears.includes(service))] as const,
  );

  return [
    ...(said.length > 0 ? [[`${service}.says`, operation('send', eventChannel(service), said)] as const] : []),
    ...heard
      .filter(([, messages]) => messages.length > 0)
      .map(
        ([other, messages]) =>
          [`${service}.hears.${other}`, operation('receive', eventChannel(other), messages)] as const,
      ),
    ...asked
      .filter(([, messages]) => messages.length > 0)
      .map(
        ([other, messages]) =>
          [`${service}.asks.${other}`, operation('send', commandChannel(other), messages)] as const,
      ),
    ...(commands.length > 0
      ? [
          [`${service}.tells-itself`, operation('send', commandChannel(service), commands)] as const,
          [`${service}.hears-itself`, operation('receive', commandChannel(service), commands)] as const,
        ]
      : []),
  ];
};

const messageOf = ({ type, summary, status, kind }: Listed) => ({
  name: type,
  title: type,
  summary,
  contentType: 'application/json',
  tags: [
    { name: kind },
    ...(status === 'reserved' ? [{ name: 'reserved', description: 'Agreed; nobody says it yet.' }] : []),
  ],
  payload: { $ref: `./schemas/${type}.json` },
});

const description = `Services talk only through these messages. Each is a CloudEvents 1.0 event in structured JSON with two extensions:
\`correlationid\` is copied along a chain, \`causationid\` is the id of the message being handled. \`id\` is derived from what
happened, so that saying it twice is saying it once. Within a major version only optional fields are added; consumers ignore
what they do not know.
`;

/** Every channel, message and operation of the platform as an AsyncAPI 3.0 document. */
export const asyncapi = (): string =>
  `# Generated by \`pnpm contracts\` from src/catalogue.ts. Do not edit.\n${stringify(
    {
      asyncapi: '3.0.0',
      info: { title: 'Bulkhead', version: '1.0.0', description, license: { name: 'MIT' } },
      defaultContentType: 'application/json',
      servers: {
        sns: { host: 'sns.{region}.amazonaws.com', protocol: 'sns', variables: { region: { default: 'eu-west-1' } } },
        sqs: { host: 'sqs.{region}.amazonaws.com', protocol: 'sqs', variables: { region: { default: 'eu-west-1' } } },
      },
      channels: Object.fromEntries(services.flatMap(channelsOf)),
      operations: Object.fromEntries(services.flatMap(operationsOf)),
      components: { messages: Object.fromEntries(listed.map((message) => [message.type, messageOf(message)])) },
    },
    { lineWidth: 0, aliasDuplicateObjects: false },
  )}`;
