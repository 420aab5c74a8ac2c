import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';

import type { Log } from '../log.ts';
import { type Clock, systemClock } from '../sfn/clock.ts';
import { answerSchedules } from './api.ts';
import { makeDelivery, type Targets } from './delivery.ts';
import { answerGroups, Groups } from './groups.ts';
import { Schedules } from './schedules.ts';
import { createRestServer } from './server.ts';

interface SchedulerOptions extends Targets {
  readonly region: string;
  readonly account: string;
  readonly log: Log;
  /** Tests pass one that stands still. */
  readonly clock?: Clock;
}

export interface Scheduler {
  /** Not listening yet. */
  readonly server: Server;
  /** Forgets every schedule and every retry; the server is the caller's to close. */
  readonly stop: () => void;
}

const newId = (): string => randomBytes(8).toString('hex');

/**
 * Amazon EventBridge Scheduler for one laptop, in memory: one-time and rate schedules that start state
 * machines and invoke functions.
 *
 * @example
 * const scheduler = createScheduler({ region: 'eu-west-1', account: '000000000000', startExecution, invokeFunction, log });
 * scheduler.server.listen(4505, '127.0.0.1');
 */
export const createScheduler = (options: SchedulerOptions): Scheduler => {
  const { region, account, log, clock = systemClock } = options;
  const deliver = makeDelivery({ targets: options, clock, log, newId });
  const schedules = new Schedules({ region, account, clock, deliver });
  const groups = new Groups(schedules, { region, account, now: () => clock.now() });

  return {
    server: createRestServer(
      new Map([
        ['schedules', (request) => answerSchedules(schedules, request)],
        ['schedule-groups', (request) => answerGroups(groups, request)],
      ]),
    ),
    stop: () => schedules.stop(),
  };
};
