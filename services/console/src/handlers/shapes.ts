import * as z from 'zod/mini';

const MOST = 50;
const DEFAULT = 20;

export const QueuePath = z.object({
  queue: z.string().check(z.regex(/^[a-z-]{1,80}$/, 'must be the name of a queue')),
});
export const LetterPath = z.extend(QueuePath, {
  messageId: z.string().check(z.regex(/^[\w-]{1,100}$/, 'must be the messageId of a letter')),
});

const isLimit = (digits: string): boolean => /^\d{1,3}$/.test(digits) && Number(digits) >= 1 && Number(digits) <= MOST;

export const LettersQuery = z.object({
  limit: z._default(
    z.pipe(
      z.string().check(z.refine(isLimit, `must be a whole number from 1 to ${MOST}`)),
      z.transform((digits: string) => Number(digits)),
    ),
    DEFAULT,
  ),
});
