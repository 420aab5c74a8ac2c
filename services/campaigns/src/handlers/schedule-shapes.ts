import { localDateTime, text } from '@bulkhead/contracts';
import { rule } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { SendTime } from '../domain/campaign-lifecycle.ts';
import { say } from './sentences.ts';

const TO_THE_MINUTE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const isOfTheCalendar = (written: string): boolean => z.safeParse(localDateTime(), written).success;
const error = rule(say('has_a_zone'));

/** A misspelt word is refused: left out, everybody would be mailed at another time. */
export const ScheduleBody = z.strictObject({
  /** Either one moment for everybody, */
  sendAt: z.optional(z.iso.datetime({ offset: true })),
  /** or everybody's own, by the clock where they are. */
  localTime: z.optional(
    z.strictObject({
      /** What the clocks show, without a zone: 2026-12-01T09:00. */
      at: z.string().check(z.regex(TO_THE_MINUTE, { error, abort: true }), z.refine(isOfTheCalendar, { error })),
      /** The contact's field that holds a time zone, such as Asia/Seoul. */
      field: text(64),
      /** The time zone of those whose field holds none. */
      otherwise: text(64),
    }),
  ),
});

/** What is asked for, if that is one thing. */
export const toSendTime = ({ sendAt, localTime }: z.infer<typeof ScheduleBody>): SendTime | undefined => {
  if (localTime !== undefined) return sendAt === undefined ? { localTime } : undefined;
  return sendAt === undefined ? undefined : { sendAt: new Date(sendAt) };
};
