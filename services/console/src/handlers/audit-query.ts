import { instant } from '@bulkhead/contracts';
import * as z from 'zod/mini';

const MOST = 100;
const DEFAULT = 50;

const isLimit = (digits: string): boolean => /^\d{1,3}$/.test(digits) && Number(digits) >= 1 && Number(digits) <= MOST;

export const AuditQuery = z.object({
  /** Only what was done then or later. */
  from: z.optional(instant()),
  limit: z._default(
    z.pipe(
      z.string().check(z.refine(isLimit, `must be a whole number from 1 to ${MOST}`)),
      z.transform((digits: string) => Number(digits)),
    ),
    DEFAULT,
  ),
  cursor: z.optional(z.string().check(z.maxLength(1_024))),
});
