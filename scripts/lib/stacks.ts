import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inputsHash } from './inputs-hash.ts';
import { listServices, root } from './workspace.ts';

/** One serverless.yml. */
export interface Stack {
  /** `campaigns` or `campaigns/stateful`. */
  readonly name: string;
  readonly folder: string;
  readonly service: string;
}

/** Lists every stack of the workspace, stateful ones first, as they are deployed. */
export const listStacks = (): readonly Stack[] => {
  const services = listServices();

  return [
    ...services.map((service) => stack(service, `${service}/stateful`)),
    ...services.map((service) => stack(service, service)),
  ].filter(({ folder }) => existsSync(join(folder, 'serverless.yml')));
};

const stack = (service: string, name: string): Stack => ({ name, service, folder: join(root, 'services', name) });

/** Everything that a service's packages are made of: its own folder and what all services share. */
export const hashService = (service: string): Promise<string> =>
  inputsHash(root, [
    `services/${service}`,
    'packages/*/src',
    'packages/*/package.json',
    'packages/serverless-config',
    'pnpm-lock.yaml',
    'package.json',
  ]);
