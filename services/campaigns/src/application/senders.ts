import type { Letterhead } from '../domain/letterhead.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Sender } from '../domain/sender.ts';
import {
  checkProfile,
  isNamed,
  type ProfileDraft,
  type ProfileProblem,
  type SenderNamed,
  type SenderProfile,
} from '../domain/sender-profile.ts';
import type { Senders } from './ports.ts';

export type SenderMissing = { readonly kind: 'sender_not_found' };

export type PutSenderProblem = ProfileProblem | SenderMissing | { readonly kind: 'stale' | 'version_missing' };

interface Seen {
  readonly senderId: string;
  /** What the person saw; nothing where they think that there is none yet. */
  readonly version: number | undefined;
}

export type PutSender = (draft: ProfileDraft, seen: Seen) => Promise<Result<SenderProfile, PutSenderProblem>>;
export type DeleteSender = (seen: Seen) => Promise<Result<undefined, PutSenderProblem>>;

/** Sets a sender up under an id of people's choice, or changes one. */
export const makePutSender =
  ({ senders }: { readonly senders: Pick<Senders, 'find' | 'save'> }): PutSender =>
  async (draft, { senderId, version }) => {
    const present = await senders.find(senderId);
    if (present !== undefined && version === undefined) return refuse({ kind: 'version_missing' });
    if (present?.version !== version) return refuse({ kind: 'stale' });
    const checked = checkProfile(draft);
    if (!checked.ok) return checked;

    const profile: SenderProfile = { ...draft, id: senderId, version: (version ?? 0) + 1 };
    await senders.save(profile);
    return succeed(profile);
  };

/** Campaigns that name it can neither be launched nor begin to run until somebody names another. */
export const makeDeleteSender =
  ({ senders }: { readonly senders: Pick<Senders, 'find' | 'remove'> }): DeleteSender =>
  async ({ senderId, version }) => {
    const present = await senders.find(senderId);
    if (present === undefined) return refuse({ kind: 'sender_not_found' });
    if (version === undefined) return refuse({ kind: 'version_missing' });
    if (present.version !== version) return refuse({ kind: 'stale' });
    await senders.remove(present);
    return succeed(undefined);
  };

/** Who the mails of a campaign come from, as of now. */
export const letterheadOf = async (
  { senders }: { readonly senders: Pick<Senders, 'find'> },
  { from, replyTo }: { readonly from: Sender | SenderNamed; readonly replyTo?: string },
): Promise<Result<Letterhead, SenderMissing>> => {
  if (!isNamed(from)) return succeed({ from, ...(replyTo !== undefined && { replyTo }) });
  const profile = await senders.find(from.senderId);
  if (profile === undefined) return refuse({ kind: 'sender_not_found' });
  const { name, address, replyTo: answersTo, subjectLabel, footerText } = profile;
  return succeed({
    from: { name, address },
    ...(answersTo !== undefined && { replyTo: answersTo }),
    ...(subjectLabel !== undefined && { subjectLabel }),
    ...(footerText !== undefined && { footerText }),
  });
};
