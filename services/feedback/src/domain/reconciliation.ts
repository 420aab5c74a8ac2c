import type { RunEnd } from './run.ts';
import type { Tally } from './tally.ts';

/** Whether everybody in the snapshot of a run is accounted for. */
export interface Reconciliation {
  /** The run has ended, the sum is right, and SES has told of every mail that it accepted, and of no other but those in doubt. */
  readonly isWhole: boolean;
  /** The sum, and what is missing, as a sentence for people. */
  readonly line: string;
  readonly missing: {
    /** Recipients of the snapshot that are in none of the sums; less than nothing if somebody is in two. */
    readonly recipients: number;
    /** Accepted mails of which SES has not told that they were sent. */
    readonly sendEvents: number;
  };
}

const NO_EVENTS = 'This stage has no Send events published, so nothing but what SES answered says who was mailed.';
const nothing = { recipients: 0, sendEvents: 0 };

/**
 * Compares what dispatch counted, as campaigns told at the end of a run, with its snapshot and with what SES tells, if its stage has Send events
 * published.
 */
export const reconcile = (
  end: RunEnd | undefined,
  { sent }: Pick<Tally, 'sent'>,
  { hasSendEvents }: { readonly hasSendEvents: boolean },
): Reconciliation => {
  if (end === undefined) {
    const soFar = hasSendEvents ? `: SES has told of ${mails(sent)} so far` : '';
    const line = `The run is under way${soFar}. The sum is drawn when the run has ended.`;
    return { isWhole: false, line, missing: nothing };
  }
  const { recipients, accepted, refused, suppressed, left, unsent } = end;
  const missing = {
    recipients: recipients - (accepted + refused + suppressed + left + unsent),
    sendEvents: hasSendEvents ? Math.max(0, accepted - sent) : 0,
  };
  return {
    isWhole: missing.recipients === 0 && missing.sendEvents === 0 && !(hasSendEvents && sent > accepted + left),
    line: [sumOf(end, missing.recipients), hasSendEvents ? eventsOf(end, sent) : NO_EVENTS].join(' '),
    missing,
  };
};

const sumOf = ({ recipients, accepted, refused, suppressed, left, unsent }: RunEnd, missing: number): string => {
  const doubtful = left > 0 ? ` + ${left} left in doubt` : '';
  const sum = `${accepted} accepted + ${refused} refused + ${suppressed} suppressed${doubtful} + ${unsent} unsent`;
  if (missing === 0) return `${recipients} in the snapshot = ${sum}.`;
  return missing > 0
    ? `${recipients} in the snapshot = ${sum} + ${missing} who are missing: look at the run's waves in dispatch.`
    : `${recipients} in the snapshot, but ${sum} are ${-missing} more: somebody is counted twice, look at the run's waves in dispatch.`;
};

const eventsOf = ({ accepted, left }: RunEnd, sent: number): string => {
  if (sent === accepted) return `SES has told of all ${mails(accepted)} that it accepted.`;
  if (sent > accepted + left) {
    const more = `${sent - accepted - left} more than were accepted or in doubt`;
    return `SES has told of ${mails(sent)}, ${more}: the run goes on, or somebody was mailed who is counted as something else.`;
  }
  if (sent > accepted) return `SES has told of ${mails(sent)}: ${sent - accepted} that were in doubt did go out.`;
  return `SES has told of ${sent} of ${mails(accepted)} that it accepted: the events of the others are late, lost or not published.`;
};

const mails = (count: number): string => (count === 1 ? '1 mail' : `${count} mails`);
