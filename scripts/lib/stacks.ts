import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inputsHash } from './inputs-hash.ts';
import { listServices, root } from './workspace.ts';

/** One serverless.yml. */
export interface Stack {
  /** `campaigns` or `campaigns/stateful`; `console/tokens`, which is code, too. */
  readonly name: string;
  readonly folder: string;
  readonly service: string;
}

/** Lists every stack of the workspace as they are deployed: stateful ones first, then where tokens come from. */
export const listStacks = (): readonly Stack[] => {
  const services = listServices();

  return [
    ...services.map((service) => stack(service, `${service}/stateful`)),
    ...services.map((service) => stack(service, `${service}/tokens`)),
    ...services.map((service) => stack(service, service)),
  ].filter(({ folder }) => existsSync(join(folder, 'serverless.yml')));
};

const stack = (service: string, name: string): Stack => ({ name, service, folder: join(root, 'services', name) });

/** Computes the hash of everything that a stack's package is made of. */
export const hashStack = async ({ service, name }: Stack): Promise<string> => {
  const shared = ['packages/serverless-config', 'pnpm-lock.yaml'];
  if (name.endsWith('/stateful')) return inputsHash(root, [`services/${name}`, ...shared]);
  const packages = await packagesOf(join('services', service));

  return inputsHash(root, [`services/${service}`, ...packages.map((folder) => `${folder}/src`), ...shared]);
};

/** Lists the packages of this workspace that end in a bundle: dependencies of a folder, and theirs. */
const packagesOf = async (folder: string): Promise<readonly string[]> => {
  const { dependencies = {} }: { readonly dependencies?: Readonly<Record<string, string>> } = JSON.parse(
    await readFile(join(root, folder, 'package.json'), 'utf8'),
  );
  const direct = Object.keys(dependencies).flatMap((name) => {
    const [scope, own] = name.split('/');
    return scope === '@bulkhead' && own !== undefined ? [join('packages', own)] : [];
  });
  const indirect = await Promise.all(direct.map(packagesOf));

  return [...new Set([...direct, ...indirect.flat()])];
};
