/**
 * A campaign has one run, and the run's id says which: launching twice names the same run, and Step Functions refuses a
 * second execution of the same name.
 */
export const runIdOf = (campaignId: string): string => campaignId.replace(/^cmp_/, 'run_');

export const campaignIdOf = (runId: string): string => runId.replace(/^run_/, 'cmp_');

/** The name of the execution of an attempt. A name stays taken: resuming, and moving a send time, needs a new one. */
export const executionNameOf = (runId: string, attempt: number): string =>
  attempt === 1 ? runId : `${runId}-${attempt}`;
