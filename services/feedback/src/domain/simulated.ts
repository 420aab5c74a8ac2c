import type { Outcome } from './outcome.ts';

/** Where SES's mailbox simulator has its addresses: they bounce, complain and suppress as they are called, and are nobody's. */
const SIMULATOR = 'simulator.amazonses.com';

/**
 * Whatever happens at the mailbox simulator is one kind of outcome for itself: it is in no rate, suppresses nobody and stops no run. That such a
 * mail was sent is as true as of any other, and who asks for receipts must hear of it.
 */
export const setApart = (outcome: Outcome): Outcome => {
  if (outcome.domain !== SIMULATOR || outcome.kind === 'sent') return outcome;
  const { visit: _, ...simulated } = outcome;
  return { ...simulated, kind: 'simulated' };
};
