/** What every line on stdout begins or ends with. */
export interface Output {
  readonly service: string;
  readonly stage: string;
  readonly now: () => number;
  readonly write: (line: string) => void;
}

/** Standard output of this function, under the names that provider.yml gives its service and stage. */
export const outputOfEnvironment = (): Output => ({
  // oxlint-disable-next-line node/no-process-env -- the same name for every function, so no service's configuration
  service: process.env['SERVICE'] ?? 'unknown',
  // oxlint-disable-next-line node/no-process-env -- the same name for every function, so no service's configuration
  stage: process.env['STAGE'] ?? 'unknown',
  now: () => Date.now(),
  write: (line) => void process.stdout.write(`${line}\n`),
});
