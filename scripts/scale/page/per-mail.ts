import { secondsOfPart } from '../audience.ts';
import { dollarsOf } from '../bill.ts';
import { MILLION } from '../figures.ts';
import type { Run } from '../run.ts';
import { timeoutSecondsOf } from '../stacks.ts';

/** Dollars per million mails, above SES. */
export const perMillion = ({ usage, recipients }: Run): number => (dollarsOf(usage) / recipients) * MILLION;

/** Write units of sending and of what comes of it: what the design counts. */
export const writesPer1000 = ({ writesPer1000: { sending, events, engagement } }: Run): number =>
  sending + events + engagement;

/** Recipients of which a snapshot can be taken before a function that takes a part of it is killed. */
export const largestSnapshot = ({ recipients }: Run): number =>
  recipients * (timeoutSecondsOf('audience', 'onTakeSnapshotPart') / secondsOfPart(recipients));
