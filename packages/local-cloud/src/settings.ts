import { join } from 'node:path';

const DEFAULT_PORT = 4500;
const WORKSPACE = join(import.meta.dirname, '../../..');

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads how local-cloud is to run from its environment; empty is absent.
 *
 * @throws with the name of what is not a whole number
 */
export const readSettings = (environment: Environment) => {
  const text = (name: string) => environment[name] || undefined;
  const region = text('AWS_REGION');
  const rulesFile = text('LOCAL_CLOUD_SES_RULES');
  const webFolder = text('LOCAL_CLOUD_WEB');
  const concurrencyLimit = wholeNumber('LOCAL_CLOUD_CONCURRENCY', text('LOCAL_CLOUD_CONCURRENCY'));

  return {
    basePort: wholeNumber('LOCAL_CLOUD_PORT', text('LOCAL_CLOUD_PORT')) ?? DEFAULT_PORT,
    dataFolder: text('LOCAL_DATA_DIR') ?? join(WORKSPACE, '.local'),
    ...(region !== undefined && { region }),
    ...(rulesFile !== undefined && { rulesFile }),
    ...(webFolder !== undefined && { webFolder }),
    ...(concurrencyLimit !== undefined && { concurrencyLimit }),
  };
};

const wholeNumber = (name: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`${name} must be a whole number above zero, not ${text}`);

  return number;
};
