import { id, text } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import type { ProfileDraft } from '../domain/sender-profile.ts';

export const SenderPath = z.object({ senderId: id() });

const line = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** A misspelt word is refused: left out, mails would lack what the law wants in them. */
export const SenderBody = z.strictObject({
  name: line(200),
  address: text(320),
  replyTo: z.optional(text(320)),
  /** Stands before the subject of every mail: "(광고)". */
  subjectLabel: z.optional(line(40)),
  timeZone: line(64),
  /** Ends every mail: who sends it, and from where. */
  footerText: z.optional(line(2_000)),
});

export const toProfileDraft = ({
  replyTo,
  subjectLabel,
  footerText,
  ...draft
}: z.infer<typeof SenderBody>): ProfileDraft => ({
  ...draft,
  ...(replyTo !== undefined && { replyTo }),
  ...(subjectLabel !== undefined && { subjectLabel }),
  ...(footerText !== undefined && { footerText }),
});
