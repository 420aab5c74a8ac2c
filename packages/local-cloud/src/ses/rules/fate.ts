import { matching } from './address-pattern.ts';
import { draw } from './draw.ts';
import type { RecipientOutcome, Rules } from './rules.ts';

/** One thing that happens to a message for one recipient. */
export type Step =
  | 'delivery'
  | 'hard_bounce'
  | 'soft_bounce'
  | 'suppressed_bounce'
  | 'delivery_delay'
  | 'complaint'
  | 'open'
  | 'click'
  | 'prefetch'
  | 'scan'
  | 'reject';

const stepsOf: Readonly<Record<RecipientOutcome, readonly Step[]>> = {
  deliver: ['delivery'],
  hard_bounce: ['hard_bounce'],
  soft_bounce: ['delivery_delay', 'soft_bounce'],
  suppressed: ['suppressed_bounce'],
  complaint: ['delivery', 'complaint'],
  delay: ['delivery_delay', 'delivery'],
  open: ['delivery', 'open'],
  click: ['delivery', 'open', 'click'],
  prefetch: ['delivery', 'prefetch'],
  scan: ['delivery', 'scan'],
  reject: ['reject'],
};

/** Draws the fate of somebody whom no rule names. */
const drawnSteps = ({ seed, everybodyElse: share }: Rules, address: string): readonly Step[] => {
  const fate = draw(seed, 'fate', address) * 100;
  if (fate < share.hardBouncePercent) return stepsOf.hard_bounce;
  if (fate < share.hardBouncePercent + share.softBouncePercent) return stepsOf.soft_bounce;

  const complains = fate < share.hardBouncePercent + share.softBouncePercent + share.complaintPercent;
  const isDelayed = draw(seed, 'delay', address) * 100 < share.deliveryDelayPercent;
  // One draw for both, so that whoever clicks has also opened.
  const interest = draw(seed, 'interest', address) * 100;
  const opens = interest < share.openPercent;

  const steps: Step[] = isDelayed ? ['delivery_delay', 'delivery'] : ['delivery'];
  if (opens) steps.push('open');
  if (opens && interest < share.clickPercent) steps.push('click');
  if (complains) steps.push('complaint');
  return steps;
};

/** Says what happens to mail for an address, in order. The same address always has the same fate. */
export const makeFate = (rules: Rules): ((address: string) => readonly Step[]) => {
  const named = rules.recipients.map(({ to, outcome }) => ({ matches: matching(to), steps: stepsOf[outcome] }));

  return (address) => {
    const known = address.toLowerCase();
    return named.find(({ matches }) => matches(known))?.steps ?? drawnSteps(rules, known);
  };
};
