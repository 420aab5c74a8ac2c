import type { components } from '../../api/audience.d.ts';
import type { Campaign } from '../campaign.ts';
import { momentOf, type WallTime } from './zoned-time.ts';

/** A time that everybody has by the clock where they are. */
export type LocalTime = NonNullable<Campaign['localTime']>;

const HOUR_MS = 3_600_000;
/** UTC+14 and UTC-12: nobody's clock is further ahead, or behind. */
const FURTHEST_AHEAD_MS = 14 * HOUR_MS;
const FURTHEST_BEHIND_MS = 12 * HOUR_MS;

/** When the first clock on earth shows a time, and the last. */
export const spanOf = (at: WallTime): { readonly first: Date; readonly last: Date } | undefined => {
  const moment = momentOf('UTC', at);
  if (!('at' in moment)) return undefined;
  const inUtc = moment.at.getTime();
  return { first: new Date(inUtc - FURTHEST_AHEAD_MS), last: new Date(inUtc + FURTHEST_BEHIND_MS) };
};

/** Everybody is written down in this time, so that those who come first are not late. */
const PREPARING_MS = 900_000;

/** When the run begins that is in time for everybody. */
export const beginOf = ({ first }: { readonly first: Date }, now: Date): Date =>
  new Date(Math.max(first.getTime() - PREPARING_MS, now.getTime()));

/** `+09:00` is the distance of a clock from UTC today, and nobody's zone. */
const NAME = /^[a-z]/i;

export const isTimeZone = (text: string): boolean => {
  if (!NAME.test(text.trim())) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text.trim() }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

interface Attribute {
  readonly name: string;
  readonly type: string;
}

type People = readonly { readonly fields: Readonly<Record<string, string>> }[];

export interface ZoneField {
  readonly name: string;
  /** Whether it looks as if it held time zones. */
  readonly isLikely: boolean;
}

/** Of the people that were looked at: how many have a time zone there that can be used. */
export const usableIn = (field: string, people: People): number =>
  people.filter(({ fields }) => isTimeZone(fields[field] ?? '')).length;

const LIKE_A_ZONE = /time_?zone|^tz$|^zone$|_tz$|시간대|표준시/i;

/** The fields that may hold time zones, those that look so first: by what people have there, then by their names. */
export const zoneFields = (attributes: readonly Attribute[], people: People): readonly ZoneField[] => {
  const texts = attributes.filter(({ type }) => type === 'text').map(({ name }) => name);
  const rank = (name: string): number => usableIn(name, people) * 2 + (LIKE_A_ZONE.test(name) ? 1 : 0);
  return texts
    .map((name) => ({ name, rank: rank(name) }))
    .toSorted((one, other) => other.rank - one.rank)
    .map(({ name, rank: found }) => ({ name, isLikely: found > 0 }));
};

export type TimeZones = NonNullable<components['schemas']['AudiencePreview']['timeZones']>;

/** People of one zone, and when they get the mail. */
export interface Turn {
  readonly zone: string;
  readonly recipients: number;
  readonly at: Date;
}

/** Who gets it when, the first before all others. */
export const turnsOf = (at: WallTime, { zones, unknown }: TimeZones, otherwise: string): readonly Turn[] =>
  [...zones, ...(unknown > 0 ? [{ zone: otherwise, recipients: unknown }] : [])]
    .flatMap(({ zone, recipients }) => {
      // Zones come into being: a browser may be older than what the service knows.
      if (!isTimeZone(zone)) return [];
      const moment = momentOf(zone, at);
      return 'at' in moment ? [{ zone, recipients, at: moment.at }] : [];
    })
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());

/** How many are too late for their own clock: they get it as soon as the run begins. */
export const lateBy = (turns: readonly Turn[], now: Date): number =>
  turns.filter(({ at }) => at <= now).reduce((sum, { recipients }) => sum + recipients, 0);
