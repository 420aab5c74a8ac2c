/** Why a run goes slowly, waits or has stopped, as whoever follows it reads it. */
export const RUN_REASONS = {
  quota: 'SES takes no more mails from this account within 24 hours. The run goes on by itself as soon as it does.',
  window: 'Outside its send window nothing is sent. The run goes on by itself on {at} ({zone}).',
  departure: 'Everybody else is mailed by the clock where they are. The next of them on {at} ({zone}).',
  delays:
    'Mailbox providers put off many of the mails, which is how they ask for fewer at a time. Waves do not grow until that is over.',
  unreadable:
    'Some chunks of the snapshot cannot be read ({found}). Their recipients are unsent: repair them, then complete the run.',
  too_much_left_out:
    'More was to be left out than a run can: at most {most} domains and as many imports. Cancel it, mend its list and begin anew, or resume without leaving out more.',
  suspended: 'SES takes no mail ({reason}): {message}',
} as const;

/** A reason with what stands in it. */
export const sayReason = (
  reason: keyof typeof RUN_REASONS,
  values: Readonly<Record<string, string | number>> = {},
): string => RUN_REASONS[reason].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
