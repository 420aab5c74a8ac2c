import type { Client, Run } from '@bulkhead/e2e';
import { eventually } from '@bulkhead/e2e';

import type { Screen } from './screen.ts';

const ended: readonly string[] = ['sent', 'cancelled', 'failed'];

/** Follows a run to its end on the screen: what is claimed, accepted, delivered, bounced, and the wave. */
export const followRun = (client: Client, runId: string, screen: Screen): Promise<Run> =>
  eventually(
    async () => {
      const run = await client.run(runId);
      // Dispatch and feedback hear of a run a moment after it has begun.
      const [sending, report] = await Promise.all([
        client.dispatched(runId).catch(() => undefined),
        client.report(runId).catch(() => undefined),
      ]);
      const accepted = sending?.accepted ?? 0;
      const details = [
        run.status,
        `wave ${run.wave}`,
        `${sending?.claimed ?? 0} claimed`,
        `${accepted} accepted`,
        `${report?.delivered ?? 0} delivered`,
        `${report?.bounced ?? 0} bounced`,
      ].join(' · ');
      screen.progress('sending', accepted, run.recipients, details);
      return run;
    },
    ({ status }) => ended.includes(status),
    { what: `run ${runId} to end`, atMost: 600_000 },
  );
