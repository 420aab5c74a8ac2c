import { costAt, costOf } from '../bill.ts';
import { claimSize } from '../dispatch.ts';
import { type Figures, last, MILLION } from '../figures.ts';
import { figure, money } from '../markdown.ts';
import { firehosePerGb } from '../prices.ts';
import type { Run } from '../run.ts';
import { stacks } from '../stacks.ts';
import { total } from '../usage.ts';
import { type Demand, millions } from './demands.ts';
import { largestSnapshot, perMillion } from './per-mail.ts';

type Mending = (figures: Figures) => readonly [why: string, mend: string];

const RECORD_KB = 5;
const KB_OF_GB = 1e6;

/** What would be saved if SES told of all but bounces and complaints through Firehose. */
const savedByFirehose = (run: Run): number => {
  const feedback = run.parts.find(({ service }) => service === 'feedback');
  const publishes = feedback?.other.publishes ?? 0;
  const queueRequests = total(feedback?.queues.map(({ requests }) => requests) ?? []);
  const now = costOf({ publishes }, 'publishes') + costOf({ queueRequests }, 'queueRequests');
  return ((now - costAt(firehosePerGb, (publishes * RECORD_KB) / KB_OF_GB)) / run.recipients) * MILLION;
};

/** Why a demand is not met, and what would mend it. */
const mendings: Readonly<Partial<Record<Demand['name'], Mending>>> = {
  snapshot: ({ all }) => [
    `The function that takes a shard is killed at about ${millions(largestSnapshot(last(all)))}. It then begins anew, five times, and the run fails.`,
    'More shards.',
  ],
  rate: ({ all }) => [
    'A sender reserves four batches in a row and can start the second only when SES has answered the first: above about 400/s the later slots pass by unused, whatever the number of senders.',
    `Reserve one batch of ${claimSize(last(all).rate)} at a time there. Tried in a copy of the code: 99 %, for 15 write units more per 1,000 mails.`,
  ],
  'all events': ({ all: [slowest], fewSenders }) => [
    'Half of it is what SNS takes for publishing two to three events a mail.',
    slowest === undefined
      ? ''
      : `Everything but bounces and complaints through Data Firehose into objects: $${money(savedByFirehose(slowest))} less. Two senders instead of the ${figure(slowest.wave.senderSeconds / slowest.wave.seconds)} that are at work at ${slowest.rate}/s on average: $${money(perMillion(slowest) - perMillion(fewSenders))} less.`,
  ],
  'bounces only': ({ grave }) => {
    const { usage, recipients } = last(grave);
    const reads = (costOf(usage, 'readUnits') / recipients) * MILLION;
    return [
      `$${money(reads)} of it is reading every recipient twice: when the snapshot is taken, and when it is asked whether he has left since.`,
      'A list of what changed in the suppressions since the snapshot, read once a batch; address and fields on the membership.',
    ];
  },
  'write units': ({ all: [slowest] }) => [
    `Ledger, waves and governor take ${figure(slowest?.writesPer1000.sending ?? 0)} of them, Send and Delivery ${figure(slowest?.writesPer1000.events ?? 0)}, opens and clicks ${figure(slowest?.writesPer1000.engagement ?? 0)}.`,
    `A window of more than ${stacks.folding.window} s for events; guardrails then hear of bounces later by as much.`,
  ],
  'low rates': ({ team: { all } }) => [
    `${figure(all.writesPer1000.sending)} of them are for sending. ${figure(all.writesPer1000.events)} are for events: five pollers fold a few each every ${stacks.folding.window} s.`,
    'A longer window for events at low rates.',
  ],
};

/** The demands that are missed, with why and what to do, as a list. */
export const mendsOf = (figures: Figures, demands: readonly Demand[]): string =>
  demands
    .filter(({ isMet }) => !isMet)
    .map(({ name, label }) => {
      const [why, mend] = mendings[name]?.(figures) ?? ['', ''];
      return `- **${label[0]?.toUpperCase()}${label.slice(1)}.** ${why}\n  _Mend_: ${mend}`;
    })
    .join('\n');
