import { instant } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import type { BounceKind } from '../domain/bounce.ts';
import { readBounce } from '../domain/bounce-rules.ts';

/** What SES says of a bounce. Why it came back is looked at leniently: without it a bounce is still a bounce. */
export const sesBounce = z.object({
  bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']),
  bounceSubType: z.optional(z.unknown()),
  bouncedRecipients: z.optional(z.unknown()),
  timestamp: instant(),
});
type SesBounce = z.infer<typeof sesBounce>;

/** What SES says of a complaint; the second word only of mails that it held back because of an earlier one. */
export const sesComplaint = z.object({ timestamp: instant(), complaintSubType: z.optional(z.unknown()) });

const types = { Permanent: 'permanent', Transient: 'transient', Undetermined: 'undetermined' } as const;
const HELD_BACK = 'OnAccountSuppressionList';

const Text = z.string();
const Details = z.array(z.object({ status: z.optional(z.unknown()), diagnosticCode: z.optional(z.unknown()) }));

/** The outcome in a bounce. A mail of ours has one recipient. */
export const bounceIn = ({ bounceType, bounceSubType, bouncedRecipients }: SesBounce): BounceKind => {
  const [detail] = z.safeParse(Details, bouncedRecipients).data ?? [];
  return readBounce({
    type: types[bounceType],
    subType: textOf(bounceSubType),
    status: textOf(detail?.status),
    diagnostic: textOf(detail?.diagnosticCode),
  });
};

export const complaintIn = ({ complaintSubType }: z.infer<typeof sesComplaint>): 'complained' | 'bounced_suppressed' =>
  complaintSubType === HELD_BACK ? 'bounced_suppressed' : 'complained';

const textOf = (value: unknown): string => z.safeParse(Text, value).data ?? '';
