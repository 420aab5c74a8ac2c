import { keptEveryMs } from '../../domain/kept-share.ts';
import type { Pace } from '../../domain/pace.ts';
import type { Clock, Governors } from '../ports.ts';
import { openSlots } from '../reserve-slots.ts';
import type { KeptSlots, TakeSlots } from './ports.ts';

interface Ports {
  readonly governors: Governors;
  readonly clock: Clock;
  readonly pace: Pace;
}

/** Slots of the rate that campaigns have: these mails wait like a campaign's. */
export const makeTakeSlots =
  (ports: Ports): TakeSlots =>
  async (count) => {
    const session = await openSlots(ports);
    const reserved = await session?.take(count, 0);
    return reserved?.kind === 'slots' && reserved.slots.length >= count ? reserved.slots : undefined;
  };

/** As before; while campaigns use all of their rate, a slot of what they leave. Whoever has just filled in a form looks into the mailbox now. */
export const makeTakeUrgentSlot = (ports: Ports & { readonly keptSlots: KeptSlots }): TakeSlots => {
  const takeSlots = makeTakeSlots(ports);
  return async (count) => {
    const slots = await takeSlots(count);
    if (slots !== undefined || count !== 1) return slots;
    const record = await ports.governors.read();
    const everyMs = record && keptEveryMs(record);
    // The day's quota is the same for all: SES takes nothing beyond it.
    if (record === undefined || everyMs === undefined || record.left24 < 1) return undefined;
    const slot = await ports.keptSlots.reserve(everyMs, ports.clock.now());
    return slot === undefined ? undefined : [slot];
  };
};
