import type { Server } from 'node:http';

import { StartExecutionCommand, type StartExecutionCommandInput } from '@aws-sdk/client-sfn';

import type { Closing } from './closing.ts';
import { ACCOUNT } from './environment.ts';
import { createGateway } from './gateway/gateway.ts';
import { createLambdaApi } from './gateway/lambda-api.ts';
import { createLocalApi } from './gateway/local-api.ts';
import { createServiceApi } from './gateway/service-api.ts';
import { tokenVerifier } from './gateway/verify-token.ts';
import { close, listen } from './http/listen.ts';
import { createInvoker } from './lambda/invoker.ts';
import type { Log } from './log.ts';
import { EventSources } from './poller/event-sources.ts';
import type { Ports } from './ports.ts';
import { Hosts } from './registry/hosts.ts';
import { Registry } from './registry/registry.ts';
import { Subscriptions } from './registry/subscriptions.ts';
import type { Emulators } from './start-emulators.ts';

interface Wanted extends Emulators {
  readonly host: string;
  readonly ports: Ports;
  readonly region: string;
  readonly basePort: number;
  readonly env: Readonly<Record<string, string>>;
  readonly concurrencyLimit: number;
  readonly rulesFile: string | undefined;
  readonly log: Log;
  readonly closing: Closing;
}
