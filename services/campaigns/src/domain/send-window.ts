import { type Result, refuse, succeed } from './result.ts';
import { DAY_MS, dayIn, isTimeZone, momentOf } from './wall-clock.ts';

export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof weekdays)[number];

/** When mails of a campaign may go out: on these days, between these times of a clock on the wall there. */
export interface SendWindow {
  readonly timeZone: string;
  readonly days: readonly Weekday[];
  /** `09:00` */
  readonly from: string;
  /** `20:00`; `24:00` is the end of the day. */
  readonly to: string;
}

export type WindowProblem = { readonly kind: 'window_unusable'; readonly field: 'timeZone' | 'days' | 'to' };

/** From when until when it is open, the end not included. */
export interface Opening {
  readonly opens: Date;
  readonly closes: Date;
}

const MINUTE_MS = 60_000;
/** A day may be left out where a clock is put forward, and a calendar once lost one. */
const DAYS_AHEAD = 15;

const sinceMidnight = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * MINUTE_MS;
};

export const checkWindow = ({ timeZone, days, from, to }: SendWindow): Result<undefined, WindowProblem> => {
  if (!isTimeZone(timeZone)) return refuse({ kind: 'window_unusable', field: 'timeZone' });
  if (days.length === 0) return refuse({ kind: 'window_unusable', field: 'days' });
  return sinceMidnight(from) < sinceMidnight(to)
    ? succeed(undefined)
    : refuse({ kind: 'window_unusable', field: 'to' });
};

const openingOn = ({ timeZone, from, to }: SendWindow, day: number): Opening => ({
  opens: momentOf(timeZone, day + sinceMidnight(from)),
  closes: momentOf(timeZone, day + sinceMidnight(to)),
});

const isAmong = ({ days }: SendWindow, day: number): boolean => {
  const weekday = weekdays[new Date(day).getUTCDay()];
  return weekday !== undefined && days.includes(weekday);
};

/** The openings that have not ended at a moment, the next first. Those that follow each other without a pause are one. */
const openingsAfter = (window: SendWindow, now: Date): readonly Opening[] => {
  const today = dayIn(window.timeZone, now);
  const openings: Opening[] = [];
  for (let day = today - DAY_MS; day <= today + DAYS_AHEAD * DAY_MS; day += DAY_MS) {
    if (!isAmong(window, day)) continue;
    const opening = openingOn(window, day);
    const last = openings.at(-1);
    if (opening.closes <= opening.opens || opening.closes <= now) continue;
    if (last?.closes.getTime() === opening.opens.getTime()) openings.splice(-1, 1, { ...last, closes: opening.closes });
    else if (openings.length < 2) openings.push(opening);
    else break;
  }
  return openings;
};

/** The opening that a moment is in, or the next one. */
export const nextOpening = (window: SendWindow, now: Date): Opening | undefined => openingsAfter(window, now)[0];

/** The one after that. */
export const openingAfterNext = (window: SendWindow, now: Date): Opening | undefined => openingsAfter(window, now)[1];
