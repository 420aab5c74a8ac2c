import { rule } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import { say } from './sentences.ts';

const MOST = 50;
const DEFAULT = 20;

export const QueuePath = z.object({
  queue: z.string().check(z.regex(/^[a-z-]{1,80}$/, rule(say('not_a_queue')))),
});
export const LetterPath = z.extend(QueuePath, {
  messageId: z.string().check(z.regex(/^[\w-]{1,100}$/, rule(say('not_a_letter')))),
});

const isLimit = (digits: string): boolean => /^\d{1,3}$/.test(digits) && Number(digits) >= 1 && Number(digits) <= MOST;

export const LettersQuery = z.object({
  limit: z._default(
    z.pipe(
      z.string().check(z.refine(isLimit, rule(say('limit_unusable', { most: MOST })))),
      z.transform((digits: string) => Number(digits)),
    ),
    DEFAULT,
  ),
});
