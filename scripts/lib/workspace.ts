import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The root of the workspace, wherever a script is started from. */
export const root = resolve(import.meta.dirname, '../..');

/** Where the console's built web app lies; the gateway serves it. */
export const webAppFolder = join(root, 'services/console/web/dist');

/** Lists the services, in the order of their names. */
export const listServices = (): readonly string[] =>
  readdirSync(join(root, 'services'))
    .filter((name) => existsSync(join(root, 'services', name, 'serverless.yml')))
    .sort();
