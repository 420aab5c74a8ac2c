import { setTimeout as pause } from 'node:timers/promises';

import type { Client, Run } from '@bulkhead/e2e';
import * as z from 'zod/mini';

/** How a run stands. */
export interface Standing {
  readonly run: Run;
  /** Messages that SES has accepted of it. */
  readonly accepted: number;
}

export interface Following {
  readonly client: Client;
  readonly runId: string;
  readonly onStanding: (standing: Standing) => void;
  /** A run that does not change for so long is stuck. */
  readonly patienceMs: number;
  /** Nobody wants to know any more. */
  readonly isOver: () => boolean;
}

const POLL_MS = 400;
const ended: readonly string[] = ['sent', 'cancelled', 'failed'];
const Summary = z.object({ accepted: z.int() });

/** Nothing has changed for so long that nothing will. */
class Stuck extends Error {
  override readonly name = 'Stuck';
}

/**
 * Follows a run to its end. A service that cannot answer is asked again.
 * @throws Stuck
 */
export const follow = async ({ client, runId, onStanding, patienceMs, isOver }: Following): Promise<Run> => {
  let before = '';
  let changedAt = Date.now();
  while (!isOver()) {
    const standing = await look(client, runId);
    if (standing !== undefined) {
      onStanding(standing);
      if (ended.includes(standing.run.status)) return standing.run;
    }
    const now = JSON.stringify(standing ?? before);
    if (now !== before) changedAt = Date.now();
    before = now;
    if (Date.now() - changedAt > patienceMs) {
      throw new Stuck(`Nothing has changed for ${Math.round(patienceMs / 60_000)} minutes: ${now}`);
    }
    await pause(POLL_MS);
  }
  throw new Stuck('Nobody waited for its end.');
};

const look = async (client: Client, runId: string): Promise<Standing | undefined> => {
  try {
    const [run, summary] = await Promise.all([
      client.run(runId),
      fetch(`${client.gateway}/mailbox/api/summary?run=${runId}`).then((answer) => answer.json()),
    ]);
    return { run, accepted: z.parse(Summary, summary).accepted };
  } catch {
    // Its host is down at the moment.
    return undefined;
  }
};
