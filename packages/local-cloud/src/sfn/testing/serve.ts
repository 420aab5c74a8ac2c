import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';

import { createStepFunctions } from '../index.ts';
import { VirtualClock } from './virtual-clock.ts';

export const ROLE = 'arn:aws:iam::000000000000:role/run';
export const MACHINE = 'arn:aws:states:eu-west-1:000000000000:stateMachine:run';

export const rest = { Type: 'Wait', Seconds: 60, End: true };
export const definitionOf = (states: object, more: object = {}): string =>
  JSON.stringify({ QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states, ...more });

const running: (() => void)[] = [];

/** Ends what the tests before have started. */
export const endAll = (): void => {
  for (const end of running.splice(0)) end();
};

const clientAt = (port: number): SFNClient =>
  new SFNClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });

/** Serves Step Functions with one machine, `run`, to a real SDK client. */
export const setUp = async (definition = definitionOf({ Rest: rest })) => {
  const tokens: string[] = [];
  const queue = {
    send: async (command: object): Promise<unknown> => {
      const { MessageBody } = 'input' in command ? Object(command.input) : { MessageBody: '{}' };
      tokens.push(String(JSON.parse(String(MessageBody)).token));
      return { MessageId: 'm', $metadata: { httpStatusCode: 200, requestId: 'r' } };
    },
  };
  const fake = () => queue;
  const clock = new VirtualClock(Date.parse('2030-01-01T00:00:00Z'));
  const lines: string[] = [];
  const { server, registerMachine, stop } = createStepFunctions({
    region: 'eu-west-1',
    account: '000000000000',
    clients: { sqs: fake, sns: fake, s3: fake, dynamodb: fake, lambda: fake },
    log: (line) => lines.push(line),
    clock,
  });
  registerMachine({ name: 'run', definition, type: 'STANDARD' });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port }: AddressInfo = Object(server.address());
  const client = clientAt(port);
  running.push(() => {
    client.destroy();
    stop();
    server.close();
    server.closeAllConnections();
  });

  const start = async (name: string, input = '{}'): Promise<string> => {
    const command = new StartExecutionCommand({ stateMachineArn: MACHINE, name, input });
    return (await client.send(command)).executionArn ?? '';
  };
  /** Each advance lets everything run that does not wait for time. */
  const settle = (ms = 0) => clock.advance(ms);
  return { client, clock, lines, tokens, registerMachine, start, settle };
};
