import { type QueueEdge, type Received, sqsBatchHandler } from '@bulkhead/lambda-kit';

import type { FoldOutcomes } from '../application/fold-outcomes.ts';
import { isGrave, type Outcome } from '../domain/outcome.ts';
import { type Reading, readSesEvent } from './read-ses-event.ts';

/** What SES says of mails → outcomes of runs; bounces and complaints → everybody concerned. A whole batch at once. */
export const onSesEvents = (foldOutcomes: FoldOutcomes, edge: QueueEdge) =>
  sqsBatchHandler(
    {
      parse: readSesEvent,
      handleAll: async (received) => {
        const sources = new Map<Outcome, Received<Reading>>();
        for (const each of received) {
          if (each.message.kind === 'outcome') sources.set(each.message.outcome, each);
          else edge.meters.count(ignoredMeters[each.message.why]);
        }
        countNameless([...sources.keys()], edge);

        const unfolded = await foldOutcomes([...sources.keys()]);
        return unfolded.flatMap(({ happened, error }) => {
          // Nothing to hand back: it is told with the next batch.
          if (happened.length === 0) edge.log.warn('health_not_told', { error: nameOf(error) });
          return happened.flatMap((outcome) => withSource(sources.get(outcome), error));
        });
      },
    },
    edge,
  );

const withSource = (received: Received<Reading> | undefined, error: unknown) =>
  received === undefined ? [] : [{ received, error }];

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

const ignoredMeters = {
  topic_check: 'SesTopicChecks',
  unknown_type: 'SesEventsOfUnknownType',
  not_ours: 'SesEventsOfOtherMails',
} as const;

/** A bounce or complaint without a contact is counted in its report, but nobody can be suppressed for it. */
const countNameless = (happened: readonly Outcome[], { log, meters }: QueueEdge): void => {
  const nameless = happened.filter((outcome) => isGrave(outcome) && outcome.contactId === undefined);
  if (nameless.length === 0) return;
  meters.count('OutcomesWithoutContact', nameless.length);
  log.warn('outcomes_without_contact', { runId: nameless[0]?.runId, count: nameless.length });
};
