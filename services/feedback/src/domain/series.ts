import { hardBounceKinds, softBounceKinds } from './bounce.ts';
import { isEngagementKind } from './engagement.ts';
import type { OutcomeKind } from './outcome.ts';

/**
 * What is shown over time, and the kinds of outcome that it is made of. Who bounced in two ways is in it twice, at two times.
 * Clicks in haste are not in it either: whether they are people's is decided when somebody asks.
 */
export const seriesKinds: Readonly<Record<string, readonly OutcomeKind[]>> = {
  sent: ['sent'],
  delivered: ['delivered'],
  hardBounced: hardBounceKinds,
  softBounced: softBounceKinds,
  complained: ['complained'],
  delayed: ['delayed'],
  rejected: ['rejected', 'rendering_failed'],
  openedByPeople: ['opened'],
  clickedByPeople: ['clicked'],
};

const timed = new Set<OutcomeKind>(Object.values(seriesKinds).flat());

/** Whether it is kept when outcomes of this kind happened. */
export const isTimed = (kind: OutcomeKind): boolean => timed.has(kind);

/**
 * How exactly it is known, in minutes, when an outcome of this kind happened. Opens and clicks wait in a journal that is kept by the hour.
 * Deliveries have their counts by part beside them, which leave so much room in a write unit; they come within seconds of the sends.
 */
export const finestOf = (kind: OutcomeKind): number => (isEngagementKind(kind) || kind === 'delivered' ? 60 : 1);
