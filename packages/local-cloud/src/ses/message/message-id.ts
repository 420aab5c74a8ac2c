import { randomUUID } from 'node:crypto';

/** An id in the form SES gives its messages and feedback; it begins with the time, in hexadecimal. */
export const newMessageId = (at: number): string =>
  `0102${Math.floor(at).toString(16).padStart(12, '0')}-${randomUUID()}-000000`;
