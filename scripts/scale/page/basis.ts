import { audienceOfMail, cpuMs, latencyMs, poller } from '../assumptions.ts';
import { list, table } from '../markdown.ts';
import { firehosePerGb, PRICES_OF, type Price, prices, REGION } from '../prices.ts';
import { stacks } from '../stacks.ts';

const perMail = (share: number): string => `${Number((share * 100).toFixed(2))} %`;

export const basis =
  (): string => `**Computed by the real code**: how many waves and how large (the planner of campaigns plays the whole run), what
senders do for a wave (the real use cases of dispatch in virtual time, ${stacks.senders.concurrency} senders, every call counted), how often health is summed,
the sizes of messages and items, and the settings of the stacks, which are read from their files.

**Computed by a formula**: the rest of a run, as its warm wave; how many bitmaps a batch of events meets, if they fall evenly;
sums, prices.

**Measured, on a laptop-class x86 core**: 0.25 ms of processor to send a mail (\`pnpm bench dispatch\`; reckoned with ${cpuMs.send} ms on arm64) and 7 µs to
read an event. **Nothing here was measured on AWS.**

**Assumed**: SES answers in ${latencyMs.sesAnswer} ms, DynamoDB in ${latencyMs.tableRead} to ${latencyMs.batchRead}, S3 in ${latencyMs.object}; ${latencyMs.nextWave / 1_000} s from one wave to the next; no crash, no throttling, no cold start; a poller gets
${poller.messagesPerReceive} messages a request from a busy queue and asks an idle one ${poller.idlePolls} times every ${poller.idlePollSeconds} s; SNS and SQS take nothing for what SNS delivers to SQS (if SQS
counted it as its requests: $1.0 per million mails more). Of 100 mails ${perMail(audienceOfMail.delivered)} are delivered, ${perMail(audienceOfMail.bouncedForGood + audienceOfMail.bouncedForNow)} bounce, ${perMail(audienceOfMail.complained)} complain;
${perMail(audienceOfMail.openers)} are opened (${perMail(audienceOfMail.opens)} with repetitions and machines), ${perMail(audienceOfMail.clickers)} clicked, ${perMail(audienceOfMail.unsubscribed)} end in an unsubscription. What else: \`scripts/scale/assumptions.ts\`.`;

const line = ({ label, dollars, per, unit, source, note }: Price) => [
  label,
  per === 1 ? `$${dollars}` : `$${dollars} / million`,
  unit,
  source,
  note ?? '',
];

export const priceTable = (): string =>
  [
    `List prices of ${REGION}, put together on ${PRICES_OF}, without tax. \`found\`: seen in a public source; \`memory\`: check before relying on it.`,
    '',
    table(['price', 'dollars', 'for', 'source', 'note'], [...Object.values(prices), firehosePerGb].map(line)),
  ].join('\n');

export const left = (): string =>
  list([
    'Not in it: data out of AWS, a dedicated IP, a KMS key of your own, support, people.',
    'The free tier is that of every month and account; what other work in the account uses of it is gone.',
  ]);
