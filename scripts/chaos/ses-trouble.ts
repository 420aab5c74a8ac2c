import { setTimeout as pause } from 'node:timers/promises';

import type { Trouble } from './plan-faults.ts';

type Changes = Readonly<Record<string, string | number>>;

/** What the simulator is to do, in its own words: see `faults` in ses-rules.yml. */
const changesOf = (trouble: Trouble): Changes => {
  switch (trouble.what) {
    case 'drop_answers':
      return { dropAfterAcceptPercent: trouble.percent };
    case 'fail_before':
      return { failBeforeAcceptPercent: trouble.percent };
    case 'fail_after':
      return { failAfterAcceptPercent: trouble.percent };
    case 'throttle':
      return { throttlePercent: trouble.percent };
    case 'be_slow':
      return { latencyPercent: trouble.percent, latencyMs: trouble.byMs };
    case 'double_events':
      return { duplicateEventPercent: trouble.percent };
    case 'delay_events':
      return { lateEventPercent: trouble.percent, lateEventMs: trouble.byMs };
  }
};

const change = async (gateway: string, what: 'faults' | 'settings', changes: Changes): Promise<void> => {
  const answer = await fetch(`${gateway}/mailbox/api/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(changes),
  });
  if (!answer.ok) throw new Error(`The SES simulator refused ${JSON.stringify(changes)}: ${await answer.text()}`);
};

/** Gives SES trouble for a moment. Two of a kind that overlap end together. */
export const troubleSes = async (
  gateway: string,
  { trouble, forMs, seed }: { readonly trouble: Trouble; readonly forMs: number; readonly seed: string },
): Promise<void> => {
  const changes = changesOf(trouble);
  await change(gateway, 'faults', { ...changes, seed });
  await pause(forMs);
  await change(gateway, 'faults', Object.fromEntries(Object.keys(changes).map((name) => [name, 0])));
};

/** Sets what SES grants. Mails to SES's own simulator cost nothing of the daily quota. */
export const grantRate = (gateway: string, maxSendRate: number): Promise<void> =>
  change(gateway, 'settings', { maxSendRate });
