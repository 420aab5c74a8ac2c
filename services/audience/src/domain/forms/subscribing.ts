import { type Choice, type Consent, everything, ofList, type Said } from '../consent.ts';

/** What is known of somebody when a form speaks of them. */
export interface Standing {
  readonly all: Consent | undefined;
  readonly list: Consent | undefined;
  readonly isErased: boolean;
}

/**
 * What becomes of a submission. `confirm`: the mailbox is asked. `subscribe`: at once, where the form asks for no confirmation.
 * `nothing`: a mailbox that called our mail spam, or does not exist, gets none, not even a question.
 *
 * A form without confirmation says nothing about whose mailbox it is. So it brings nobody back who has left or was erased: they
 * are asked like everybody else.
 */
export const whatToDo = (isDouble: boolean, { all, list, isErased }: Standing): 'confirm' | 'subscribe' | 'nothing' => {
  const consents = [all, list].filter((consent) => consent !== undefined);
  if (consents.some(({ verdict }) => verdict !== undefined)) return 'nothing';
  const hasLeft = isErased || consents.some(({ isSuppressed }) => isSuppressed);
  return isDouble || hasLeft ? 'confirm' : 'subscribe';
};

interface Return {
  readonly contactId: string;
  readonly listId: string;
  readonly at: string;
  readonly all: Consent | undefined;
  /** They were erased before. Nothing is known of what they wished then, but everybody was told to mail them no more. */
  readonly isReturned: boolean;
  /** The other lists that the contact is on and gets, were it not for what is said of all mail. */
  readonly others: readonly string[];
}

/**
 * What somebody says who confirms. Whoever had left everything comes back for this list alone: of the others they are on, they
 * leave each one. What was said after the confirmation stands, and so does what the mailbox has shown.
 *
 * That they want our mail again is said last but one, and again when the confirmation is told again: whoever wrote it may have died
 * before others were told.
 */
export const wordsOfReturn = ({ contactId, listId, at, all, isReturned, others }: Return): readonly Said[] => {
  const wants: Said = { contactId, scope: ofList(listId), at, isSuppressed: false };
  const isBack: Said = { contactId, scope: everything, at, isSuppressed: false };
  if (all?.verdict !== undefined) return [wants];
  if (saysSo(all?.choice, at)) return [isBack, wants];
  if (!comesBack(all?.choice, at, isReturned)) return [wants];
  const leaves = others
    .filter((other) => other !== listId)
    .map((other): Said => ({ contactId, scope: ofList(other), at, isSuppressed: true, reason: 'unsubscribed' }));
  return [...leaves, isBack, wants];
};

const saysSo = (choice: Choice | undefined, at: string): boolean => choice?.at === at && choice.reason === undefined;

/** Whether what is said at that instant ends what stood: a choice against all mail, or an erasure that nothing was said after. */
const comesBack = (choice: Choice | undefined, at: string, isReturned: boolean): boolean =>
  choice === undefined ? isReturned : choice.at < at && choice.reason !== undefined;
