import { type Bitmap, size, union } from './bitmap.ts';
import { bounceKinds, hardBounceKinds } from './bounce.ts';
import type { OutcomeKind } from './outcome.ts';
import type { PartCounts } from './part.ts';

/** The bitmap of one kind of outcome in one block of a run. */
export interface BlockOutcomes {
  readonly kind: OutcomeKind;
  readonly block: number;
  readonly bitmap: Bitmap;
  /** How many of them belong to which part of the run; of kinds that are counted by part. */
  readonly parts?: PartCounts;
}

/** To how many recipients what has happened. */
export interface Tally {
  readonly sent: number;
  readonly delivered: number;
  readonly bounced: number;
  readonly hardBounced: number;
  readonly complained: number;
  readonly delayed: number;
  readonly rejected: number;
  /** By anybody, machines too. */
  readonly opened: number;
  readonly clicked: number;
  readonly openedByPeople: number;
  readonly clickedByPeople: number;
  readonly sentTwice: number;
  /** By SES's own page of preferences, where somebody has set up SES's list management beside ours. */
  readonly subscriptionChanged: number;
  /** Addresses of SES's mailbox simulator, where they are kept apart. */
  readonly simulated: number;
}

/** The questions that a report asks, and the kinds of outcome that answer them. Each recipient counts once. */
export const questions: Readonly<Record<keyof Tally, readonly OutcomeKind[]>> = {
  sent: ['sent'],
  delivered: ['delivered'],
  bounced: bounceKinds,
  hardBounced: hardBounceKinds,
  complained: ['complained'],
  delayed: ['delayed'],
  rejected: ['rejected', 'rendering_failed'],
  opened: ['opened', 'opened_by_machine'],
  clicked: ['clicked', 'clicked_by_machine'],
  openedByPeople: ['opened'],
  clickedByPeople: ['clicked'],
  sentTwice: ['sent_twice'],
  subscriptionChanged: ['subscription_changed'],
  simulated: ['simulated'],
};

/** What the health of a run is judged by. */
export const healthQuestions = [
  'sent',
  'delivered',
  'hardBounced',
  'complained',
  'rejected',
  'delayed',
] as const satisfies readonly (keyof Tally)[];

/** Sums over bitmaps, never a counter that could drift. */
export const tally = (outcomes: readonly BlockOutcomes[]): Tally => {
  const count = (question: keyof Tally): number => countOf(outcomes, questions[question]);

  return {
    sent: count('sent'),
    delivered: count('delivered'),
    bounced: count('bounced'),
    hardBounced: count('hardBounced'),
    complained: count('complained'),
    delayed: count('delayed'),
    rejected: count('rejected'),
    opened: count('opened'),
    clicked: count('clicked'),
    openedByPeople: count('openedByPeople'),
    clickedByPeople: count('clickedByPeople'),
    sentTwice: count('sentTwice'),
    subscriptionChanged: count('subscriptionChanged'),
    simulated: count('simulated'),
  };
};

/** How many recipients meet any of these kinds. */
export const countOf = (outcomes: readonly BlockOutcomes[], kinds: readonly OutcomeKind[]): number =>
  joinBlocks(outcomes, kinds).reduce((sum, { bitmap }) => sum + size(bitmap), 0);

/** Who meets any of these kinds, block by block, in order. */
export const joinBlocks = (
  outcomes: readonly BlockOutcomes[],
  kinds: readonly OutcomeKind[],
): readonly { readonly block: number; readonly bitmap: Bitmap }[] => {
  const wanted = outcomes.filter(({ kind }) => kinds.includes(kind));
  return [...Map.groupBy(wanted, ({ block }) => block)]
    .map(([block, same]) => ({ block, bitmap: union(same.map(({ bitmap }) => bitmap)) }))
    .sort((a, b) => a.block - b.block);
};
