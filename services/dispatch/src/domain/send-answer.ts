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
  readonly answer: SendAnswer;
}

/** Sorts the answers of a batch. What is not named here is doubtful. */
export const sortAnswers = (answered: readonly Answered[]): Settlement => {
  const of = (...kinds: readonly SendAnswer['kind'][]) =>
    answered.filter(({ answer }) => kinds.includes(answer.kind)).map(({ offset }) => offset);

  return {
    accepted: of('accepted'),
    refused: of('refused'),
    released: of('throttled', 'quota_reached', 'suspended', 'not_now', 'unsent'),
  };
};

/** Why a sender cannot go on after a batch. */
export type Stop =
  | { readonly kind: 'quota' }
  | { readonly kind: 'suspended'; readonly reason: SuspensionReason; readonly message: string }
  | { readonly kind: 'not_now'; readonly reason: string }
  | { readonly kind: 'brown_out' };

/** Whether an answer speaks for the whole account, so that the rest of the batch is better not sent. */
export const stopsBatch = ({ kind }: SendAnswer): boolean =>
  kind === 'quota_reached' || kind === 'suspended' || kind === 'not_now';

/** Decides from the answers of a batch whether the sender leaves. Doubt about more than a tenth of it is a brown-out. */
export const stopAfter = (answered: readonly Answered[]): Stop | undefined => {
  for (const { answer } of answered) {
    if (answer.kind === 'suspended') return answer;
    if (answer.kind === 'quota_reached') return { kind: 'quota' };
    if (answer.kind === 'not_now') return answer;
  }
  const unknown = answered.filter(({ answer }) => answer.kind === 'unknown').length;
  return unknown >= 2 && unknown > answered.length / 10 ? { kind: 'brown_out' } : undefined;
};
