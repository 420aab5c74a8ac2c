import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';

import { lambdaContext } from '../../../packages/testing/src/lambda-context.ts';
import { sqsEvent } from '../../../packages/testing/src/sqs-event.ts';
import { engagementEvents } from './engagement-events.ts';
import { bodyOf, type Happening } from './happenings.ts';
import { sendingEvents } from './run-events.ts';

/** What is asked for: that events of a run are handled, from one to another, in batches of a size. */
const Question = z.object({
  way: z.enum(['sending', 'engagement']),
  runId: z.string(),
  recipients: z.number(),
  from: z.number(),
  to: z.number(),
  batchSize: z.number(),
});
export type Question = z.infer<typeof Question>;

type Handler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

const MICROS = 1_000_000;
const KILOBYTES_OF_MEGABYTE = 1_024;
/** How long ago SES took a mail of which it tells now, and how long its event has waited in the queue. */
const ACCEPTED_BEFORE_MS = 1_500;
const WAITED_MS = 400;

/** Hands batches to handlers whenever the parent process asks for it, and tells what it cost: all threads, collecting garbage included. */
export const answerBatches = (handlers: Readonly<Record<Question['way'], Handler>>): void => {
  const eventsOf = memory({ sending: sendingEvents, engagement: engagementEvents });

  const answer = async (asked: unknown) => {
    const { way, runId, recipients, from, to, batchSize } = z.parse(Question, asked);
    const events = eventsOf(way, recipients).slice(from, to);
    let cpuMicros = 0;
    for (const batch of inBatches(events, batchSize))
      cpuMicros += await measure(handlers[way], invocationOf(runId, batch));
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / KILOBYTES_OF_MEGABYTE);
    return { events: events.length, cpuSeconds: cpuMicros / MICROS, peakRssMb };
  };

  process.on('message', (asked) => {
    answer(asked).then(
      (cost) => process.send?.(cost),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  });
  process.on('disconnect', () => process.exit());
  process.send?.('ready');
};

type Makers = Readonly<Record<Question['way'], (recipients: number) => readonly Happening[]>>;

/** The events of a run are made once: it is not what is measured. */
const memory = (makers: Makers) => {
  const made = new Map<string, readonly Happening[]>();
  return (way: Question['way'], recipients: number): readonly Happening[] => {
    const key = `${way} ${recipients}`;
    const events = made.get(key) ?? makers[way](recipients);
    made.set(key, events);
    return events;
  };
};

const inBatches = (events: readonly Happening[], size: number): readonly (readonly Happening[])[] =>
  Array.from({ length: Math.ceil(events.length / size) }, (_, n) => events.slice(n * size, (n + 1) * size));

/** As the service hands it to the function: text. Turning it into objects is the function's work, and is measured. */
const invocationOf = (runId: string, events: readonly Happening[]): string => {
  const { Records } = sqsEvent(
    ...events.map((event) => bodyOf(runId, event, new Date(Date.now() - ACCEPTED_BEFORE_MS))),
  );
  const SentTimestamp = String(Date.now() - WAITED_MS);
  return JSON.stringify({
    Records: Records.map((record) => ({ ...record, attributes: { ...record.attributes, SentTimestamp } })),
  });
};

const measure = async (handler: Handler, invocation: string): Promise<number> => {
  const before = process.cpuUsage();
  const { batchItemFailures } = await handler(JSON.parse(invocation), lambdaContext);
  const { user, system } = process.cpuUsage(before);
  if (batchItemFailures.length > 0) throw new Error(`${batchItemFailures.length} events were handed back`);
  return user + system;
};
