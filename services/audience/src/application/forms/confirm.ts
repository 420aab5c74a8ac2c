import type { Brand } from '../../domain/brand.ts';
import type { Submission } from '../../domain/forms/submission.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { Cause, Clock, Lists } from '../ports.ts';
import type { ConfirmationTokens, Submissions, SubscriptionCommands } from './ports.ts';
import type { Subscribe } from './subscribe.ts';

interface ShowNeeds {
  readonly tokens: Pick<ConfirmationTokens, 'verify'>;
  readonly submissions: Pick<Submissions, 'find'>;
  readonly lists: Pick<Lists, 'find'>;
}

/** What the page behind the link says. */
export interface Question extends Pick<Submission, 'confirmationId' | 'language' | 'words'> {
  readonly listName: string;
  readonly brand?: Brand | undefined;
  /** Once is enough, and whoever has left since does not come back by it. */
  readonly isConfirmed: boolean;
}

export type ShowConfirmation = (token: string) => Promise<Question | undefined>;

/** What a mailbox is asked. `undefined` for a link that is none of ours, or too old. Changes nothing: scanners follow links, too. */
export const makeShowConfirmation =
  ({ tokens, submissions, lists }: ShowNeeds): ShowConfirmation =>
  async (token) => {
    const confirmationId = await tokens.verify(token);
    if (confirmationId === undefined) return undefined;
    const submission = await submissions.find(confirmationId);
    const list = submission && (await lists.find(submission.listId));
    if (submission === undefined || list === undefined) return undefined;
    const { language, words, confirmedAt } = submission;
    const { name: listName, brand } = list;
    return { confirmationId, language, words, listName, brand, isConfirmed: confirmedAt !== undefined };
  };

interface RequestNeeds {
  readonly showConfirmation: ShowConfirmation;
  readonly commands: Pick<SubscriptionCommands, 'confirm'>;
  readonly clock: Clock;
}

export type RequestSubscription = (
  token: string,
  cause: Cause,
) => Promise<Result<Question, { readonly kind: 'token_invalid' }>>;

/** Takes note that the button was pressed. Done by the queue, which tells the others too. */
export const makeRequestSubscription =
  ({ showConfirmation, commands, clock }: RequestNeeds): RequestSubscription =>
  async (token, cause) => {
    const question = await showConfirmation(token);
    if (question === undefined) return refuse({ kind: 'token_invalid' });
    if (question.isConfirmed) return succeed(question);
    await commands.confirm(question.confirmationId, clock.now().toISOString(), cause);
    return succeed(question);
  };

interface ConfirmNeeds {
  readonly submissions: Pick<Submissions, 'confirm'>;
  readonly subscribe: Subscribe;
}

export type ConfirmSubscription = (confirmationId: string, at: string, cause: Cause) => Promise<void>;

/**
 * Puts on the list who has confirmed. The first confirmation counts: whoever presses the button of an old mail after having
 * left does not come back by it.
 */
export const makeConfirmSubscription =
  ({ submissions, subscribe }: ConfirmNeeds): ConfirmSubscription =>
  async (confirmationId, at, cause) => {
    const submission = await submissions.confirm(confirmationId, at);
    if (submission !== undefined) await subscribe(submission, submission.confirmedAt, cause);
  };
