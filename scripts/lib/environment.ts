// oxlint-disable-next-line node/no-process-env -- the one place of the scripts that reads the environment
const environment = process.env;

const DEFAULT_BASE_PORT = 4500;

/** The settings of a run from the shell. */
export interface Settings {
  readonly basePort: number;
  readonly hosts: 'one' | 'each';
  readonly isVerbose: boolean;
}

/**
 * Reads the settings of a run.
 *
 * @throws when LOCAL_CLOUD_PORT is no port
 */
export const readSettings = (): Settings => ({
  basePort: readPort(environment['LOCAL_CLOUD_PORT']),
  hosts: environment['LOCAL_HOSTS'] === 'each' ? 'each' : 'one',
  isVerbose: environment['LOCAL_LOG'] === 'verbose',
});

const HIGHEST_BASE_PORT = 65_000;

const readPort = (text: string | undefined): number => {
  if (text === undefined || text === '') return DEFAULT_BASE_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port <= HIGHEST_BASE_PORT) return port;
  throw new Error(`LOCAL_CLOUD_PORT must be a number from 1 to ${HIGHEST_BASE_PORT}, not "${text}".`);
};

/**
 * Makes the environment of a process that must not reach a real account: the shell's own, without anything about AWS, and
 * with credentials that mean nothing. The framework refuses to start without any.
 */
export const withoutAccount = (extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('AWS_'))),
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: 'eu-west-1',
  AWS_EC2_METADATA_DISABLED: 'true',
  SLS_NOTIFICATIONS_MODE: 'off',
  SLS_TELEMETRY_DISABLED: '1',
  FORCE_COLOR: '0',
  ...extra,
});
