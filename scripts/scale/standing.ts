import { hoursOfMonth, poller, smallFunctionMs } from './assumptions.ts';
import { contactsGb } from './audience.ts';
import { memoryMbOf, stacks } from './stacks.ts';
import type { Usage } from './usage.ts';

const MINUTES_OF_HOUR = 60;
const SECONDS_OF_HOUR = 3_600;
const SWEEPS_OF_HOUR = 12;

/** Long polls that find nothing: Lambda asks its queues day and night. */
export const idlePolls = (): number =>
  stacks.eventSources * poller.idlePolls * (SECONDS_OF_HOUR / poller.idlePollSeconds) * hoursOfMonth;

/** A month in which nothing is sent. */
export const idleMonth = (): Usage => {
  const refreshes = MINUTES_OF_HOUR * hoursOfMonth;
  const sweeps = SWEEPS_OF_HOUR * hoursOfMonth;
  return {
    queueRequests: idlePolls(),
    alarmMonths: stacks.alarms,
    invocations: refreshes + sweeps,
    gbSeconds: ((refreshes + sweeps) * smallFunctionMs * memoryMbOf('dispatch', 'refreshQuota')) / 1_024 / 1_000,
    writeUnits: refreshes,
    readUnits: refreshes + sweeps,
    logGb: ((refreshes + sweeps) * 400) / 1e9,
  };
};

/** Keeping a list for a month. */
export const keeping = (contacts: number): Usage => ({
  tableGbMonths: contactsGb(contacts),
  backupGbMonths: contactsGb(contacts),
});
