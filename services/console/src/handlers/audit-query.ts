import { instant } from '@bulkhead/contracts';
import { rule } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import { say } from './sentences.ts';

const MOST = 100;
const DEFAULT = 50;

const isLimit = (digits: string): boolean => /^\d{1,3}$/.test(digits) && Number(digits) >= 1 && Number(digits) <= MOST;

export const AuditQuery = z.object({
  /** Only what was done then or later. */
  from: z.optional(instant()),
  limit: z._default(
    z.pipe(
      z.string().check(z.refine(isLimit, rule(say('limit_unusable', { most: MOST })))),
      z.transform((digits: string) => Number(digits)),
    ),
    DEFAULT,
  ),
  cursor: z.optional(z.string().check(z.maxLength(1_024))),
});
