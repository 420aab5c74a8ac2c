import { invalid } from './problem.ts';
import { isTimeZone, zonedTime } from './zoned-time.ts';

export type When =
  | { readonly kind: 'once'; readonly atMs: number }
  | { readonly kind: 'every'; readonly periodMs: number };

const UNITS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

const AT = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/;
const RATE = /^rate\(([1-9]\d*) (minute|hour|day)(s?)\)$/;

const readRate = (expression: string): When | undefined => {
  const [, value, unit, plural] = RATE.exec(expression) ?? [];
  if (unit !== 'minute' && unit !== 'hour' && unit !== 'day') return undefined;
  if ((value === '1') === (plural === 's')) return undefined;
  return { kind: 'every', periodMs: Number(value) * UNITS[unit] };
};

/**
 * Reads a schedule's expression.
 *
 * @example readExpression('at(2030-01-31T09:00:00)', 'Asia/Seoul')
 * @throws Refusal `ValidationException`, saying what is supported
 */
export const readExpression = (expression: string, timeZone = 'UTC'): When => {
  if (!isTimeZone(timeZone)) throw invalid(`Invalid ScheduleExpressionTimezone ${timeZone}.`);

  const wallTime = AT.exec(expression)?.[1];
  if (wallTime !== undefined && !Number.isNaN(Date.parse(`${wallTime}Z`))) {
    return { kind: 'once', atMs: zonedTime(wallTime, timeZone) };
  }
  const rate = readRate(expression);
  if (rate !== undefined) return rate;
  throw invalid(
    `Invalid Schedule Expression ${expression}. Supported here: at(yyyy-mm-ddThh:mm:ss) and rate(value unit) with minutes, hours or days.`,
  );
};

interface Bounds {
  readonly fromMs: number;
  readonly untilMs?: number | undefined;
}

/** When a schedule is due the first time at or after a moment; nothing when it never will be. */
export const firstDue = (when: When, { fromMs, untilMs }: Bounds, nowMs: number): number | undefined => {
  if (when.kind === 'once') return when.atMs;
  const missed = Math.max(0, Math.ceil((nowMs - fromMs) / when.periodMs));
  const due = fromMs + missed * when.periodMs;
  return untilMs !== undefined && due > untilMs ? undefined : due;
};

/** When it is due again after it was. What was missed while the laptop slept is not made up for. */
export const nextDue = (
  when: When,
  bounds: Bounds,
  { dueMs, nowMs }: { readonly dueMs: number; readonly nowMs: number },
): number | undefined => (when.kind === 'once' ? undefined : firstDue(when, bounds, Math.max(nowMs, dueMs + 1)));
