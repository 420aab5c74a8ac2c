/**
 * A campaign has one run, and the run's id says which: launching twice names the same run, and Step Functions refuses a
 * second execution of the same name.
 */
export const runIdOf = (campaignId: string): string => campaignId.replace(/^cmp_/, 'run_');

export const campaignIdOf = (runId: string): string => runId.replace(/^run_/, 'cmp_');

/** The name of the execution of an attempt. A name stays taken: resuming, and moving a send time, needs a new one. */
export const executionNameOf = (runId: string, attempt: number): string =>
  attempt === 1 ? runId : `${runId}-${attempt}`;

/**
 * The name of the schedule that starts an attempt at a time: that of the execution. Of the time before, which may still be
 * retried and whose schedule is deleted when that is over, nothing can happen to a schedule of another name.
 */
export const scheduleNameOf = (runId: string, attempt: number): string => executionNameOf(runId, attempt);

/**
 * Where times of earlier attempts may still be set. Older versions called a schedule by the run alone, whatever the attempt;
 * what lies further back than the attempt before has been taken back, or has fired.
 */
export const earlierScheduleNamesOf = (runId: string, attempt: number): readonly string[] =>
  attempt === 1 ? [] : [...new Set([runId, scheduleNameOf(runId, attempt - 1)])];
