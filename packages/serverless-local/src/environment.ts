/** The settings of a local run that come from the shell or from the process that started us. */
export interface LocalSettings {
  /** Where local-cloud's gateway listens. */
  readonly cloudUrl: string;
  /** The folder for logs and data; ignored by git. */
  readonly dataDir: string | undefined;
  /** Whether the terminal shows what handlers print, and every call. */
  readonly isVerbose: boolean;
  /** Whether sources are watched and bundled again. */
  readonly isWatching: boolean;
  /** Seconds after which an idle worker thread is ended. */
  readonly idleSeconds: number;
}

const DEFAULT_PORT = '4500';
const DEFAULT_IDLE_SECONDS = '8';

// oxlint-disable-next-line node/no-process-env -- the one place of this package that reads or writes the environment
const environment = process.env;

/** Reads the settings of a local run. */
export const readSettings = (): LocalSettings => ({
  cloudUrl: environment['LOCAL_CLOUD_URL'] ?? `http://127.0.0.1:${environment['LOCAL_CLOUD_PORT'] ?? DEFAULT_PORT}`,
  dataDir: environment['LOCAL_DATA_DIR'],
  isVerbose: environment['LOCAL_LOG'] === 'verbose',
  isWatching: environment['LOCAL_WATCH'] !== 'off',
  idleSeconds: Number(environment['LOCAL_IDLE_SECONDS'] ?? DEFAULT_IDLE_SECONDS),
});

/** Adds variables to this process. serverless-offline hands every `AWS_…` one on to the handlers. */
export const extendEnvironment = (variables: Readonly<Record<string, string>>): void => {
  Object.assign(environment, variables);
};
