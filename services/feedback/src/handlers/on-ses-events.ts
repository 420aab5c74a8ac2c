import { type QueueEdge, type Received, sqsBatchHandler, type Unhandled } from '@bulkhead/lambda-kit';

import type { FoldEvents, ProbeSent } from '../application/fold-sending.ts';
import { inParallel } from '../application/in-parallel.ts';
import type { KnowsRun } from '../application/knows-run.ts';
import type { StrangerKind, Strangers } from '../application/ports.ts';
import { isGrave, type Outcome } from '../domain/outcome.ts';
import { arrivalsOf } from './arrivals.ts';
import { type Reading, readSesEvent } from './read-ses-event.ts';

interface Needs {
  readonly foldEvents: FoldEvents;
  readonly strangers: Strangers;
  readonly knowsRun?: KnowsRun;
}

/** What SES says of mails → outcomes of runs; bounces and complaints → everybody concerned. A whole batch at once. */
export const onSesEvents = ({ foldEvents, strangers, knowsRun = allKnown }: Needs, edge: QueueEdge) =>
  sqsBatchHandler(
    {
      parse: readSesEvent,
      handleAll: async (received) => {
        const { outcomes, probes, strange } = sorted(received, edge);
        const sources = new Map<Outcome | ProbeSent, Received<Reading>>([...outcomes, ...probes]);
        countNameless([...outcomes.keys()], edge);
        const arrivals = arrivalsOf(received);
        measureLag(arrivals.acceptedAtMs, edge);

        const unfolded = await foldEvents({ outcomes: [...outcomes.keys()], probes: [...probes.keys()], arrivals });
        await countUnknown([...outcomes.keys()], knowsRun, edge);
        const unkept = await keep(strange, strangers);
        const unhandled = unfolded.flatMap(({ events, error }) => {
          // Nothing to hand back: health that is still to be told, a journal that is still to be folded.
          if (events.length === 0) edge.log.warn('left_to_next_batch', { error: nameOf(error) });
          return events.flatMap((event) => withSource(sources.get(event), error));
        });
        return [...unhandled, ...unkept];
      },
    },
    edge,
  );

interface Stranger {
  readonly received: Received<Reading>;
  readonly why: StrangerKind;
}

/** Strangers are kept; where that fails they come again. */
const keep = async (strange: readonly Stranger[], strangers: Strangers): Promise<readonly Unhandled<Reading>[]> => {
  if (strange.length === 0) return [];
  try {
    await strangers.keep(strange.map(({ received, why }) => ({ body: received.record.body, why })));
    return [];
  } catch (error) {
    return strange.map(({ received }) => ({ received, error }));
  }
};

/** Events by what they mean, each with the message it came in. What is not folded is counted. */
const sorted = (received: readonly Received<Reading>[], { meters }: QueueEdge) => {
  const outcomes = new Map<Outcome, Received<Reading>>();
  const probes = new Map<ProbeSent, Received<Reading>>();
  const strange: Stranger[] = [];
  for (const each of received) {
    const { message } = each;
    if (message.kind === 'outcome') outcomes.set(message.outcome, each);
    else if (message.kind === 'probe') probes.set(message.sent, each);
    else meters.count(unfoldedMeters[message.why]);
    if (message.kind === 'stranger') strange.push({ received: each, why: message.why });
  }
  return { outcomes, probes, strange };
};

/** How long after SES accepted a mail we hear of it: what the protocol of sending assumes, measured. */
const measureLag = (acceptedAtMs: readonly number[], { meters }: QueueEdge): void => {
  const nowMs = Date.now();
  for (const at of acceptedAtMs) meters.milliseconds('SendEventLag', nowMs - at);
};

/** Runs that are looked up at a time. */
const AT_ONCE = 10;

const allKnown: KnowsRun = async () => true;

/** Events of a run of which campaigns has told nothing are folded as any others: it may be told of yet. They are counted, and nothing fails for it. */
const countUnknown = async (
  happened: readonly Outcome[],
  knowsRun: KnowsRun,
  { log, meters }: QueueEdge,
): Promise<void> => {
  const runs = [...Map.groupBy(happened, (outcome) => outcome.runId)];
  await inParallel(runs, AT_ONCE, async ([runId, { length: count }]) => {
    if (await knowsRun(runId).catch(() => true)) return;
    meters.count('SesEventsOfUnknownRuns', count);
    log.warn('run_unknown', { runId, count });
  });
};

const withSource = (received: Received<Reading> | undefined, error: unknown) =>
  received === undefined ? [] : [{ received, error }];

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

const unfoldedMeters = {
  topic_check: 'SesTopicChecks',
  single_mail: 'SesEventsOfSingleMails',
  unknown_type: 'SesEventsOfUnknownType',
  other_mail: 'SesEventsOfOtherMails',
} as const;

/** A bounce or complaint without a contact is counted in its report, but nobody can be suppressed for it. */
const countNameless = (happened: readonly Outcome[], { log, meters }: QueueEdge): void => {
  const nameless = happened.filter((outcome) => isGrave(outcome) && outcome.contactId === undefined);
  if (nameless.length === 0) return;
  meters.count('OutcomesWithoutContact', nameless.length);
  log.warn('outcomes_without_contact', { runId: nameless[0]?.runId, count: nameless.length });
};
