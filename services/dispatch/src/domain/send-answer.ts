import type { Settlement } from './work-on-chunk.ts';

/** Why SES takes no mail at all until a person acts. */
export type SuspensionReason =
  | 'sending_paused'
  | 'access_denied'
  | 'sender_not_verified'
  | 'configuration_missing'
  | 'provider_failing';

/** What became of one request to send. */
export type SendAnswer =
  | { readonly kind: 'accepted' }
  /** Message or address rejected for good. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Certainly not taken, each for its own reason. */
  | { readonly kind: 'throttled' }
  | { readonly kind: 'quota_reached' }
  | { readonly kind: 'suspended'; readonly reason: SuspensionReason; readonly message: string }
  | { readonly kind: 'not_now'; readonly reason: string }
  | { readonly kind: 'unsent'; readonly reason: string }
  /** May have been taken. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** The answer for one offset of the claimed batch. */
export interface Answered {
  readonly offset: number;
  /** The instant at which it might leave. */
  readonly slot: number;
  readonly answer: SendAnswer;
}

/** Sorts answers. What is not named here is doubtful. */
export const sortAnswers = (answered: readonly Omit<Answered, 'slot'>[]): Settlement => {
  const of = (...kinds: readonly SendAnswer['kind'][]) =>
    answered.filter(({ answer }) => kinds.includes(answer.kind)).map(({ offset }) => offset);
  const accepted = of('accepted');
  const refused = of('refused');
  const released = of('throttled', 'quota_reached', 'suspended', 'not_now', 'unsent');
  const decided = new Set([...accepted, ...refused, ...released]);

  return {
    accepted,
    refused,
    released,
    unknown: answered.map(({ offset }) => offset).filter((offset) => !decided.has(offset)),
  };
};

/** Why a sender cannot go on. */
export type Stop =
  | { readonly kind: 'quota' }
  | { readonly kind: 'suspended'; readonly reason: SuspensionReason; readonly message: string }
  | { readonly kind: 'not_now'; readonly reason: string }
  | { readonly kind: 'brown_out' };

/** Whether an answer speaks for the whole account, so that nothing more is sent. */
export const stopAfter = (answer: SendAnswer): Stop | undefined => {
  if (answer.kind === 'suspended' || answer.kind === 'not_now') return answer;
  return answer.kind === 'quota_reached' ? { kind: 'quota' } : undefined;
};

/** Doubt about more than a tenth of a batch. */
export const isBrownOut = (unknown: number, batchSize: number): boolean => unknown >= 2 && unknown > batchSize / 10;
