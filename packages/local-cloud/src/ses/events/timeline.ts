import { drawBetween } from '../rules/draw.ts';
import type { Step } from '../rules/fate.ts';
import type { Rules } from '../rules/rules.ts';

export interface TimedStep {
  readonly step: Step;
  readonly afterMs: number;
}

const latencyOf: Readonly<Record<Step, keyof Rules['latencyMs']>> = {
  delivery: 'delivery',
  hard_bounce: 'bounce',
  soft_bounce: 'bounce',
  suppressed_bounce: 'bounce',
  delivery_delay: 'deliveryDelay',
  complaint: 'complaint',
  open: 'open',
  click: 'click',
  prefetch: 'open',
  scan: 'click',
  reject: 'reject',
};

/** When the Send event of a message is published, in milliseconds after it was accepted. */
export const sendAfterMs = ({ seed, latencyMs }: Rules, recipient: string): number =>
  Math.round(drawBetween(latencyMs.send, seed, 'latency', 'send', recipient));

/** Gives every step its moment, each after the one before it, in milliseconds after the message was accepted. */
export const timed = ({ seed, latencyMs }: Rules, recipient: string, steps: readonly Step[]): readonly TimedStep[] => {
  let afterMs = 0;
  return steps.map((step) => {
    afterMs += Math.round(drawBetween(latencyMs[latencyOf[step]], seed, 'latency', step, recipient));
    return { step, afterMs };
  });
};
