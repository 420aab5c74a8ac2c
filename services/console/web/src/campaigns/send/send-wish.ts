import { type LocalTime, spanOf } from './local-time.ts';
import { momentOf, type WallTime } from './zoned-time.ts';

/** By which clock a campaign is sent: by one, or by everybody's own. */
export const CLOCKS = ['one', 'own'] as const;
export type Clock = (typeof CLOCKS)[number];

/** What somebody has said of when a campaign shall go out. */
export interface Said {
  readonly clock: Clock;
  readonly wall: WallTime;
  /** Whose clocks show it; of those whose zone is not known, where everybody's own do. */
  readonly zone: string;
  /** The contact's field that holds a time zone. */
  readonly field: string;
}

export type Wish = { readonly sendAt: Date } | { readonly localTime: LocalTime };

/** What can be asked for; nothing while something is missing, or all of it is past. */
export const wishOf = ({ clock, wall, zone, field }: Said, now: Date): Wish | undefined => {
  if (clock === 'one') {
    const moment = momentOf(zone, wall);
    return 'at' in moment && moment.at > now ? { sendAt: moment.at } : undefined;
  }
  const span = spanOf(wall);
  const isAhead = span !== undefined && span.last > now;
  return isAhead && field !== '' ? { localTime: { at: wall.slice(0, 16), field, otherwise: zone } } : undefined;
};
